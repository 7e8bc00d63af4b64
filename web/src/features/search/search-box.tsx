import { Search } from 'lucide-react'
import { useEffect } from 'react'
import { controlClass } from '../../components/ui/input.tsx'
import { Kbd } from '../../components/ui/kbd.tsx'
import { Part } from '../../components/ui/part.tsx'
import { cx } from '../../lib/cx.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { closeSearch, openSearch, useSearchPanel } from './search-panel-store.ts'

const load = () => import('./search-panel.tsx')
const SearchPanel = lazyPart(load)

/** In the top bar: opens the search, which is fetched when somebody is about to use it. */
export function SearchBox() {
  const isOpen = useSearchPanel((panel) => panel.isOpen)
  useShortcuts([{ keys: '/', label: 'Search', group: 'Everywhere', run: () => openSearch() }])
  useEffect(listenForCtrlK, [])
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => openSearch()}
        onPointerEnter={fetchSoon}
        onFocus={fetchSoon}
        className={cx(
          controlClass,
          'h-8 cursor-text border-line! px-2.5 text-ink-3! md:max-w-90 max-md:h-11 max-md:px-3',
        )}
      >
        <Search aria-hidden className="size-4 flex-none" strokeWidth={1.75} />
        <span className="clip flex-1 text-left">
          Search<span className="sr-only"> and commands</span>
          <span aria-hidden> tickets</span>
        </span>
        <Kbd keys="/" />
      </button>
      {isOpen && (
        <Part onMissing={closeSearch}>
          <SearchPanel />
        </Part>
      )}
    </>
  )
}

/** Whoever points at it is about to use it; if it does not come now, it is asked for again then. */
const fetchSoon = () => void load().catch(() => undefined)

/** Also while somebody types: no browser or text field does anything better with it. */
function listenForCtrlK(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    openSearch()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

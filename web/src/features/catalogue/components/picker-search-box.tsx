import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { controlClass } from '../../../components/ui/input.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsPhone } from '../../../lib/media.ts'

interface PickerSearchBoxProps {
  ref: Ref<HTMLInputElement>
  query: string
  listId: string
  activeId: string | undefined
  onType: (text: string) => void
  onClear: () => void
  onClose: () => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Where one types what it is about; on a phone with a bar to close the whole screen. */
export function PickerSearchBox(props: PickerSearchBoxProps) {
  const { ref, query, listId, activeId, onType, onClear, onClose, onKeyDown } = props
  const isPhone = useIsPhone()
  return (
    <div className="flex-none border-line md:border-b md:p-1">
      {isPhone && (
        <div className="flex h-13 items-center gap-1 border-line border-b px-1">
          <IconButton icon={X} label="Close" onClick={onClose} />
          <span className="font-semibold text-lg">What is it about?</span>
        </div>
      )}
      <div className="max-md:px-4 max-md:py-3">
        <div
          className={cx(
            controlClass,
            'h-8 pl-2.5 max-md:h-11 max-md:pl-3 md:border-transparent md:outline-none! md:focus-within:border-transparent',
          )}
        >
          <Search aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
          <input
            ref={ref}
            role="combobox"
            aria-label="Search categories"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={activeId}
            placeholder="Search, such as “AC” or “refund”"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            value={query}
            onChange={(event) => onType(event.target.value)}
            onKeyDown={onKeyDown}
            className="h-full min-w-0 flex-1 bg-transparent outline-none"
          />
          {query !== '' && <IconButton icon={X} label="Clear search" size="sm" onClick={onClear} />}
        </div>
      </div>
    </div>
  )
}

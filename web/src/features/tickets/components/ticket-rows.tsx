import { parseTicketQuery, type TicketSummary } from '@physique57/contracts'
import { useMemo, useRef } from 'react'
import { cx } from '../../../lib/cx.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { selectRange, toggleSelected } from '../../bulk/selection.ts'
import { useListPlace } from '../list-place.ts'
import type { LiveRows } from '../live-rows.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { moveFocus, useRememberedPlace } from '../use-list-place.ts'
import { LoadMore } from './load-more.tsx'
import { NewRowsPill } from './new-rows-pill.tsx'
import { TicketCards } from './ticket-cards.tsx'
import { LookedFor } from './ticket-link.tsx'
import { TicketTable } from './ticket-table.tsx'

interface TicketRowsProps {
  search: TicketSearch
  live: LiveRows<TicketSummary> & { refresh: () => void }
  /** Rows of another filter, while those of this one are on their way. */
  isOutdated: boolean
  hasMore: boolean
  isLoadingMore: boolean
  onLoadMore: () => void
}

/** The scrolling part of the list: rows, keys to move among them, and more of them at the end. */
export function TicketRows({ search, live, isOutdated, hasMore, isLoadingMore, onLoadMore }: TicketRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const isPhone = useIsPhone()
  useRememberedPlace(scroller, search)
  const order = live.rows.map(({ item }) => item.id)
  useShortcuts([
    { keys: 'J', label: 'Next ticket', group: 'List', run: () => moveFocus(scroller.current, 1) },
    { keys: 'X', label: 'Select', group: 'List', run: () => withFocused(toggleSelected) },
    {
      keys: 'Shift+X',
      label: 'Select up to here',
      group: 'List',
      run: () => withFocused((id) => selectRange(id, order)),
    },
    { keys: 'K', label: 'Previous ticket', group: 'List', run: () => moveFocus(scroller.current, -1) },
  ])
  const showNews = () => {
    live.refresh()
    if (scroller.current) scroller.current.scrollTop = 0
  }
  const looked = useMemo(() => (search.q ? parseTicketQuery(search.q) : null), [search.q])
  const Rows = isPhone ? TicketCards : TicketTable

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <NewRowsPill added={live.added} moved={live.moved} onShow={showNews} />
      <div
        ref={scroller}
        aria-busy={isOutdated}
        onScroll={(event) => useListPlace.setState({ scrollTop: event.currentTarget.scrollTop })}
        className={cx('min-h-0 flex-1 overflow-y-auto md:scroll-pt-7', isOutdated && 'opacity-60')}
      >
        <LookedFor value={looked}>
          <Rows rows={live.rows} />
        </LookedFor>
        {hasMore && <LoadMore isLoading={isLoadingMore} onLoad={onLoadMore} />}
      </div>
    </div>
  )
}

function withFocused(act: (id: string) => void): void {
  const id = document.activeElement?.getAttribute('data-ticket')
  if (id) act(id)
}

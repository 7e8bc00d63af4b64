import { parseTicketQuery, type TicketColumnKey, type TicketSort, type TicketSummary } from '@physique57/contracts'
import { useMemo, useRef } from 'react'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { selectRange, toggleSelected } from '../../bulk/selection.ts'
import { LookedFor, OpenBeside } from '../ticket-link.tsx'
import { sortOf, type TicketSearch } from '../ticket-search.ts'
import { useListPlace } from './list-place.ts'
import type { LiveRows } from './live-rows.ts'
import { LoadMore } from './load-more.tsx'
import { NewRowsPill } from './new-rows-pill.tsx'
import { TicketCards } from './ticket-cards.tsx'
import { TicketTable, TicketTableBody } from './ticket-table.tsx'
import type { useBeside } from './use-beside.ts'
import { moveFocus, useRememberedPlace } from './use-list-place.ts'
import { useRowKeys } from './use-row-keys.ts'

interface TicketRowsProps {
  search: TicketSearch
  live: LiveRows<TicketSummary> & { refresh: () => void }
  columns: readonly TicketColumnKey[]
  /** How many there are, where that is known. */
  total: number | undefined
  onSort: (sort: TicketSort) => void
  beside: ReturnType<typeof useBeside>
  /** Rows of another filter, while those of this one are on their way. */
  isOutdated: boolean
  hasMore: boolean
  isLoadingMore: boolean
  onLoadMore: () => void
}

/** The scrolling part of the list: rows, keys to move among them, and more of them at the end. */
export function TicketRows(props: TicketRowsProps) {
  const { search, live, columns, total, onSort, beside, isOutdated, hasMore, isLoadingMore, onLoadMore } = props
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
  useRowKeys(live.rows)
  const showNews = () => {
    live.refresh()
    if (scroller.current) scroller.current.scrollTop = 0
  }
  const looked = useMemo(() => (search.q ? parseTicketQuery(search.q) : null), [search.q])

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <NewRowsPill added={live.added} moved={live.moved} onShow={showNews} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links in it; it follows their focus */}
      <div
        ref={scroller}
        aria-busy={isOutdated}
        onFocus={beside.follow}
        onScroll={(event) => useListPlace.setState({ scrollTop: event.currentTarget.scrollTop })}
        className={cx('min-h-0 flex-1 overflow-auto md:scroll-pt-7', isOutdated && quietClass)}
      >
        <LookedFor value={looked}>
          <OpenBeside value={beside.open}>
            {isPhone ? (
              <TicketCards rows={live.rows} scroller={scroller} />
            ) : (
              <TicketTable columns={columns} sort={sortOf(search)} onSort={onSort} rowCount={total}>
                <TicketTableBody rows={live.rows} columns={columns} scroller={scroller} openId={beside.openId} />
              </TicketTable>
            )}
          </OpenBeside>
        </LookedFor>
        {hasMore && <LoadMore isLoading={isLoadingMore} onLoad={onLoadMore} />}
      </div>
    </div>
  )
}

function withFocused(act: (id: string) => void): void {
  const row = document.activeElement?.closest('[data-row]')
  const id = row?.querySelector('[data-ticket]')?.getAttribute('data-ticket')
  if (id) act(id)
}

import type { TicketColumnKey, TicketSort, TicketSummary } from '@physique57/contracts'
import { useIsPhone } from '../../../lib/media.ts'
import { sortOf, type TicketSearch } from '../ticket-search.ts'
import { ListScroller } from './list-scroller.tsx'
import type { LiveRows } from './live-rows.ts'
import { LoadMore } from './load-more.tsx'
import { TicketCards } from './ticket-cards-part.tsx'
import { TicketTable, TicketTableBody } from './ticket-table.tsx'
import type { useBeside } from './use-beside.ts'

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

/** The scrolling part of the list: rows, and more of them at the end. */
export function TicketRows(props: TicketRowsProps) {
  const { search, live, columns, total, onSort, beside, isOutdated, hasMore, isLoadingMore, onLoadMore } = props
  const isPhone = useIsPhone()
  return (
    <ListScroller search={search} beside={beside} rows={() => live.rows} news={live} isOutdated={isOutdated}>
      {(scroller) => (
        <>
          {isPhone ? (
            <TicketCards rows={live.rows} scroller={scroller} />
          ) : (
            <TicketTable columns={columns} sort={sortOf(search)} onSort={onSort} rowCount={total}>
              <TicketTableBody rows={live.rows} columns={columns} scroller={scroller} openId={beside.openId} />
            </TicketTable>
          )}
          {hasMore && <LoadMore isLoading={isLoadingMore} onLoad={onLoadMore} />}
        </>
      )}
    </ListScroller>
  )
}

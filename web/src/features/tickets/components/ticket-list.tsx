import { ErrorState } from '../../../components/ui/error-state.tsx'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import { filtersOf, type TicketSearch } from '../ticket-search.ts'
import { useShownTickets } from '../use-shown-tickets.ts'
import { ListFoot } from './list-foot.tsx'
import { TicketListEmpty } from './ticket-list-empty.tsx'
import { TicketListSkeleton } from './ticket-list-skeleton.tsx'
import { TicketRows } from './ticket-rows.tsx'

export interface TicketsLayoutProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** The tickets one below the other. */
export function TicketList({ search, onChange }: TicketsLayoutProps) {
  const { query, live, total, totalIsCapped } = useShownTickets(search)
  if (query.isPending) return <TicketListSkeleton />
  if (!query.data)
    return (
      <ErrorState error={query.error} title="The tickets could not be loaded" onRetry={() => void query.refetch()} />
    )
  if (live.rows.length === 0) return <TicketListEmpty search={search} onChange={onChange} />
  return (
    <>
      <TicketRows
        key={JSON.stringify(search)}
        search={search}
        live={live}
        isOutdated={query.isPlaceholderData}
        hasMore={query.hasNextPage}
        isLoadingMore={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
      <SelectionBar filters={filtersOf(search)} total={total} />
      <ListFoot
        shown={live.rows.length}
        total={total}
        totalIsCapped={totalIsCapped}
        search={search}
        onChange={onChange}
      />
    </>
  )
}

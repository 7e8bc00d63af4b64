import { ErrorState } from '../../../components/ui/error-state.tsx'
import { MainPart, Part } from '../../../components/ui/part.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import { filtersOf, sameRows, type TicketSearch } from '../ticket-search.ts'
import { ListFoot } from './list-foot.tsx'
import { useShownColumns } from './shown-columns.ts'
import { TicketListSkeleton } from './ticket-list-skeleton.tsx'
import { TicketRows } from './ticket-rows.tsx'
import { useBeside } from './use-beside.ts'
import { useShownTickets } from './use-shown-tickets.ts'

const GroupedTickets = lazyPart(() => import('./grouped-tickets.tsx'))
const TicketListEmpty = lazyPart(() => import('./ticket-list-empty.tsx'))
const TicketPane = lazyPart(() => import('./ticket-pane.tsx'))

export interface TicketsLayoutProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

interface TicketListProps extends TicketsLayoutProps {
  /** The same tickets, shown in another way. */
  onDisplay: (search: TicketSearch) => void
}

/** The tickets one below the other, and beside them the one that is open. */
export function TicketList({ search, onChange, onDisplay }: TicketListProps) {
  const beside = useBeside(search, onDisplay)
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {search.group ? (
          <MainPart fallback={<TicketListSkeleton />}>
            <GroupedTickets by={search.group} search={search} onChange={onChange} beside={beside} />
          </MainPart>
        ) : (
          <ListedTickets search={search} onChange={onChange} beside={beside} />
        )}
      </div>
      {beside.openId && (
        <Part>
          <TicketPane ticketId={beside.openId} onClose={beside.close} />
        </Part>
      )}
    </div>
  )
}

export interface ListedTicketsProps extends TicketsLayoutProps {
  beside: ReturnType<typeof useBeside>
}

function ListedTickets({ search, onChange, beside }: ListedTicketsProps) {
  const columns = useShownColumns(search)
  const { query, live, total, totalIsCapped } = useShownTickets(search, columns)
  if (query.isPending) return <TicketListSkeleton />
  if (!query.data)
    return (
      <ErrorState error={query.error} title="The tickets could not be loaded" onRetry={() => void query.refetch()} />
    )
  if (live.rows.length === 0)
    return (
      <Part>
        <TicketListEmpty search={search} onChange={onChange} />
      </Part>
    )
  return (
    <>
      <TicketRows
        key={sameRows(search)}
        search={search}
        live={live}
        columns={columns}
        total={totalIsCapped ? undefined : total}
        beside={beside}
        onSort={(sort) => onChange({ ...search, sort })}
        isOutdated={query.isPlaceholderData}
        hasMore={query.hasNextPage}
        isLoadingMore={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
      <SelectionBar filters={filtersOf(search)} total={total} />
      <ListFoot search={search} onChange={onChange}>
        {live.rows.length} of {formatNumber(total)}
        {totalIsCapped && ' or more'} shown
      </ListFoot>
    </>
  )
}

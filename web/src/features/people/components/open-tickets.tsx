import { type TicketSummary, usualColumns } from '@physique57/contracts'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { LoadMore } from '../../tickets/list/load-more.tsx'
import { NewRowsPill } from '../../tickets/list/new-rows-pill.tsx'
import { TicketCards } from '../../tickets/list/ticket-cards-part.tsx'
import { TicketTable, TicketTableBody } from '../../tickets/list/ticket-table.tsx'
import { useLiveRows } from '../../tickets/list/use-live-rows.ts'

interface Pages {
  pages: { items: TicketSummary[] }[]
}

interface OpenTicketsProps {
  query: UseInfiniteQueryResult<Pages>
  /** Tells one list from another. */
  question: string
  /** When there are none. */
  empty: { title: string; text: string }
}

/** Open tickets, due first; rows stay where they are while they change. */
export function OpenTickets({ query, question, empty }: OpenTicketsProps) {
  const isPhone = useIsPhone()
  const fresh = query.data?.pages.flatMap((page) => page.items) ?? []
  const live = useLiveRows({ question, fresh, hasMore: query.hasNextPage, isProvisional: query.isPending })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) {
    return (
      <ErrorState title="The tickets could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    )
  }
  if (live.rows.length === 0) {
    return (
      <EmptyState icon={Inbox} title={empty.title}>
        <p>{empty.text}</p>
      </EmptyState>
    )
  }
  return (
    <div className="relative">
      <NewRowsPill added={live.added} moved={live.moved} onShow={live.refresh} />
      {isPhone ? (
        <TicketCards rows={live.rows} />
      ) : (
        <TicketTable columns={usualColumns}>
          <TicketTableBody rows={live.rows} columns={usualColumns} />
        </TicketTable>
      )}
      {query.hasNextPage && <LoadMore isLoading={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()} />}
    </div>
  )
}

function RowsSkeleton() {
  return (
    <Loading label="Tickets are loading">
      {['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2'].map((width) => (
        <div key={width} className="flex h-10 items-center gap-3 border-line border-b px-4 touch:h-16">
          <Skeleton className={width} />
        </div>
      ))}
    </Loading>
  )
}

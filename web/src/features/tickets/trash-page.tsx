import type { TrashedTicket } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { RotateCcw, Trash2 } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { Time } from '../../components/ui/time.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { LoadMore } from './list/load-more.tsx'
import { mergeQueries } from './moves/merge-api.ts'
import { useRestore } from './moves/use-restore.ts'
import { TicketLink } from './ticket-link.tsx'

/** What was deleted, for admins; each can be brought back as it was. */
export function TrashPage() {
  useDocumentTitle('Trash')
  const query = useInfiniteQuery(mergeQueries.trash())
  const tickets = query.data?.pages.flatMap(({ items }) => items)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-4 md:px-6 md:py-5">
        <h1 className="mb-4 font-semibold text-2xl tracking-tight max-md:text-xl">Trash</h1>
        {tickets ? (
          <Trashed tickets={tickets} />
        ) : query.error ? (
          <ErrorState title="The trash could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading label="The trash is loading" className="grid gap-4">
            <Skeleton className="w-2/3" />
          </Loading>
        )}
        {query.hasNextPage && (
          <LoadMore isLoading={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()} />
        )}
      </div>
    </div>
  )
}

function Trashed({ tickets }: { tickets: TrashedTicket[] }) {
  const restoring = useRestore()
  if (tickets.length === 0) {
    return (
      <EmptyState icon={Trash2} title="The trash is empty">
        <p>Deleted tickets are kept here, and can be brought back as they were.</p>
      </EmptyState>
    )
  }
  return (
    <ul className="rounded-lg border border-line">
      {tickets.map((ticket) => (
        <li
          key={ticket.id}
          className="relative flex min-h-14 items-center gap-3 border-line border-t px-4 py-2 first:border-t-0"
        >
          <div className="min-w-0 flex-1">
            <TicketLink
              ticket={ticket}
              className="font-[450] text-base max-md:line-clamp-2 max-md:whitespace-normal touch:text-lg"
            />
            <p className="text-ink-3 text-sm">
              <span className="num">{ticket.key}</span>, deleted {ticket.deletedBy && `by ${ticket.deletedBy.name} `}
              <Time at={ticket.deletedAt} format="short" />
            </p>
          </div>
          <Button
            icon={RotateCcw}
            className="relative z-1 flex-none"
            aria-label={`Restore ${ticket.key}`}
            busy={restoring.isPending && restoring.variables === ticket.id}
            onClick={() => restoring.mutate(ticket.id)}
          >
            Restore
          </Button>
        </li>
      ))}
    </ul>
  )
}

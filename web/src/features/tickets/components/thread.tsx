import type { Ticket } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../../../components/ui/button.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { ticketQueries } from '../api.ts'
import { useLinkedResponse } from '../use-linked-response.ts'
import { Message } from './message.tsx'

/** What was said to the client and among staff, oldest first. */
export function Thread({ ticket }: { ticket: Ticket }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    ticketQueries.responses(ticket.id),
  )
  const responses = data?.pages.flatMap((page) => page.items) ?? []
  const linked = useLinkedResponse({ responses, hasNextPage, isFetchingNextPage, fetchNextPage })

  return (
    <section aria-label="Thread">
      {isPending ? (
        <Loading label="Loading the thread" className="border-line border-t px-4 py-4">
          <div className="grid gap-4">
            <Skeleton className="w-2/5" />
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The thread could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : responses.length === 0 ? (
        <p className="border-line border-t px-4 py-6 text-center text-ink-3 touch:text-lg">
          Nobody has answered yet.
          {ticket.firstResponse.state === 'running' && ' The first reply to the client stops the first response clock.'}
        </p>
      ) : (
        responses.map((response) => (
          <Message key={response.id} ticketId={ticket.id} response={response} isLinked={response.id === linked} />
        ))
      )}
      {hasNextPage && (
        <div className="flex justify-center border-line border-t p-3">
          <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show later messages
          </Button>
        </div>
      )}
    </section>
  )
}

import type { Ticket, TicketResponse } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { ticketQueries } from '../api.ts'
import { Activity } from '../detail/activity.tsx'
import { Message } from './message.tsx'
import { SendingMessage } from './sending-message.tsx'
import { ThreadFilter, type ThreadPart } from './thread-filter.tsx'
import { useLinkedResponse } from './use-linked-response.ts'
import type { useResponse } from './use-response.ts'

interface ThreadProps {
  ticket: Ticket
  /** What the server does not have yet. */
  outgoing?: ReturnType<typeof useResponse>['outgoing']
}

const isPartOf = (part: ThreadPart, { kind }: TicketResponse): boolean => part === 'all' || part === kind

/** What was said to the client and among staff, oldest first. */
export function Thread({ ticket, outgoing }: ThreadProps) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    ticketQueries.responses(ticket.id),
  )
  const responses = data?.pages.flatMap((page) => page.items) ?? []
  const linked = useLinkedResponse({ responses, hasNextPage, isFetchingNextPage, fetchNextPage })
  const [part, setPart] = useState<ThreadPart>('all')
  // a link leads to its message whatever was shown before
  const [followed, setFollowed] = useState(linked)
  if (linked !== followed) {
    setFollowed(linked)
    setPart('all')
  }
  const isPhone = useIsPhone()
  const shown = responses.filter((response) => isPartOf(part, response))

  return (
    <section aria-label="Thread">
      {(responses.length > 0 || part !== 'all') && (
        // on a phone the activity has a tab of its own
        <ThreadFilter part={part} onChange={setPart} withActivity={!isPhone} />
      )}
      {part === 'activity' ? (
        <div className="border-line border-t px-4 py-3">
          <Activity ticket={ticket} />
        </div>
      ) : isPending ? (
        <Loading label="Loading the thread" className="border-line border-t px-4 py-4">
          <div className="grid gap-4">
            <Skeleton className="w-2/5" />
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The thread could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : responses.length === 0 && outgoing ? null : responses.length === 0 ? (
        <p className="border-line border-t px-4 py-6 text-center text-ink-3 touch:text-lg">
          Nobody has answered yet.
          {ticket.firstResponse.state === 'running' && ' The first reply to the client stops the first response clock.'}
        </p>
      ) : shown.length === 0 ? (
        <p className="border-line border-t px-4 py-6 text-center text-ink-3 touch:text-lg">
          {part === 'reply' ? 'Nothing has been said to the client yet.' : 'There are no internal notes yet.'}
        </p>
      ) : (
        shown.map((response) => (
          <Message key={response.id} ticketId={ticket.id} response={response} isLinked={response.id === linked} />
        ))
      )}
      {outgoing && <SendingMessage outgoing={outgoing} />}
      {hasNextPage && part !== 'activity' && (
        <div className="flex justify-center border-line border-t p-3">
          <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show later messages
          </Button>
        </div>
      )}
    </section>
  )
}

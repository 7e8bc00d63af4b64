import type { Id } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { hasCode } from '../../../lib/problem.ts'
import { useReadOnSight } from '../../notifications/use-read-on-sight.ts'
import { rememberTicket } from '../../search/recent.ts'
import { ticketQueries } from '../api.ts'
import { MergedAway } from './merged-away.tsx'
import { TicketDetail } from './ticket-detail.tsx'
import { TicketDetailSkeleton } from './ticket-detail-skeleton.tsx'
import { TicketGone } from './ticket-gone.tsx'

interface OpenTicketProps {
  ticketId: Id
  /** Above what stands in place of the ticket while there is none. */
  bar?: ReactNode
}

/** A ticket by its id: on its way, there, merged, gone or failed. */
export function OpenTicket({ ticketId, bar }: OpenTicketProps) {
  const { data: ticket, error, refetch, isPending } = useQuery(ticketQueries.detail(ticketId))
  useEffect(() => {
    if (ticket) rememberTicket(ticket)
  }, [ticket])
  const isThere = ticket !== undefined && !hasCode(error, 'not_found')
  useReadOnSight(isThere ? ticket.id : undefined)
  if (ticket?.mergedInto?.key) return <MergedAway ticket={ticket} />
  if (isThere) return <TicketDetail key={ticket.id} ticket={ticket} />
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      {bar}
      {isPending ? (
        <TicketDetailSkeleton />
      ) : hasCode(error, 'not_found') || hasCode(error, 'invalid_request') ? (
        <TicketGone key={ticketId} ticketId={ticketId} last={ticket} />
      ) : (
        <ErrorState title="The ticket could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

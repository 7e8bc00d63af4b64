import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { BackLink, PageBar } from '../../components/ui/page-bar.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useIsPhone } from '../../lib/media.ts'
import { hasCode } from '../../lib/problem.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { ticketQueries } from './api.ts'
import { MergedAway } from './components/merged-away.tsx'
import { TicketDetail } from './components/ticket-detail.tsx'
import { TicketDetailSkeleton } from './components/ticket-detail-skeleton.tsx'
import { TicketGone } from './components/ticket-gone.tsx'
import { useListPlace } from './list-place.ts'

const route = getRouteApi('/app/tickets/$ticketId')

export function TicketDetailPage() {
  const { ticketId } = route.useParams()
  const isPhone = useIsPhone()
  const search = useListPlace((place) => place.search)
  const { data: ticket, error, refetch, isPending } = useQuery(ticketQueries.detail(ticketId))
  const navigate = useNavigate()
  useShortcuts([
    // also while it is loading: whoever opened the wrong row is back at once
    {
      keys: 'Escape',
      label: 'Back to the list',
      group: 'Ticket',
      run: () => void navigate({ to: '/tickets', search }),
    },
  ])
  useDocumentTitle(ticket ? `${ticket.key} ${ticket.title}` : 'Ticket')

  if (ticket?.mergedInto?.key) return <MergedAway ticket={ticket} />
  if (ticket && !hasCode(error, 'not_found')) return <TicketDetail key={ticket.id} ticket={ticket} />
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      {isPhone && (
        <PageBar title="Ticket" back={<BackLink to="/tickets" search={search} label="Back to the tickets" />} />
      )}
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

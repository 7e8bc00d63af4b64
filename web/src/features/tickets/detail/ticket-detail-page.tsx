import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { useDocumentTitle } from '../../../lib/document-title.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { ticketQueries } from '../api.ts'
import { useListPlace } from '../list/list-place.ts'
import { OpenTicket } from './open-ticket.tsx'

const route = getRouteApi('/app/tickets/$ticketId')

export function TicketDetailPage() {
  const { ticketId } = route.useParams()
  const isPhone = useIsPhone()
  const search = useListPlace((place) => place.search)
  const { data: ticket } = useQuery(ticketQueries.detail(ticketId))
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
  useDocumentTitle(ticket ? `${ticket.key} ${ticket.title}` : 'Ticket', ticket?.key ?? 'Ticket')
  return (
    <OpenTicket
      ticketId={ticketId}
      bar={
        isPhone && (
          <PageBar title="Ticket" back={<BackLink to="/tickets" search={search} label="Back to the tickets" />} />
        )
      }
    />
  )
}

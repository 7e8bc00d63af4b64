import { getRouteApi, Navigate } from '@tanstack/react-router'
import { Part } from '../../components/ui/part.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { useIsPhone } from '../../lib/media.ts'
import { BulkProgress } from '../bulk/components/bulk-progress.tsx'
import { clearSelection } from '../bulk/selection.ts'
import { ExportQuestion } from './components/export-question.tsx'
import { FilterBar } from './components/filter-bar.tsx'
import { ListPhoneBar } from './components/list-phone-bar.tsx'
import { RowEdits } from './components/row-edits.tsx'
import { TicketList } from './components/ticket-list.tsx'
import { ViewTabs } from './components/view-tabs.tsx'
import type { TicketSearch } from './ticket-search.ts'

const route = getRouteApi('/app/tickets')

const TicketBoard = lazyPart(() => import('../board/components/ticket-board.tsx'))
const TicketCalendar = lazyPart(() => import('../calendar/components/ticket-calendar.tsx'))

/** What narrows the tickets, and below it the tickets themselves in one of three layouts. */
export function TicketListPage() {
  useDocumentTitle('Tickets')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: TicketSearch) => {
    clearSelection()
    void navigate({ search: next, replace: true })
  }
  /** The same tickets, shown in another way: what is selected stays so. */
  const display = (next: TicketSearch) => void navigate({ search: next, replace: true })
  const isPhone = useIsPhone()
  if (isPhone && search.open) return <Navigate to="/tickets/$ticketId" params={{ ticketId: search.open }} replace />
  return (
    <section aria-label="Tickets" className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
      <ListPhoneBar search={search} />
      <ViewTabs search={search} onChange={show} />
      <FilterBar search={search} onChange={show} onDisplay={display} />
      {search.layout === 'board' ? (
        <Part>
          <TicketBoard search={search} onChange={show} />
        </Part>
      ) : search.layout === 'calendar' ? (
        <Part>
          <TicketCalendar search={search} />
        </Part>
      ) : (
        <TicketList search={search} onChange={show} onDisplay={display} />
      )}
      <RowEdits />
      <BulkProgress />
      <ExportQuestion search={search} />
    </section>
  )
}

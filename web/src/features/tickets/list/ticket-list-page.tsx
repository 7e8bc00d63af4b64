import type { Me } from '@physique57/contracts'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { MainPart, Part } from '../../../components/ui/part.tsx'
import { useDocumentTitle } from '../../../lib/document-title.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { BoardSkeleton } from '../../board/components/board-skeleton.tsx'
import { clearSelection } from '../../bulk/selection.ts'
import { CalendarSkeleton } from '../../calendar/components/calendar-skeleton.tsx'
import type { ListAtHand, ViewDialogKind } from '../../views/components/at-hand.ts'
import { UnsavedActions } from '../../views/components/unsaved-actions.tsx'
import { ViewsButton } from '../../views/components/views-button.tsx'
import { type OpenedList, useOpenedList } from '../../views/use-opened-list.ts'
import { FilterBar } from '../filters/filter-bar.tsx'
import type { TicketSearch } from '../ticket-search.ts'
import { ExportQuestion } from './export-question.tsx'
import { useRememberFirst } from './first-list.ts'
import { ListPhoneBar } from './list-phone-bar.tsx'
import { RowEdits } from './row-edits.tsx'
import { TicketList } from './ticket-list.tsx'
import { TicketListSkeleton } from './ticket-list-skeleton.tsx'
import { ViewTabs } from './view-tabs.tsx'

const route = getRouteApi('/app/tickets')

const OrphanNotice = lazyPart(() => import('../../views/components/orphan-notice.tsx'))
const ViewGone = lazyPart(() => import('../../views/components/view-gone.tsx'))
const TicketBoard = lazyPart(() => import('../../board/components/ticket-board.tsx'))
const TicketCalendar = lazyPart(() => import('../../calendar/components/ticket-calendar.tsx'))

export function TicketListPage() {
  const user = useAuth((auth) => auth.user)
  return user && <Opening user={user} />
}

/** First which list the address means: it may name a saved view, or nothing at all. */
function Opening({ user }: { user: Me }) {
  const opening = useOpenedList(route.useSearch(), user)
  useRememberFirst(user)
  if (opening === 'pending') return <TicketListSkeleton />
  if (opening === 'gone') {
    return (
      <MainPart>
        <ViewGone />
      </MainPart>
    )
  }
  if ('error' in opening) {
    return <ErrorState error={opening.error} title="The view could not be loaded" onRetry={opening.retry} />
  }
  if ('redirect' in opening) return <Navigate to="/tickets" search={opening.redirect} replace />
  return <Tickets user={user} opened={opening.list} />
}

/** What narrows the tickets, and below it the tickets themselves in one of three layouts. */
function Tickets({ user, opened }: { user: Me; opened: OpenedList }) {
  const { search, view } = opened
  useDocumentTitle(view?.name ?? 'Tickets', 'Tickets')
  const navigate = route.useNavigate()
  const open = (address: TicketSearch) => {
    clearSelection()
    void navigate({ search: address, replace: true })
  }
  const show = (next: TicketSearch) => open(opened.address(next))
  /** The same tickets, shown in another way: what is selected stays so. */
  const display = (next: TicketSearch) => void navigate({ search: opened.address(next), replace: true })
  const [asking, setAsking] = useState<ViewDialogKind | null>(null)
  const atHand: ListAtHand = { user, opened, onOpen: open, asking, onAsk: setAsking }
  const isPhone = useIsPhone()
  if (isPhone && search.open) return <Navigate to="/tickets/$ticketId" params={{ ticketId: search.open }} replace />
  return (
    <section aria-label="Tickets" className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
      <ListPhoneBar search={search} />
      <ViewTabs
        user={user}
        search={search}
        isEdited={opened.isEdited}
        onChange={open}
        aside={<ViewsButton {...atHand} />}
      />
      {opened.isOrphan && (
        <Part>
          <OrphanNotice {...atHand} />
        </Part>
      )}
      <FilterBar search={search} onChange={show} onDisplay={display} aside={<UnsavedActions {...atHand} />} />
      {search.layout === 'board' ? (
        <MainPart fallback={<BoardSkeleton />}>
          <TicketBoard search={search} onChange={show} />
        </MainPart>
      ) : search.layout === 'calendar' ? (
        <MainPart fallback={<CalendarSkeleton />}>
          <TicketCalendar search={search} onChange={show} />
        </MainPart>
      ) : (
        <TicketList search={search} onChange={show} onDisplay={display} />
      )}
      <RowEdits />
      <ExportQuestion search={search} />
    </section>
  )
}

import { CalendarCheck, Inbox, ListFilter, SearchX, UserRoundCheck, UsersRound } from 'lucide-react'
import { Button, ButtonLink } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { openSearch } from '../../search/search-panel-store.ts'
import { isFiltered, type TicketSearch, type TicketView, withoutFilters } from '../ticket-search.ts'

const words: Record<TicketView, { icon: typeof Inbox; title: string; text: string }> = {
  open: {
    icon: Inbox,
    title: 'No open tickets',
    text: 'Everything you can see is resolved. When a client reports something, log it here.',
  },
  mine: {
    icon: UserRoundCheck,
    title: 'Nothing is waiting for you',
    text: 'Tickets assigned to you appear here. If you have time, take one that nobody has.',
  },
  'team-unassigned': {
    icon: UsersRound,
    title: 'Your team has handed out everything',
    text: 'Tickets that wait for somebody of your team to take them appear here.',
  },
  unassigned: {
    icon: UsersRound,
    title: 'Every open ticket has somebody',
    text: 'Tickets that nobody could take on their own wait here until somebody does.',
  },
  overdue: {
    icon: UserRoundCheck,
    title: 'Nothing is overdue',
    text: 'A ticket that was not resolved in the time it has comes here, until it is.',
  },
  'follow-up': {
    icon: CalendarCheck,
    title: 'Nothing to follow up today',
    text: 'A ticket with a follow-up date comes here on its day, and stays until it is resolved or gets another date.',
  },
  reported: {
    icon: Inbox,
    title: 'You have not logged a ticket yet',
    text: 'What you log stays here, so that you can tell the client how it goes.',
  },
  all: { icon: Inbox, title: 'No tickets yet', text: 'What clients report is logged as a ticket and kept here.' },
}

interface TicketListEmptyProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

export default function TicketListEmpty({ search, onChange }: TicketListEmptyProps) {
  if (search.q) {
    return (
      <EmptyState
        icon={SearchX}
        title="No ticket says this"
        actions={
          <>
            <Button onClick={() => openSearch(search.q)}>Change the search</Button>
            <Button variant="ghost" onClick={() => onChange(withoutFilters(search))}>
              Show all again
            </Button>
          </>
        }
      >
        Fewer words find more. Numbers, names, phone numbers and what was said on a ticket are looked through as well.
      </EmptyState>
    )
  }
  if (isFiltered(search)) {
    return (
      <EmptyState
        icon={ListFilter}
        title="No ticket matches these filters"
        actions={<Button onClick={() => onChange(withoutFilters(search))}>Remove all filters</Button>}
      >
        Take a filter away above, or look at all tickets.
      </EmptyState>
    )
  }
  const { icon, title, text } = words[search.view ?? 'open']
  return (
    <EmptyState icon={icon} title={title} actions={<NextStep view={search.view ?? 'open'} />}>
      {text}
    </EmptyState>
  )
}

/** Where nothing is left to do, to what there is; where nothing was reported, to reporting. */
function NextStep({ view }: { view: TicketView }) {
  if (view === 'open' || view === 'all' || view === 'reported')
    return <ButtonLink to="/tickets/new">Log a ticket</ButtonLink>
  if (view === 'mine')
    return (
      <ButtonLink to="/tickets" search={{ view: 'unassigned' }}>
        What nobody has
      </ButtonLink>
    )
  return (
    <ButtonLink to="/tickets" search={{}}>
      All open tickets
    </ButtonLink>
  )
}

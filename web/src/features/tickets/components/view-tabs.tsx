import { useQueries } from '@tanstack/react-query'
import { Tabs } from '../../../components/ui/tabs.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { ticketQueries } from '../api.ts'
import { filtersOf, type TicketSearch, type TicketView, ticketViews } from '../ticket-search.ts'
import { LayoutSwitch } from './layout-switch.tsx'

const labels: Record<TicketView, string> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Nobody assigned',
  overdue: 'Overdue',
  reported: 'Reported by me',
  all: 'All',
}

interface ViewTabsProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** The views everybody has, each with how many tickets it holds. */
export function ViewTabs({ search, onChange }: ViewTabsProps) {
  const isPhone = useIsPhone()
  const totals = useQueries({ queries: ticketViews.map((view) => ticketQueries.total(filtersOf({ view }))) })
  return (
    <Tabs
      label="Views"
      value={search.view ?? 'open'}
      onChange={(view) => onChange({ ...search, view: view === 'open' ? undefined : view })}
      aside={!isPhone && <LayoutSwitch search={search} />}
      tabs={ticketViews.map((view, index) => ({ value: view, label: labels[view], count: totals[index]?.data?.total }))}
    />
  )
}

import type { Me } from '@physique57/contracts'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Tabs } from '../../../components/ui/tabs.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import type { KnownPlace } from '../../places/known-places.ts'
import { usePlaces } from '../../places/use-places.ts'
import { ticketQueries } from '../api.ts'
import { filtersOf, type TicketSearch, type TicketView } from '../ticket-search.ts'
import { LayoutSwitch } from './layout-switch.tsx'

/** Always there; the other lists are when they are pinned, or open. */
const alwaysThere: TicketView[] = ['mine', 'unassigned', 'overdue', 'reported', 'all']

interface ViewTabsProps {
  user: Me
  search: TicketSearch
  /** Differs from the saved view it was opened from. */
  isEdited: boolean
  onChange: (search: TicketSearch) => void
  /** At the right end of the bar. */
  aside?: ReactNode
}

/** The lists at hand, each with how many tickets it holds. */
export function ViewTabs({ user, search, isEdited, onChange, aside }: ViewTabsProps) {
  const isPhone = useIsPhone()
  const { known, pinned, first } = usePlaces(user)
  const here = search.saved ?? search.view ?? 'open'
  const always = known.filter(({ id }) => isOneOf(alwaysThere, id))
  const others = [...pinned, ...known.filter(({ id }) => id === here)].filter((each) => !always.includes(each))
  const shown = [open, ...always, ...new Set(others)]
  const totals = useQueries({ queries: shown.map((place) => ticketQueries.total(filtersOf(place.shown))) })
  const choose = (id: string) => {
    const place = shown.find((each) => each.id === id) ?? open
    if (place.search.saved) return onChange(place.search)
    // filters of one's own go along; those of a saved view belong to it
    const ownFilters = search.saved ? {} : search
    // without a word it would be the list that opens first
    onChange({ ...ownFilters, view: place === open && !first ? undefined : (place.search.view ?? 'open') })
  }
  return (
    <Tabs
      label="Views"
      value={here}
      onChange={choose}
      aside={
        <div className="flex flex-none items-center gap-2 pl-2">
          {aside}
          {!isPhone && <LayoutSwitch search={search} />}
        </div>
      }
      tabs={shown.map(({ id, label }, index) => ({
        value: id,
        label: id === 'all' ? 'All' : id === 'mine' ? 'Mine' : label,
        mark: isEdited && id === here && <Unsaved />,
        count: totals[index]?.data?.total,
      }))}
    />
  )
}

const open: Pick<KnownPlace, 'label' | 'search' | 'shown'> & { id: string } = {
  id: 'open',
  label: 'Open',
  search: {},
  shown: {},
}

const isOneOf = (views: readonly string[], id: string): boolean => views.includes(id)

function Unsaved() {
  return (
    <span title="Changed, not saved" className="size-1.5 flex-none rounded-full bg-amber">
      <span className="sr-only">, changed and not saved</span>
    </span>
  )
}

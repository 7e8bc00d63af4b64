import type { Me, Pin, Place, SavedView } from '@physique57/contracts'
import {
  AlarmClock,
  CalendarCheck,
  CircleUserRound,
  Files,
  Globe,
  ListFilter,
  type LucideIcon,
  PenLine,
  UserRoundX,
  UsersRound,
} from 'lucide-react'
import type { TicketSearch } from '../tickets/ticket-search.ts'
import { searchOf } from '../views/view-search.ts'

/** A list with a name: one that everybody has, or a saved view. */
export interface KnownPlace {
  id: Pin
  label: string
  icon: LucideIcon
  /** What its address says. */
  search: TicketSearch
  /** What is in it. */
  shown: TicketSearch
}

const everybodys: Record<Place, { label: string; icon: LucideIcon }> = {
  mine: { label: 'My tickets', icon: CircleUserRound },
  'team-unassigned': { label: 'My team, unassigned', icon: UsersRound },
  unassigned: { label: 'Nobody assigned', icon: UserRoundX },
  overdue: { label: 'Overdue', icon: AlarmClock },
  'follow-up': { label: 'Follow up today', icon: CalendarCheck },
  reported: { label: 'Reported by me', icon: PenLine },
  all: { label: 'All tickets', icon: Files },
}

const icons: Record<SavedView['audience'], LucideIcon> = { private: ListFilter, team: UsersRound, everyone: Globe }

/** What everybody may keep in the sidebar; somebody without a team has no team's tickets. */
export const builtInPlaces = ({ team }: Me): KnownPlace[] =>
  (Object.keys(everybodys) as Place[])
    .filter((id) => team || id !== 'team-unassigned')
    .map((id) => ({ id, ...everybodys[id], search: { view: id }, shown: { view: id } }))

export const placeOfView = (view: SavedView): KnownPlace => ({
  id: view.id,
  label: view.name,
  icon: icons[view.audience],
  search: { saved: view.id },
  shown: searchOf(view),
})

import type { Me, Place } from '@physique57/contracts'
import { AlarmClock, Files, type LucideIcon, PenLine, UserRoundX, UsersRound } from 'lucide-react'
import type { TicketSearch } from '../tickets/ticket-search.ts'

export interface KnownPlace {
  id: Place
  label: string
  icon: LucideIcon
  search: TicketSearch
}

/** What this person may keep in the sidebar; somebody without a team has no team's tickets. */
export function knownPlaces(user: Me): KnownPlace[] {
  return [
    ...(user.team
      ? [
          {
            id: 'team-unassigned' as const,
            label: 'My team, unassigned',
            icon: UsersRound,
            search: { view: 'unassigned' as const, teamId: user.team.id },
          },
        ]
      : []),
    { id: 'unassigned', label: 'Nobody assigned', icon: UserRoundX, search: { view: 'unassigned' } },
    { id: 'overdue', label: 'Overdue', icon: AlarmClock, search: { view: 'overdue' } },
    { id: 'reported', label: 'Reported by me', icon: PenLine, search: { view: 'reported' } },
    { id: 'all', label: 'All tickets', icon: Files, search: { view: 'all' } },
  ]
}

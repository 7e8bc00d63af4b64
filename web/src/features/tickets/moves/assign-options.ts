import type { Answer, Me, people, TicketSummary } from '@physique57/contracts'
import type { Assignment } from './ticket-actions.ts'

/** One way to hand a ticket on, as the assign menu lists it. */
export interface AssignOption {
  value: string
  label: string
  hint?: string | undefined
  /** What else people type for it: "me" must not be Meher. */
  keywords?: readonly string[]
  group: 'Now' | 'People' | 'Teams'
  person?: { id: string; name: string }
  assignment: Assignment
}

/** Everything the signed-in person may do about who has this ticket. */
export function assignOptions(
  ticket: TicketSummary,
  me: Me,
  assignable: Answer<typeof people.assignable> | undefined,
): AssignOption[] {
  const { assign, assignWithinTeam, take, handBack } = ticket.can
  const mayChoose = assign || assignWithinTeam
  const isMine = ticket.assignee?.id === me.id
  const reachable = (teamId: string) => assign || teamId === ticket.team?.id

  const now: AssignOption[] = []
  if (!isMine && (take || mayChoose)) {
    now.push(
      at('me', 'Take it', { to: { userId: me.id }, assignee: { id: me.id, name: me.name } }, 'yourself', ['me', 'I']),
    )
  }
  if (mayChoose) now.push(at('auto', 'Assign automatically', { to: { auto: true } }, 'by the rules', ['rules']))
  if (isMine && handBack)
    now.push(at('none', 'Hand back', { to: { userId: null }, assignee: null }, 'to the team’s queue', ['nobody']))
  else if (ticket.assignee && mayChoose)
    now.push(at('none', 'Unassign', { to: { userId: null }, assignee: null }, undefined, ['nobody']))
  if (!mayChoose || !assignable) return now

  const others = assignable.people
    .filter((person) => person.id !== ticket.assignee?.id && person.id !== me.id && reachable(person.team.id))
    .map(
      (person): AssignOption => ({
        value: person.id,
        label: person.name,
        hint: person.available ? person.team.name : `${person.team.name}, away`,
        group: 'People',
        person,
        assignment: { to: { userId: person.id }, assignee: { id: person.id, name: person.name } },
      }),
    )
  const teams = assignable.teams
    .filter((team) => reachable(team.id))
    .map(
      (team): AssignOption => ({
        value: team.id,
        label: team.name,
        hint: 'team queue',
        group: 'Teams',
        assignment: { to: { teamId: team.id }, assignee: null },
      }),
    )
  return [...now, ...others, ...teams]
}

const at = (
  value: string,
  label: string,
  assignment: Assignment,
  hint?: string,
  keywords: readonly string[] = [],
): AssignOption => ({
  value,
  label,
  hint,
  keywords,
  group: 'Now',
  assignment,
})

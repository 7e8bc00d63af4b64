import type { ResponseKind, TicketStatus } from '@physique57/contracts'
import type { TeamName } from '../catalogue/teams.ts'
import type { Assignment } from '../features/assignment/choose-assignee.ts'
import type { Person } from './people.ts'
import type { Report } from './report.ts'

/** A ticket's life as people would tell it; rows are made from it, so that they agree with each other. */
export interface Story {
  id: string
  report: Report
  /** In order of time. */
  events: StoryEvent[]
  watchers: Person[]
}

/** `by: null` is the system. */
export type StoryEvent = { at: Date; by: Person | null } & (
  | { what: 'created' }
  | { what: 'assigned'; assignee: Person | null; team: TeamName; decision: Decision | null }
  | { what: 'responded'; kind: ResponseKind; body: string }
  | { what: 'status_changed'; to: 'in_progress' | 'pending' }
  | { what: 'escalated'; level: number; reason: string; to: Person[] }
  | { what: 'resolved'; note: string; informed: string | null }
  | { what: 'closed' }
  | { what: 'reopened'; reason: string }
)

export type Decision = Assignment & { ruleId: string | null }

export interface Standing {
  status: TicketStatus
  assignee: Person | null
  team: TeamName | null
  level: number
}

/** How the ticket stood at a moment. */
export const standingAt = ({ events }: Pick<Story, 'events'>, at: Date): Standing =>
  events.filter((event) => event.at <= at).reduce(after, { status: 'new', assignee: null, team: null, level: 0 })

export function after(standing: Standing, event: StoryEvent): Standing {
  switch (event.what) {
    case 'created':
    case 'responded':
      return standing
    case 'assigned':
      return {
        ...standing,
        assignee: event.assignee,
        team: event.team,
        status: statusOnceAssigned(standing.status, event.assignee),
      }
    case 'status_changed':
      return { ...standing, status: event.to }
    case 'escalated':
      return { ...standing, level: event.level }
    case 'resolved':
    case 'closed':
    case 'reopened':
      return { ...standing, status: event.what }
  }
}

/** Work that has begun keeps its status. */
function statusOnceAssigned(status: TicketStatus, assignee: Person | null): TicketStatus {
  if (status !== 'new' && status !== 'assigned') return status
  return assignee ? 'assigned' : 'new'
}

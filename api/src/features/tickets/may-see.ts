import { seesEverything } from '@physique57/contracts'
import type { Actor } from '../../context.ts'

/** Who is concerned by a ticket, as the database says after a change. */
export interface Audience {
  ticketId: string
  teamId: string | null
  assigneeId: string | null
  reporterId: string
  watcherIds: string[]
  isDeleted: boolean
}

/**
 * The visibility rule of the policy `tickets_visible`, for connections held in memory and for mail: asking the database for each of
 * them would cost a query a connection. access-same-set.test.ts holds the two equal.
 */
export function maySee(actor: Pick<Actor, 'id' | 'role' | 'team'>, ticket: Audience): boolean {
  if (ticket.isDeleted) return actor.role === 'admin'
  return (
    seesEverything(actor.role) ||
    (actor.team !== null && actor.team.id === ticket.teamId) ||
    actor.id === ticket.assigneeId ||
    actor.id === ticket.reporterId ||
    ticket.watcherIds.includes(actor.id)
  )
}

/** Of a ticket the caller has before them. */
export const audienceOf = (
  ticketId: string,
  facts: Omit<Audience, 'ticketId' | 'watcherIds'>,
  watchers: { id: string }[],
): Audience => ({ ticketId, ...facts, watcherIds: watchers.map(({ id }) => id) })

import type { Db } from '../../db/database.ts'
import { type Audience, audienceOf } from './may-see.ts'
import { findWatchers, getVisibleTicket } from './tickets.queries.ts'

/** Who is concerned by a ticket that the caller sees; 404 for any other. */
export async function getAudience(db: Db, ticketId: string): Promise<Audience> {
  const facts = await getVisibleTicket(db, ticketId)
  return audienceOf(ticketId, facts, await findWatchers(db, ticketId))
}

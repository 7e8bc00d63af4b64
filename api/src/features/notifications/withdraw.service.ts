import type { Db } from '../../db/database.ts'
import { deleteUnnoticed, findTold } from './notifications.queries.ts'

/**
 * Takes back what was told about a ticket in this time, as far as nobody has read it and no mail has gone. Answers who had
 * noticed. Needs `actAsSystem` for the ticket.
 */
export async function withdrawNotifications(db: Db, ticketId: string, from: Date, to: Date): Promise<string[]> {
  await deleteUnnoticed(db, ticketId, from, to)
  return findTold(db, ticketId, from, to)
}

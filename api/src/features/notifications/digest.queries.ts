import { type NotNull, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { findMailedTickets, type MailedTicket } from './mail.queries.ts'

export interface DigestItem {
  id: string
  message: string
  responseId: string | null
  createdAt: Date
  ticket: MailedTicket
}

const items = (db: Db) =>
  db
    .selectFrom('notifications')
    .select(['id', 'message', 'createdAt', 'responseId', 'ticketId'])
    // what is mailed is about a ticket (notifications_mailed)
    .$narrowType<{ ticketId: NotNull }>()
    .orderBy('createdAt')
    .orderBy('id')

/** What is to be in somebody's digest by now, oldest first, locked. What they have read since is left out. */
export const findDigestWaiting = async (db: Db, userId: string): Promise<DigestItem[]> =>
  withTickets(
    db,
    await items(db)
      .where('userId', '=', userId)
      .where('readAt', 'is', null)
      .where(sql<boolean>`by_mail and mail_id is null and digest and mail_at <= now()`)
      .forUpdate()
      .execute(),
  )

export const findDigestItems = async (db: Db, mailId: string): Promise<DigestItem[]> =>
  withTickets(db, await items(db).where('mailId', '=', mailId).execute())

type Item = Omit<DigestItem, 'ticket'> & { ticketId: string }

async function withTickets(db: Db, found: readonly Item[]): Promise<DigestItem[]> {
  if (found.length === 0) return []
  const tickets = await findMailedTickets(db, [...new Set(found.map(({ ticketId }) => ticketId))])
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  return found.flatMap(({ ticketId, ...item }) => {
    const ticket = byId.get(ticketId)
    return ticket ? [{ ...item, ticket }] : []
  })
}

export const rewriteMail = (db: Db, id: string, content: { subject: string; textBody: string; htmlBody: string }) =>
  db.updateTable('outbox').set(content).where('id', '=', id).execute()

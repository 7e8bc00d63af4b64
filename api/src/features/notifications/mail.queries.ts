import { type Insertable, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

/** What waits to be mailed to one person about one ticket, oldest first, locked. What they have read since is left out. */
export const findToMail = (db: Db, userId: string, ticketId: string) =>
  db
    .selectFrom('notifications')
    .select(['id', 'message', 'createdAt'])
    .where('userId', '=', userId)
    .where('ticketId', '=', ticketId)
    .where(sql<boolean>`by_mail and mail_id is null`)
    .where('readAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .forUpdate()
    .execute()

export const getRecipient = (db: Db, userId: string) =>
  db
    .selectFrom('users')
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select([
      'users.id',
      'users.name',
      'users.email',
      'users.role',
      'users.status',
      'teams.id as teamId',
      'teams.name as teamName',
    ])
    .where('users.id', '=', userId)
    .executeTakeFirstOrThrow()

export const getMailedTicket = (db: Db, ticketId: string) =>
  db
    .selectFrom('tickets')
    .innerJoin('studios', 'studios.id', 'tickets.studioId')
    .select([
      'tickets.id',
      'number',
      'title',
      'status',
      'priority',
      'assignedTeamId as teamId',
      'assignedToUserId as assigneeId',
      'reportedByUserId as reporterId',
      'deletedAt',
      'studios.name as studioName',
    ])
    .select(
      sql<string[]>`array(select user_id from public.ticket_watchers where ticket_id = tickets.id)`.as('watcherIds'),
    )
    .where('tickets.id', '=', ticketId)
    .executeTakeFirstOrThrow()

export async function insertMail(db: Db, mail: Insertable<Tables['outbox']>, notificationIds: string[]): Promise<void> {
  await db.insertInto('outbox').values(mail).execute()
  await db.updateTable('notifications').set({ mailId: mail.id }).where('id', 'in', notificationIds).execute()
}

/** The queued mails of this person and ticket that nobody else is sending at the moment. */
export const claimQueued = (db: Db, userId: string, ticketId: string) =>
  db
    .updateTable('outbox')
    .set({ claimedAt: sql`now()` })
    .where('userId', '=', userId)
    .where('ticketId', '=', ticketId)
    .where('status', '=', 'queued')
    .where(sql<boolean>`(claimed_at is null or claimed_at < now() - interval '2 minutes')`)
    .returning(['id', 'messageId', 'toAddress', 'subject', 'textBody', 'htmlBody'])
    .execute()

export const markSent = (db: Db, id: string) =>
  db.updateTable('outbox').set({ status: 'sent', sentAt: sql`now()`, detail: null }).where('id', '=', id).execute()

/** Lets the next attempt have it at once, and says why this one failed. */
export const releaseMail = (db: Db, id: string, detail: string) =>
  db.updateTable('outbox').set({ claimedAt: null, detail }).where('id', '=', id).execute()

import { type Insertable, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

/**
 * Whoever changes a ticket holds its row until what they tell about it is there. Without waiting for them, a job that is
 * due at this moment would miss it, and nobody would ask for another: theirs was taken for a repetition of this one.
 */
export const waitForChanges = (db: Db, ticketId: string) =>
  db.selectFrom('tickets').select('id').where('id', '=', ticketId).forShare().execute()

/** What waits to be mailed to one person about one ticket, oldest first, locked. What they have read since is left out. */
export const findToMail = (db: Db, userId: string, ticketId: string) =>
  db
    .selectFrom('notifications')
    .select(['id', 'message', 'createdAt', 'responseId'])
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

/** The oldest queued mail of this person and ticket that nobody else is sending. Whoever claimed it 20 s ago is dead. */
export const claimNext = (db: Db, userId: string, ticketId: string) =>
  db
    .updateTable('outbox')
    .set({ claimedAt: sql`now()` })
    .where('id', '=', (outbox) =>
      outbox
        .selectFrom('outbox')
        .select('id')
        .where('userId', '=', userId)
        .where('ticketId', '=', ticketId)
        .where('status', '=', 'queued')
        .where(sql<boolean>`(claimed_at is null or claimed_at < now() - interval '20 seconds')`)
        .orderBy('createdAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'messageId', 'toAddress', 'subject', 'textBody', 'htmlBody'])
    .executeTakeFirst()

export async function isAnyQueued(db: Db, userId: string, ticketId: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('userId', '=', userId)
    .where('ticketId', '=', ticketId)
    .where('status', '=', 'queued')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const markSent = (db: Db, id: string) =>
  db.updateTable('outbox').set({ status: 'sent', sentAt: sql`now()`, detail: null }).where('id', '=', id).execute()

/** Lets the next attempt have it at once, and says why this one failed. */
export const releaseMail = (db: Db, id: string, detail: string) =>
  db.updateTable('outbox').set({ claimedAt: null, detail }).where('id', '=', id).execute()

export const markDropped = (db: Db, id: string, detail: string) =>
  db.updateTable('outbox').set({ status: 'dropped', detail }).where('id', '=', id).execute()

import { type Insertable, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

/**
 * Whoever changes a ticket holds its row until what they tell about it is there. Without waiting for them, a job that is
 * due at this moment would miss it, and nobody would ask for another: theirs was taken for a repetition of this one.
 */
export const waitForChanges = (db: Db, ticketId: string) =>
  db.selectFrom('tickets').select('id').where('id', '=', ticketId).forShare().execute()

/** What is to be mailed to one person about one ticket by now, oldest first, locked. What they have read since is left out. */
export const findToMail = (db: Db, userId: string, ticketId: string) =>
  db
    .selectFrom('notifications')
    .select(['id', 'message', 'createdAt', 'responseId'])
    .where('userId', '=', userId)
    .where('ticketId', '=', ticketId)
    .where(sql<boolean>`by_mail and mail_id is null and not digest and mail_at <= now()`)
    .where('readAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .forUpdate()
    .execute()

export type Recipient = Awaited<ReturnType<typeof getRecipient>>

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
      'users.timeZone',
      'teams.id as teamId',
      'teams.name as teamName',
    ])
    .where('users.id', '=', userId)
    .executeTakeFirstOrThrow()

export type MailedTicket = Awaited<ReturnType<typeof getMailedTicket>>

export const getMailedTicket = (db: Db, id: string) =>
  mailedTickets(db).where('tickets.id', '=', id).executeTakeFirstOrThrow()

export const findMailedTickets = (db: Db, ids: string[]) => mailedTickets(db).where('tickets.id', 'in', ids).execute()

const mailedTickets = (db: Db) =>
  db
    .selectFrom('tickets')
    .innerJoin('studios', 'studios.id', 'tickets.studioId')
    .select([
      'tickets.id',
      'number',
      'title',
      'assignedTeamId as teamId',
      'assignedToUserId as assigneeId',
      'reportedByUserId as reporterId',
      'deletedAt',
      'studios.name as studioName',
    ])
    .select(
      sql<string[]>`array(select user_id from public.ticket_watchers where ticket_id = tickets.id)`.as('watcherIds'),
    )

export async function insertMail(db: Db, mail: Insertable<Tables['outbox']>, notificationIds: string[]): Promise<void> {
  await db.insertInto('outbox').values(mail).execute()
  await db.updateTable('notifications').set({ mailId: mail.id }).where('id', 'in', notificationIds).execute()
}

/** The mails of one person about one ticket, or their digests. */
export type MailAbout = { userId: string } & ({ ticketId: string } | { digest: true })

const isAbout = (about: MailAbout) =>
  'ticketId' in about
    ? sql<boolean>`user_id = ${about.userId} and ticket_id = ${about.ticketId}`
    : sql<boolean>`user_id = ${about.userId} and digest`

export type QueuedMail = NonNullable<Awaited<ReturnType<typeof claimNext>>>

/** The oldest queued mail about this that nobody else is sending. Whoever claimed it 20 s ago is dead. */
export const claimNext = (db: Db, about: MailAbout) =>
  db
    .updateTable('outbox')
    .set({ claimedAt: sql`now()` })
    .where('id', '=', (outbox) =>
      outbox
        .selectFrom('outbox')
        .select('id')
        .where(isAbout(about))
        .where('status', '=', 'queued')
        .where(sql<boolean>`(claimed_at is null or claimed_at < now() - interval '20 seconds')`)
        .orderBy('createdAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'messageId', 'toAddress', 'subject', 'textBody', 'htmlBody'])
    .executeTakeFirst()

export async function isAnyQueued(db: Db, about: MailAbout): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where(isAbout(about))
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

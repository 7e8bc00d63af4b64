import type { Insertable } from 'kysely'
import { type NotNull, sql } from 'kysely'
import { countCapped } from '../../db/count-capped.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import type { TimeCursor } from '../../http/cursor.ts'

export const insertNotifications = (db: Db, rows: Insertable<Tables['notifications']>[]) =>
  db.insertInto('notifications').values(rows).execute()

export async function getPriority(db: Db, ticketId: string) {
  const { priority } = await db
    .selectFrom('tickets')
    .select('priority')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return priority
}

/** What has come into the caller's inbox: row-level security shows nobody else's, and no ticket out of sight. */
const own = (db: Db) =>
  db
    .selectFrom('notifications')
    .leftJoin('tickets', 'tickets.id', 'notifications.ticketId')
    .leftJoin('users as actor', 'actor.id', 'notifications.actorId')
    .where('notifications.inAppAt', '<=', sql<Date>`now()`)
    .where((where) => where.or([where('tickets.id', 'is not', null), where('notifications.ticketId', 'is', null)]))

const shown = [
  'notifications.id',
  'notifications.event',
  'notifications.kind',
  'notifications.message',
  'notifications.createdAt',
  'notifications.inAppAt',
  'notifications.readAt',
  'notifications.responseId',
  'notifications.exportId',
  'notifications.operationId',
  'tickets.id as ticketId',
  'tickets.number as ticketNumber',
  'tickets.title as ticketTitle',
  'actor.id as actorId',
  'actor.name as actorName',
] as const

export type NotificationRow = Awaited<ReturnType<typeof findNotifications>>[number]

export const findNotifications = (db: Db, unread: boolean | undefined, limit: number, after: TimeCursor | undefined) =>
  own(db)
    .select(shown)
    .$narrowType<{ inAppAt: NotNull }>()
    .$if(unread === true, (query) => query.where('notifications.readAt', 'is', null))
    .$if(unread === false, (query) => query.where('notifications.readAt', 'is not', null))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(notifications.in_app_at, notifications.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('notifications.inAppAt', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(limit)
    .execute()

export const findNotification = (db: Db, id: string) =>
  own(db).select(shown).where('notifications.id', '=', id).$narrowType<{ inAppAt: NotNull }>().executeTakeFirst()

export const countNotifications = (db: Db, unread: boolean | undefined) =>
  countCapped(
    db,
    own(db)
      .select('notifications.id')
      .$if(unread === true, (query) => query.where('notifications.readAt', 'is', null))
      .$if(unread === false, (query) => query.where('notifications.readAt', 'is not', null)),
  )

export const markRead = (db: Db, id: string, at: Date) =>
  db.updateTable('notifications').set({ readAt: at }).where('id', '=', id).where('readAt', 'is', null).execute()

/** Locked in the order in which a mail locks them, so that neither waits for the other. */
export const markAllRead = (db: Db, at: Date, ticketId: string | undefined) =>
  sql`
    with unread as (
      select id from public.notifications where user_id = (select app.me()) and read_at is null
        and in_app_at <= now() ${ticketId ? sql`and ticket_id = ${ticketId}` : sql``}
      order by created_at, id for update)
    update public.notifications set read_at = ${at} where id in (select id from unread)`.execute(db)

/** Neither read nor mailed. */
export const deleteUnnoticed = (db: Db, ticketId: string, from: Date, to: Date) =>
  db
    .deleteFrom('notifications')
    .where('ticketId', '=', ticketId)
    .where('createdAt', '>=', from)
    .where('createdAt', '<=', to)
    .where('readAt', 'is', null)
    .where('mailId', 'is', null)
    .execute()

/** Who was told something about a ticket in this time. */
export async function findTold(db: Db, ticketId: string, from: Date, to: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications')
    .select('userId')
    .distinct()
    .where('ticketId', '=', ticketId)
    .where('createdAt', '>=', from)
    .where('createdAt', '<=', to)
    .execute()
  return rows.map(({ userId }) => userId)
}

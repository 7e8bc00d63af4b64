import { type NotNull, sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** Unread, to be mailed by now, and not at once when it happened: that has a job of its own. */
const isDue = sql<boolean>`by_mail and mail_id is null and read_at is null and mail_at <= now() and mail_at > created_at`

export const findDueMails = (db: Db) =>
  db
    .selectFrom('notifications')
    .select(['userId', 'ticketId'])
    // what is mailed is about a ticket (notifications_mailed)
    .$narrowType<{ ticketId: NotNull }>()
    .distinct()
    .where(isDue)
    .where('digest', '=', false)
    .execute()

export const findDueDigests = (db: Db) =>
  db.selectFrom('notifications').select('userId').distinct().where(isDue).where('digest', '=', true).execute()

/** Tells the browsers of whoever has had something come into their inbox without anything happening. Twice does no harm. */
export const announceArrivals = (db: Db) =>
  sql`
    select app.announce('notifications', array(
      select distinct user_id from public.notifications
      where in_app_at > created_at and in_app_at between now() - interval '2 minutes' and now() and read_at is null
      order by user_id))`.execute(db)

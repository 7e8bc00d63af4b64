import type { NotificationPreferences, TicketEvent } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { ChosenDeliveries } from '../../db/tables.ts'
import type { Plan } from './plan-delivery.ts'
import type { StoredPreferences } from './stored-preferences.ts'

/** Of whoever is to be told, in no order. Needs `actAsSystem`. */
export async function findPreferencesOf(
  db: Db,
  people: string[],
): Promise<(StoredPreferences & { userId: string; timeZone: string })[]> {
  const { rows } = await sql<StoredPreferences & { userId: string; timeZone: string }>`
    select * from app.preferences_of(${people}::uuid[])`.execute(db)
  return rows
}

const stored = ['deliveries', 'digestEvery', 'digestAt', 'quietFrom', 'quietTo'] as const

export const findPreferences = (db: Db, userId: string) =>
  db.selectFrom('notificationPreferences').select(stored).where('userId', '=', userId).executeTakeFirst()

/** Made if there are none yet, and locked, so that two changes at once both count. */
export async function lockPreferences(db: Db, userId: string) {
  await db
    .insertInto('notificationPreferences')
    .values({ userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('notificationPreferences')
    .select(stored)
    .where('userId', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export const updatePreferences = (
  db: Db,
  userId: string,
  deliveries: ChosenDeliveries,
  { digest, quietHours }: Pick<NotificationPreferences, 'digest' | 'quietHours'>,
  now: Date,
) =>
  db
    .updateTable('notificationPreferences')
    .set({
      deliveries: JSON.stringify(deliveries),
      digestEvery: digest.every,
      digestAt: digest.at,
      quietFrom: quietHours?.from ?? null,
      quietTo: quietHours?.to ?? null,
      updatedAt: now,
    })
    .where('userId', '=', userId)
    .execute()

/** What waits for a digest or for the end of quiet hours goes by the new plans. */
export async function replanWaiting(
  db: Db,
  userId: string,
  plans: readonly (Plan & { event: TicketEvent })[],
  now: Date,
): Promise<void> {
  const events = plans.map(({ event }) => event)
  await sql`
    update public.notifications n set by_mail = plan.by_mail, digest = plan.digest, mail_at = plan.mail_at
    from unnest(${events}::text[], ${plans.map(({ byMail }) => byMail)}::boolean[], ${plans.map(({ digest }) => digest)}::boolean[],
      ${plans.map(({ mailAt }) => mailAt)}::timestamptz[]) plan (event, by_mail, digest, mail_at)
    where n.user_id = ${userId} and n.event = plan.event and n.by_mail and n.mail_id is null and n.read_at is null
      and n.mail_at > ${now}`.execute(db)
  await sql`
    update public.notifications n set in_app_at = plan.in_app_at
    from unnest(${events}::text[], ${plans.map(({ inAppAt }) => inAppAt)}::timestamptz[]) plan (event, in_app_at)
    where n.user_id = ${userId} and n.event = plan.event and n.in_app_at > ${now}`.execute(db)
}

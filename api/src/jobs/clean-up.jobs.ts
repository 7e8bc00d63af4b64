import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** What nobody asks for any more: idempotency keys and drafts after 30 days, sessions after 90, links after a week. */
export async function cleanUpOldRows(db: Db): Promise<void> {
  await db.deleteFrom('idempotencyKeys').where('createdAt', '<', sql<Date>`now() - interval '30 days'`).execute()
  await db.deleteFrom('drafts').where('updatedAt', '<', sql<Date>`now() - interval '30 days'`).execute()
  await db.deleteFrom('accountLinks').where('expiresAt', '<', sql<Date>`now() - interval '7 days'`).execute()
  await db.deleteFrom('signUps').where('expiresAt', '<', sql<Date>`now() - interval '7 days'`).execute()
  await db
    .deleteFrom('sessions')
    .where(sql<Date>`coalesce(ended_at, expires_at)`, '<', sql<Date>`now() - interval '90 days'`)
    .execute()
}

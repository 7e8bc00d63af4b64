import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * What nobody asks for any more: changes that can no longer be taken back and deleted views after a day, idempotency keys,
 * drafts and what became of changes to many tickets and of exports after 30,
 * sessions after 90, links after a week. A merge can always be undone.
 */
export async function cleanUpOldRows(db: Db): Promise<void> {
  await db
    .deleteFrom('ticketChanges')
    .where('endedAt', '<', sql<Date>`now() - interval '1 day'`)
    .where((where) => where.or([where('action', '!=', 'merge'), where('undoneAt', 'is not', null)]))
    .execute()
  await db.deleteFrom('idempotencyKeys').where('createdAt', '<', sql<Date>`now() - interval '30 days'`).execute()
  const old = db
    .selectFrom('bulkOperations')
    .select('id')
    .where('createdAt', '<', sql<Date>`now() - interval '30 days'`)
  await db.deleteFrom('bulkItems').where('operationId', 'in', old).execute()
  await db.deleteFrom('bulkOperations').where('undoesId', 'is not', null).where('id', 'in', old).execute()
  await db.deleteFrom('bulkOperations').where('id', 'in', old).where('id', 'not in', whatIsStillUndone(db)).execute()
  // one that still has a file loses it with the hour
  await db
    .deleteFrom('exports')
    .where('createdAt', '<', sql<Date>`now() - interval '30 days'`)
    .where('fileId', 'is', null)
    .execute()
  await db.deleteFrom('drafts').where('updatedAt', '<', sql<Date>`now() - interval '30 days'`).execute()
  await db.deleteFrom('savedViews').where('deletedAt', '<', sql<Date>`now() - interval '1 day'`).execute()
  await db.deleteFrom('accountLinks').where('expiresAt', '<', sql<Date>`now() - interval '7 days'`).execute()
  await db.deleteFrom('signUps').where('expiresAt', '<', sql<Date>`now() - interval '7 days'`).execute()
  await db
    .deleteFrom('sessions')
    .where(sql<Date>`coalesce(ended_at, expires_at)`, '<', sql<Date>`now() - interval '90 days'`)
    .execute()
}

const whatIsStillUndone = (db: Db) =>
  db.selectFrom('bulkOperations').select(sql<string>`undoes_id`.as('id')).where('undoesId', 'is not', null)

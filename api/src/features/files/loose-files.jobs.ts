import { sql } from 'kysely'
import type { Files } from '../../adapters/files/files.ts'
import type { Db } from '../../db/database.ts'

const HOUR = 3_600_000

/** Uploads of yesterday that became part of nothing, and bytes whose row is gone. */
export async function removeLooseFiles({ db, files }: { db: Db; files: Files }): Promise<void> {
  const loose = await db
    .deleteFrom('ticketAttachments')
    .where('ticketId', 'is', null)
    .where('createdAt', '<', sql<Date>`now() - interval '24 hours'`)
    .returning('id')
    .execute()
  for (const { id } of loose) await files.remove(id)

  // a row is there before its first byte, so what is an hour old and has none was left behind
  let batch: string[] = []
  for await (const id of files.listIds(new Date(Date.now() - HOUR))) {
    batch.push(id)
    if (batch.length === 500) batch = await removeUnknown({ db, files }, batch)
  }
  await removeUnknown({ db, files }, batch)
}

async function removeUnknown({ db, files }: { db: Db; files: Files }, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('ticketAttachments')
    .select('id')
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .unionAll(
      db
        .selectFrom('exports')
        .select(sql<string>`file_id`.as('id'))
        .where(sql<boolean>`file_id = any (${ids}::uuid[])`),
    )
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  for (const id of ids) if (!known.has(id)) await files.remove(id)
  return []
}

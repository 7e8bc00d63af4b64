import type { Export, TicketColumnKey } from '@physique57/contracts'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { ExportWanted, Tables } from '../../db/tables.ts'

/** Row-level security shows one's own. */
const exports = (db: Db) =>
  db
    .selectFrom('exports')
    .select([
      'id',
      'format',
      'state',
      'done',
      'total',
      'fileId',
      'size',
      'sha256',
      'reason',
      'role',
      'teamId',
      'createdAt',
      'expiresAt',
    ])

export type ExportRow = NonNullable<Awaited<ReturnType<typeof findExport>>>

export const findExport = (db: Db, id: string) => exports(db).where('id', '=', id).executeTakeFirst()

export const findLatestExports = (db: Db) =>
  exports(db).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(20).execute()

export const insertExport = (
  db: Db,
  {
    wanted,
    ...row
  }: Pick<Insertable<Tables['exports']>, 'id' | 'userId' | 'format'> & {
    columns: TicketColumnKey[]
    wanted: ExportWanted
  },
) =>
  db
    .insertInto('exports')
    .values({ ...row, wanted: JSON.stringify(wanted) })
    .execute()

/** Locked, so that two that begin it at once do so one after the other. */
export const findUnderWay = (db: Db, id: string) =>
  db
    .selectFrom('exports')
    .select(['id', 'format', 'wanted', 'columns', 'attempts', 'fileId', 'createdAt'])
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .forUpdate()
    .executeTakeFirst()

export const updateExport = (db: Db, id: string, changes: Updateable<Tables['exports']>) =>
  db.updateTable('exports').set(changes).where('id', '=', id).execute()

/** Of one attempt; answers whether it is still the one that counts. */
export async function updateAttempt(
  db: Db,
  id: string,
  fileId: string,
  changes: Updateable<Tables['exports']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('exports')
    .set(changes)
    .where('id', '=', id)
    .where('fileId', '=', fileId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const getTotal = async (db: Db, id: string): Promise<number> =>
  (await db.selectFrom('exports').select('total').where('id', '=', id).executeTakeFirstOrThrow()).total ?? 0

/** Ends one, wherever it is. Returns whose bytes are then nobody's. */
export async function endExport(db: Db, id: string, state: Export['state'], reason: string | null = null) {
  const row = await db.selectFrom('exports').select('fileId').where('id', '=', id).forUpdate().executeTakeFirst()
  await updateExport(db, id, { state, reason, fileId: null })
  return row?.fileId ?? null
}

/** What can no longer be fetched, and what was never finished because nobody is there any more. */
export const findOld = (db: Db) =>
  db
    .selectFrom('exports')
    .select(['id', 'state'])
    .where((where) =>
      where.or([
        where.and([where('expiresAt', '<', sql<Date>`now()`), where('fileId', 'is not', null)]),
        where.and([
          where('state', 'in', ['waiting', 'running']),
          where('createdAt', '<', sql<Date>`now() - interval '24 hours'`),
        ]),
      ]),
    )
    .execute()

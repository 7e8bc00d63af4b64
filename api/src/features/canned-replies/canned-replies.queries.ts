import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { comesAfter } from '../../db/comes-after.ts'
import { countCapped } from '../../db/count-capped.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import type { NameCursor } from '../../http/cursor.ts'

export type CannedReplyRow = Awaited<ReturnType<typeof findCannedReplies>>[number]

const found = (db: Db, q: string | undefined) =>
  db.selectFrom('cannedReplies').$if(q !== undefined && q !== '', (query) => query.where(hasEveryWord(q ?? '')))

const hasEveryWord = (q: string) =>
  sql<SqlBool>`(select bool_and(strpos(
      lower(canned_replies.title || ' ' || coalesce(canned_replies.category, '') || ' ' || canned_replies.body), word) > 0)
    from unnest(${q.toLowerCase().split(/\s+/)}::text[]) word)`

const shown = [
  'cannedReplies.id',
  'cannedReplies.title',
  'body',
  'category',
  'audience',
  'ownerId',
  'owner.name as ownerName',
  'cannedReplies.teamId',
  'teams.name as teamName',
  'cannedReplies.version',
  'cannedReplies.updatedAt',
] as const

const withNames = <Q extends ReturnType<typeof found>>(query: Q) =>
  query
    .innerJoin('users as owner', 'owner.id', 'cannedReplies.ownerId')
    .leftJoin('teams', 'teams.id', 'cannedReplies.teamId')
    .select(shown)

/** Those the caller can use, by title. */
export const findCannedReplies = (db: Db, q: string | undefined, limit: number, after: NameCursor | undefined) =>
  withNames(found(db, q))
    .where(comesAfter(['cannedReplies.title', 'cannedReplies.id'], after))
    .orderBy('cannedReplies.title')
    .orderBy('cannedReplies.id')
    .limit(limit)
    .execute()

export const countCannedReplies = (db: Db, q: string | undefined) =>
  countCapped(db, found(db, q).select('cannedReplies.id'))

export const findCannedReply = (db: Db, id: string) =>
  withNames(found(db, undefined)).where('cannedReplies.id', '=', id).executeTakeFirst()

export const insertCannedReply = (db: Db, row: Insertable<Tables['cannedReplies']>) =>
  db.insertInto('cannedReplies').values(row).execute()

type Kept = Pick<CannedReplyRow, 'id' | 'version'>

/** False when somebody was quicker: it is no longer that version, or no longer there. */
export async function updateCannedReply(
  db: Db,
  { id, version }: Kept,
  changes: Updateable<Tables['cannedReplies']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cannedReplies')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when somebody was quicker. */
export async function deleteCannedReply(db: Db, { id, version }: Kept): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cannedReplies')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const findTeam = (db: Db, id: string) =>
  db.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()

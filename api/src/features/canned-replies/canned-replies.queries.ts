import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { countCapped } from '../../db/count-capped.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

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
  'cannedReplies.updatedAt',
] as const

const withNames = <Q extends ReturnType<typeof found>>(query: Q) =>
  query
    .innerJoin('users as owner', 'owner.id', 'cannedReplies.ownerId')
    .leftJoin('teams', 'teams.id', 'cannedReplies.teamId')
    .select(shown)

/** Those the caller can use, by title. */
export const findCannedReplies = (db: Db, q: string | undefined, limit: number, after: string | undefined) =>
  withNames(found(db, q))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(canned_replies.title, canned_replies.id) > (select last.title, last.id from public.canned_replies last where last.id = ${after})`,
      ),
    )
    .orderBy('cannedReplies.title')
    .orderBy('cannedReplies.id')
    .limit(limit)
    .execute()

export const countCannedReplies = (db: Db, q: string | undefined) =>
  countCapped(db, found(db, q).select('cannedReplies.id'))

export const findCannedReply = (db: Db, id: string) =>
  withNames(found(db, undefined)).where('cannedReplies.id', '=', id).executeTakeFirst()

export const lockCannedReply = (db: Db, id: string) =>
  db.selectFrom('cannedReplies').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const insertCannedReply = (db: Db, row: Insertable<Tables['cannedReplies']>) =>
  db.insertInto('cannedReplies').values(row).execute()

export const updateCannedReply = (db: Db, id: string, changes: Updateable<Tables['cannedReplies']>) =>
  db.updateTable('cannedReplies').set(changes).where('id', '=', id).execute()

export const deleteCannedReply = (db: Db, id: string) => db.deleteFrom('cannedReplies').where('id', '=', id).execute()

export const findTeam = (db: Db, id: string) =>
  db.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()

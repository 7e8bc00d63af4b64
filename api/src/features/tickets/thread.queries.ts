import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { countCap, type TimeCursor } from '../../http/cursor.ts'

export type ResponseRow = Awaited<ReturnType<typeof findResponses>>[number]

const responses = (db: Db) =>
  db
    .selectFrom('ticketResponses')
    .innerJoin('users as author', 'author.id', 'ticketResponses.authorId')
    .select([
      'ticketResponses.id',
      'kind',
      'body',
      'authorId',
      'author.name as authorName',
      'ticketResponses.createdAt',
    ])

/** Oldest first. */
export const findResponses = (db: Db, ticketId: string, limit: number, after: TimeCursor | undefined) =>
  responses(db)
    .where('ticketId', '=', ticketId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(ticket_responses.created_at, ticket_responses.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('ticketResponses.createdAt')
    .orderBy('ticketResponses.id')
    .limit(limit)
    .execute()

export const getResponse = (db: Db, id: string) =>
  responses(db).where('ticketResponses.id', '=', id).executeTakeFirstOrThrow()

export const countResponses = (db: Db, ticketId: string) => countOf(db, 'ticketResponses', ticketId)

export const findHistory = (db: Db, ticketId: string, limit: number, after: TimeCursor | undefined) =>
  db
    .selectFrom('ticketHistory')
    .leftJoin('users as actor', 'actor.id', 'ticketHistory.actorId')
    .select(['ticketHistory.id', 'at', 'actorId', 'actor.name as actorName', 'event', 'detail'])
    .where('ticketId', '=', ticketId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(ticket_history.at, ticket_history.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('at')
    .orderBy('ticketHistory.id')
    .limit(limit)
    .execute()

export const countHistory = (db: Db, ticketId: string) => countOf(db, 'ticketHistory', ticketId)

async function countOf(db: Db, table: 'ticketResponses' | 'ticketHistory', ticketId: string): Promise<number> {
  const rows = db
    .selectFrom(table)
    .select('id')
    .where('ticketId', '=', ticketId)
    .limit(countCap + 1)
  const counted = await db
    .selectFrom(rows.as('rows'))
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return counted.total
}

export const insertResponse = (
  db: Db,
  response: { id: string; ticketId: string; authorId: string; kind: 'reply' | 'note'; body: string },
) => db.insertInto('ticketResponses').values(response).execute()

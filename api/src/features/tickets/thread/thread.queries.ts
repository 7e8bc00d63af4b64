import type { PersonRef } from '@physique57/contracts'
import { sql } from 'kysely'
import { countCapped } from '../../../db/count-capped.ts'
import type { Db } from '../../../db/database.ts'
import type { TimeCursor } from '../../../http/cursor.ts'
import { newsworthy } from './news.ts'

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
      'editedAt',
      'deletedAt',
      'mentions',
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

/** One of this ticket's, that has not been deleted. */
export const findStandingResponse = (db: Db, ticketId: string, id: string) =>
  responses(db)
    .where('ticketResponses.id', '=', id)
    .where('ticketId', '=', ticketId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** Whether, without this one, the client has still been answered: by another reply that counts, or by an outcome before it. */
export async function isAnsweredWithout(
  db: Db,
  response: { id: string; createdAt: Date },
  ticket: { id: string; reportedByUserId: string; assignedToUserId: string | null },
): Promise<boolean> {
  const reply = await db
    .selectFrom('ticketResponses')
    .select('id')
    .where('ticketId', '=', ticket.id)
    .where('kind', '=', 'reply')
    .where('deletedAt', 'is', null)
    .where('id', '!=', response.id)
    .where((where) =>
      where.or([where('authorId', '!=', ticket.reportedByUserId), where('authorId', '=', ticket.assignedToUserId)]),
    )
    .limit(1)
    .executeTakeFirst()
  const outcome = await db
    .selectFrom('ticketHistory')
    .select('id')
    .where('ticketId', '=', ticket.id)
    .where('event', '=', 'resolved')
    .where('at', '<', response.createdAt)
    .limit(1)
    .executeTakeFirst()
  return reply !== undefined || outcome !== undefined
}

export const updateResponse = (db: Db, id: string, changes: ChangedResponse) =>
  db
    .updateTable('ticketResponses')
    .set({ ...changes, mentions: JSON.stringify(changes.mentions) })
    .where('id', '=', id)
    .execute()

interface ChangedResponse {
  body: string
  mentions: PersonRef[]
  editedAt?: Date
  deletedAt?: Date
}

export const countResponses = (db: Db, ticketId: string) => countOf(db, 'ticketResponses', ticketId)

export type HistoryRow = Awaited<ReturnType<typeof findHistory>>[number]

const history = (db: Db, ticketId: string) =>
  db
    .selectFrom('ticketHistory')
    .leftJoin('users as actor', 'actor.id', 'ticketHistory.actorId')
    .select(['ticketHistory.id', 'at', 'actorId', 'actor.name as actorName', 'event', 'detail'])
    .where('ticketId', '=', ticketId)

export const findHistory = (db: Db, ticketId: string, limit: number, after: TimeCursor | undefined) =>
  history(db, ticketId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(ticket_history.at, ticket_history.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('at')
    .orderBy('ticketHistory.id')
    .limit(limit)
    .execute()

/** What others, or the system, have added to the story since. */
export const findNews = (db: Db, ticketId: string, since: Date, actorId: string, limit: number) =>
  history(db, ticketId)
    .where('at', '>', since)
    .where('event', 'in', newsworthy)
    .where((where) => where.or([where('actorId', 'is', null), where('actorId', '!=', actorId)]))
    .orderBy('at')
    .orderBy('ticketHistory.id')
    .limit(limit)
    .execute()

/** When the last line of the story was written. */
export async function findStoryEnd(db: Db, ticketId: string): Promise<Date | undefined> {
  const last = db.selectFrom('ticketHistory').select('at').where('ticketId', '=', ticketId).orderBy('at', 'desc')
  return (await last.limit(1).executeTakeFirst())?.at
}

export const countHistory = (db: Db, ticketId: string) => countOf(db, 'ticketHistory', ticketId)

const countOf = (db: Db, table: 'ticketResponses' | 'ticketHistory', ticketId: string) =>
  countCapped(db, db.selectFrom(table).select('id').where('ticketId', '=', ticketId))

export const insertResponse = (
  db: Db,
  response: {
    id: string
    ticketId: string
    authorId: string
    kind: 'reply' | 'note'
    body: string
    mentions: PersonRef[]
  },
) =>
  db
    .insertInto('ticketResponses')
    .values({ ...response, mentions: JSON.stringify(response.mentions) })
    .execute()

import { sql } from 'kysely'
import { countCapped } from '../../../db/count-capped.ts'
import type { Db } from '../../../db/database.ts'
import type { TimeCursor } from '../../../http/cursor.ts'

/** Latest first, with who deleted it. */
export const findTrash = (db: Db, limit: number, after: TimeCursor | undefined) =>
  db
    .selectFrom('tickets')
    .select(['tickets.id', sql<Date>`tickets.deleted_at`.as('deletedAt')])
    .select((ticket) =>
      ticket
        .selectFrom('ticketHistory')
        .innerJoin('users', 'users.id', 'ticketHistory.actorId')
        .select(sql<{ id: string; name: string }>`jsonb_build_object('id', users.id, 'name', users.name)`.as('person'))
        .whereRef('ticketHistory.ticketId', '=', 'tickets.id')
        .where('event', '=', 'deleted')
        .orderBy('at', 'desc')
        .limit(1)
        .as('deletedBy'),
    )
    .where('deletedAt', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(tickets.deleted_at, tickets.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('deletedAt', 'desc')
    .orderBy('tickets.id', 'desc')
    .limit(limit)
    .execute()

export const countTrash = (db: Db) =>
  countCapped(db, db.selectFrom('tickets').select('id').where('deletedAt', 'is not', null))

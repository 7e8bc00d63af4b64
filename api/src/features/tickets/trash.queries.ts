import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { countCap, type TimeCursor } from '../../http/cursor.ts'

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

export async function countTrash(db: Db): Promise<number> {
  const rows = db
    .selectFrom('tickets')
    .select('id')
    .where('deletedAt', 'is not', null)
    .limit(countCap + 1)
  const counted = await db
    .selectFrom(rows.as('rows'))
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return counted.total
}

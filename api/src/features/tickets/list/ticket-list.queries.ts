import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { ListCursor } from '../../../http/cursor.ts'
import { armsFor, isWanted, orders } from './ticket-arms.ts'
import type { Asking } from './ticket-conditions.ts'
import type { WantedTickets } from './wanted-tickets.ts'

/** A number where the order is by how well a ticket fits. */
export type TicketPosition = { id: string; at: Date | 'infinity' | number }

/** Ids of one page, in order, and one more to know whether there is a next. */
export async function findTicketPage(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  limit: number,
  after: ListCursor | undefined,
) {
  const found = await sql<{ id: string; at: Date | number }>`
    ${orderedIds(db, asking, wanted, limit, { after })}`.execute(db)
  const isRank = wanted.sort === 'relevance'
  return found.rows.map(({ id, at }): TicketPosition => ({ id, at: at instanceof Date || isRank ? at : 'infinity' }))
}

/** The same without a next page, packed into 16 bytes an id: a million of them are no burden. */
export async function findPackedIds(db: Db, asking: Asking, wanted: WantedTickets, limit: number): Promise<Buffer> {
  const direction = sql.raw(orders[wanted.sort].direction)
  const found = await sql<{ ids: Buffer | null }>`
    select string_agg(uuid_send(id), '' order by at ${direction}, id ${direction}) as ids
    from (${orderedIds(db, asking, wanted, limit - 1)}) found`.execute(db)
  return found.rows[0]?.ids ?? Buffer.alloc(0)
}

/** Of these tickets those that stand in the list, up to a place in it, in its order. */
export async function findInList(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  among: string[],
  until: ListCursor | undefined,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    ${orderedIds(db, asking, wanted, among.length, { among, until })}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Of these tickets those that are so, whatever words were looked for. */
export async function findThoseWanted(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  ids: string[],
): Promise<Set<string>> {
  const found = await db
    .selectFrom('tickets')
    .select('tickets.id')
    .where(sql<SqlBool>`tickets.id = any (${ids}::uuid[])`)
    .where((where) => isWanted(where, wanted, asking))
    .execute()
  return new Set(found.map(({ id }) => id))
}

interface Part {
  after?: ListCursor | undefined
  until?: ListCursor | undefined
  among?: string[]
}

/** All of a list or a part of it, and one more than `limit`. */
function orderedIds(db: Db, asking: Asking, wanted: WantedTickets, limit: number, { after, until, among }: Part = {}) {
  const order = orders[wanted.sort]
  const isBehind = ([at, id]: ListCursor) =>
    sql<SqlBool>`(${order.key}, tickets.id) ${order.after} (${at}::${order.type}, ${id}::uuid)`
  const arms = armsFor(db, asking, wanted).map((arm) => {
    const rows = arm
      .$if(after !== undefined, (query) => (after ? query.where(isBehind(after)) : query))
      .$if(until !== undefined, (query) => (until ? query.where(sql<SqlBool>`not ${isBehind(until)}`) : query))
      .$if(among !== undefined, (query) => query.where(sql<SqlBool>`tickets.id = any (${among}::uuid[])`))
      .select(['tickets.id', order.key.as('at')])
      .orderBy('at', order.direction)
      .orderBy('tickets.id', order.direction)
      .limit(limit + 1)
    return sql`(${rows})`
  })
  return sql`
    select id, at from (${sql.join(arms, sql` union `)}) page
    order by at ${sql.raw(order.direction)}, id ${sql.raw(order.direction)}
    limit ${limit + 1}`
}

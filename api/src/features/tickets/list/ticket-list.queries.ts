import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { countCap, type ListCursor } from '../../../http/cursor.ts'
import { armsFor, isWanted, orders } from './ticket-arms.ts'
import { type Asking, impliesOpen } from './ticket-conditions.ts'
import { countTickets } from './ticket-counts.queries.ts'
import type { WantedTickets } from './wanted-tickets.ts'

/** A number where the order is by how well a ticket fits. */
export type TicketPosition = { id: string; at: Date | 'infinity' | number }

/**
 * Ids of the first page, in order, with one more to know whether there is a next; and how many there are in all, up to one
 * more than is ever said. What is narrowed down is looked for once: it may take reading many tickets to find a few. Of all
 * tickets, or all open ones, a page is there at once, and counting alone is quickest.
 */
export async function findFirstPage(db: Db, asking: Asking, wanted: WantedTickets, limit: number) {
  if (!wanted.looked && wanted.conditions.every(impliesOpen)) {
    const found = await findTicketPage(db, asking, wanted, limit, undefined)
    return { found, total: await countTickets(db, asking, wanted) }
  }
  const direction = sql.raw(orders[wanted.sort].direction)
  const { rows } = await sql<Found & { total: string }>`
    select id, at, count(*) over () as total from (${orderedIds(db, asking, wanted, countCap)}) found
    order by at ${direction}, id ${direction} limit ${limit + 1}`.execute(db)
  return { found: rows.map((row) => toPosition(row, wanted)), total: Number(rows[0]?.total ?? 0) }
}

/** Ids of any page, likewise. */
export async function findTicketPage(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  limit: number,
  after: ListCursor | undefined,
) {
  const { rows } = await sql<Found>`${orderedIds(db, asking, wanted, limit, { after })}`.execute(db)
  return rows.map((row) => toPosition(row, wanted))
}

interface Found {
  id: string
  at: Date | number
}

/** A number that is no rank is how the driver reads infinity. */
const toPosition = ({ id, at }: Found, { sort }: WantedTickets): TicketPosition => ({
  id,
  at: at instanceof Date || sort === 'relevance' ? at : 'infinity',
})

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

/** As in `app.search_tickets`. */
const RANKED = 1_000

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
  // the newest so many are told apart by how well they fit, and come first
  const isBest =
    wanted.sort === 'relevance' && wanted.conditions.length === 0 && limit < RANKED && !after && !until && !among
  const arms = armsFor(db, asking, wanted, isBest ? RANKED : undefined).map((arm) => {
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

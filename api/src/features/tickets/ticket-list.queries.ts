import {
  type CalendarBy,
  calendarDayCap,
  groupedCap,
  isOpenStatus,
  possibleStatuses,
  seesEverything,
  type TagInUse,
  type TicketGrouping,
  type TicketQuery,
  type TicketSort,
  type TicketStatus,
} from '@physique57/contracts'
import { type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import { countCap, type ListCursor } from '../../http/cursor.ts'
import { type Asking, impliesOpen, isOpen, ticketIs } from './ticket-conditions.ts'
import type { TimeRange } from './time-range.ts'
import type { WantedTickets } from './wanted-tickets.ts'

type Rows = SelectQueryBuilder<Tables, 'tickets', object>
/** A number where the order is by how well a ticket fits. */
export type TicketPosition = { id: string; at: Date | 'infinity' | number }

/** How each order is read off an index: the column, its direction, and what must stand literally for a partial index. */
const orders = {
  '-createdAt': {
    key: sql<Date | number>`tickets.created_at`,
    direction: 'desc',
    after: sql`<`,
    type: sql`timestamptz`,
  },
  createdAt: {
    key: sql<Date | number>`tickets.created_at`,
    direction: 'asc',
    after: sql`>`,
    type: sql`timestamptz`,
  },
  '-updatedAt': {
    key: sql<Date | number>`tickets.updated_at`,
    direction: 'desc',
    after: sql`<`,
    type: sql`timestamptz`,
  },
  updatedAt: {
    key: sql<Date | number>`tickets.updated_at`,
    direction: 'asc',
    after: sql`>`,
    type: sql`timestamptz`,
  },
  dueAt: {
    key: sql<Date | number>`coalesce(tickets.resolution_due_at, 'infinity')`,
    direction: 'asc',
    after: sql`>`,
    type: sql`timestamptz`,
  },
  relevance: { key: sql<Date | number>`hits.rank`, direction: 'desc', after: sql`<`, type: sql`real` },
} as const satisfies Record<TicketSort, unknown>

/** Ids of one page, in order, and one more to know whether there is a next. */
export async function findTicketPage(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  limit: number,
  after: ListCursor | undefined,
) {
  const found = await sql<{ id: string; at: Date | number }>`${orderedIds(db, asking, wanted, limit, after)}`.execute(
    db,
  )
  const isRank = wanted.sort === 'relevance'
  return found.rows.map(({ id, at }): TicketPosition => ({ id, at: at instanceof Date || isRank ? at : 'infinity' }))
}

/** The same without a next page, packed into 16 bytes an id: a million of them are no burden. */
export async function findPackedIds(db: Db, asking: Asking, wanted: WantedTickets, limit: number): Promise<Buffer> {
  const direction = sql.raw(orders[wanted.sort].direction)
  const found = await sql<{ ids: Buffer | null }>`
    select string_agg(uuid_send(id), '' order by at ${direction}, id ${direction}) as ids
    from (${orderedIds(db, asking, wanted, limit - 1, undefined)}) found`.execute(db)
  return found.rows[0]?.ids ?? Buffer.alloc(0)
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

function orderedIds(db: Db, asking: Asking, wanted: WantedTickets, limit: number, after: ListCursor | undefined) {
  const order = orders[wanted.sort]
  const arms = armsFor(db, asking, wanted).map((arm) => {
    const rows = arm
      .$if(after !== undefined, (query) =>
        query.where(
          sql<SqlBool>`(${order.key}, tickets.id) ${order.after} (${after?.[0]}::${order.type}, ${after?.[1]}::uuid)`,
        ),
      )
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

/** How many there are, up to one more than is ever said. */
export async function countTickets(db: Db, asking: Asking, wanted: WantedTickets): Promise<number> {
  const [total = 0] = await countEach(db, asking, [wanted])
  return total
}

/** The same of several lists, in one statement. */
export async function countEach(db: Db, asking: Asking, lists: WantedTickets[]): Promise<number[]> {
  const counts = lists.map((wanted) => sql`(select count(*) from (${foundIn(db, asking, wanted)}) found)`)
  const counted = await sql<{ totals: string[] }>`select array[${sql.join(counts)}] as totals`.execute(db)
  return (counted.rows[0]?.totals ?? []).map(Number)
}

/** As many as are ever counted. In an order, so that an index is walked until that many are found. */
function foundIn(db: Db, asking: Asking, wanted: WantedTickets) {
  const arms = armsFor(db, asking, wanted).map((arm) => {
    const rows = arm
      .select('tickets.id')
      .orderBy('tickets.createdAt', 'desc')
      .orderBy('tickets.id', 'desc')
      .limit(countCap + 1)
    return sql`(${rows})`
  })
  return sql`select from (${sql.join(arms, sql` union `)}) arms limit ${countCap + 1}`
}

/** The same, status by status; only those are counted to the end that nobody sees very many of. */
export async function countByStatus(db: Db, asking: Asking, wanted: WantedTickets): Promise<Map<TicketStatus, number>> {
  const statuses = possibleStatuses(wanted.conditions).filter(
    (status) => wanted.sort !== 'dueAt' || isOpenStatus(status),
  )
  if (statuses.length === 0) return new Map()
  const all = armsFor(db, asking, wanted)
  const [arm, ...more] = all
  const arms =
    arm && more.length === 0 && !wanted.looked
      ? statuses.map((status) =>
          arm
            .where('tickets.status', '=', status)
            .select(['tickets.id', 'tickets.status'])
            .orderBy('tickets.createdAt', 'desc')
            .orderBy('tickets.id', 'desc')
            .limit(countCap + 1),
        )
      : all.map((each) => each.select(['tickets.id', 'tickets.status']))
  const union = sql.join(
    arms.map((each) => sql`(${each})`),
    sql` union `,
  )
  const counted = await sql<{ status: TicketStatus; total: number }>`
    select status, count(*) as total from (${union}) found group by status`.execute(db)
  return new Map(counted.rows.map(({ status, total }) => [status, total]))
}

const groupColumns = {
  status: 'tickets.status',
  priority: 'tickets.priority',
  team: 'tickets.assignedTeamId',
  assignee: 'tickets.assignedToUserId',
  category: 'tickets.categoryId',
  studio: 'tickets.studioId',
} as const satisfies Record<TicketGrouping, unknown>

/** The same by any other column, of the newest so many; null: those without any. */
export async function countByGroup(db: Db, asking: Asking, wanted: WantedTickets, by: TicketGrouping) {
  const arms = armsFor(db, asking, wanted).map((arm) => {
    const rows = arm
      .select(['tickets.id', sql<string | null>`${sql.ref(groupColumns[by])}`.as('value')])
      .orderBy('tickets.createdAt', 'desc')
      .orderBy('tickets.id', 'desc')
      .limit(groupedCap + 1)
    return sql`(${rows})`
  })
  const counted = await sql<{ value: string | null; total: number }>`
    select value, count(*) as total
    from (select value from (${sql.join(arms, sql` union `)}) found limit ${groupedCap + 1}) grouped
    group by value`.execute(db)
  return counted.rows
}

/** Of the newest so many. */
const TAGGED = 2_000
const MOST_TAGS = 50

/** The tags of the newest tagged tickets the caller sees, most used first. */
export async function findTagsInUse(db: Db, asking: Asking, beginning: string): Promise<TagInUse[]> {
  const arms = armsFor(db, asking, { conditions: [], looked: null, sort: '-createdAt' }).map((arm) => {
    const rows = arm
      // literally, as the partial index says it
      .where(sql<SqlBool>`tickets.tags <> '{}'`)
      .select(['tickets.id', 'tickets.tags'])
      .orderBy('tickets.createdAt', 'desc')
      .orderBy('tickets.id', 'desc')
      .limit(TAGGED)
    return sql`(${rows})`
  })
  const found = await sql<TagInUse>`
    select tag as name, count(*)::int as tickets
    from (${sql.join(arms, sql` union `)}) tagged, unnest(tags) tag
    where starts_with(tag, ${beginning}) or strpos(tag, ${` ${beginning}`}) > 0 or strpos(tag, ${`-${beginning}`}) > 0
    group by tag order by tickets desc, tag limit ${MOST_TAGS}`.execute(db)
  return found.rows
}

/** How each calendar reads its moments off an index. */
const moments = {
  due: { key: orders.dueAt.key, sort: 'dueAt' },
  created: { key: orders['-createdAt'].key, sort: '-createdAt' },
  followUp: { key: sql<Date | number>`tickets.follow_up_at`, sort: '-createdAt' },
} as const satisfies Record<CalendarBy, unknown>

export interface DayRange extends TimeRange {
  date: string
}
export interface CalendarRow {
  date: string
  id: string
  at: Date
  /** Of the day, up to one more than is ever said. */
  total: number
}

/** The first few tickets of each day. Each day is a range of an index of its own, and left once enough were counted. */
export async function findTicketsByDay(
  db: Db,
  asking: Asking,
  wanted: WantedTickets,
  { by, days, perDay }: { by: CalendarBy; days: DayRange[]; perDay: number },
): Promise<CalendarRow[]> {
  const { key, sort } = moments[by]
  const arms = armsFor(db, asking, { ...wanted, sort }).map((arm) => {
    const rows = arm
      .where(sql<SqlBool>`${key} >= day.starts_at and ${key} < day.ends_at`)
      .select(['tickets.id', key.as('at')])
      .orderBy('at')
      .orderBy('tickets.id')
      .limit(calendarDayCap + 1)
    return sql`(${rows})`
  })
  const found = await sql<CalendarRow>`
    select date, id, at, total from (
      select day.date, found.id, found.at, row_number() over (partition by day.date order by found.at, found.id) as place,
        count(*) over (partition by day.date)::int as total
      from unnest(${days.map(({ date }) => date)}::text[], ${days.map(({ from }) => from)}::timestamptz[],
        ${days.map(({ to }) => to)}::timestamptz[]) as day (date, starts_at, ends_at)
      cross join lateral (
        select id, at from (${sql.join(arms, sql` union `)}) arms order by at, id limit ${calendarDayCap + 1}) found
    ) placed
    where place <= ${perDay}
    order by date, place`.execute(db)
  return found.rows
}

/**
 * One query for each way the actor sees tickets, each an ordered scan of an index of its own. Row-level security still
 * filters every one of them, so a wrong arm can only show less. The planner cannot find this by itself from the policy.
 */
function armsFor(db: Db, asking: Asking, wanted: WantedTickets): Rows[] {
  const { actor } = asking
  const all: Rows = wanted.looked ? foundTickets(db, wanted.looked) : db.selectFrom('tickets')
  const tickets = all.where((where) => isWanted(where, wanted, asking))
  // words are looked up once, and what is found is seen anyway
  if (seesEverything(actor.role) || wanted.looked) return [tickets]

  const watched = db.selectFrom('ticketWatchers').select('ticketId').where('userId', '=', actor.id)
  return [
    ...(actor.team ? [tickets.where('tickets.assignedTeamId', '=', actor.team.id)] : []),
    tickets.where('tickets.assignedToUserId', '=', actor.id),
    tickets.where('tickets.reportedByUserId', '=', actor.id),
    tickets.where(sql<SqlBool>`tickets.id = any (array(${watched}))`),
  ]
}

const isWanted = (where: ExpressionBuilder<Tables, 'tickets'>, wanted: WantedTickets, asking: Asking) =>
  where.and([
    ...(wanted.sort === 'dueAt' || wanted.conditions.some(impliesOpen)
      ? [isOpen]
      : // the trash and merged tickets have places of their own, and are never open
        [where('tickets.deletedAt', 'is', null), where('tickets.mergedIntoId', 'is', null)]),
    ...wanted.conditions.map((condition) => ticketIs(where, condition, asking)),
  ])

/** Hits of the full-text search, which the database has filtered by who may see them, with how well they fit. */
function foundTickets(db: Db, { words, phrases, unwanted }: TicketQuery): Rows {
  const hits = sql<{ id: string; rank: number }>`
    app.search_tickets(${words}::text[], ${phrases}::text[], ${unwanted}::text[], ${countCap + 1})`.as('hits')
  // beside what every list has there is `hits.rank`, used by its order only
  return db.selectFrom('tickets').innerJoin(hits, 'hits.id', 'tickets.id') as unknown as Rows
}

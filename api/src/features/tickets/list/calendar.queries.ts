import { type CalendarBy, calendarDayCap } from '@physique57/contracts'
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { armsFor, orders } from './ticket-arms.ts'
import type { Asking } from './ticket-conditions.ts'
import type { TimeRange } from './time-range.ts'
import type { WantedTickets } from './wanted-tickets.ts'

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

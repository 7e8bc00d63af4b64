import {
  groupedCap,
  isOpenStatus,
  possibleStatuses,
  type TicketGrouping,
  type TicketStatus,
} from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { countCap } from '../../../http/cursor.ts'
import { armsFor } from './ticket-arms.ts'
import type { Asking } from './ticket-conditions.ts'
import type { WantedTickets } from './wanted-tickets.ts'

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

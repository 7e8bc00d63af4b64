import { seesEverything, type TicketFilters, type TicketSort } from '@physique57/contracts'
import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import { countCap, type TimeCursor } from '../../http/cursor.ts'

type Rows = SelectQueryBuilder<Tables, 'tickets', object>
type Where = ExpressionBuilder<Tables, 'tickets'>
export type TicketPosition = { id: string; at: Date | 'infinity' }

/** How each order is read off an index: the column, its direction, and what must stand literally for a partial index. */
const orders = {
  '-createdAt': { key: sql<Date>`tickets.created_at`, direction: 'desc', after: sql`<` },
  '-updatedAt': { key: sql<Date>`tickets.updated_at`, direction: 'desc', after: sql`<` },
  dueAt: { key: sql<Date>`coalesce(tickets.resolution_due_at, 'infinity')`, direction: 'asc', after: sql`>` },
} as const satisfies Record<TicketSort, unknown>

/** Ids of one page, in order, and one more to know whether there is a next. */
export async function findTicketPage(
  db: Db,
  actor: Actor,
  filters: TicketFilters,
  after: TimeCursor | undefined,
  now: Date,
) {
  const order = orders[filters.sort]
  const arms = armsFor(db, actor).map((arm) => {
    const rows = arm
      .where((where) => where.and(conditions(where, actor, filters, now)))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<SqlBool>`(${order.key}, tickets.id) ${order.after} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
        ),
      )
      .select(['tickets.id', order.key.as('at')])
      .orderBy('at', order.direction)
      .orderBy('tickets.id', order.direction)
      .limit(filters.limit + 1)
    return sql`(${rows})`
  })
  const found = await sql<{ id: string; at: Date | number }>`
    select id, at from (${sql.join(arms, sql` union `)}) page
    order by at ${sql.raw(order.direction)}, id ${sql.raw(order.direction)}
    limit ${filters.limit + 1}`.execute(db)
  return found.rows.map(({ id, at }): TicketPosition => ({ id, at: at instanceof Date ? at : 'infinity' }))
}

/** How many there are, up to one more than is ever said. In an order, so that an index is walked until that many are found. */
export async function countTickets(db: Db, actor: Actor, filters: TicketFilters, now: Date): Promise<number> {
  const arms = armsFor(db, actor).map((arm) => {
    const rows = arm
      .where((where) => where.and(conditions(where, actor, filters, now)))
      .select('tickets.id')
      .orderBy('tickets.createdAt', 'desc')
      .orderBy('tickets.id', 'desc')
      .limit(countCap + 1)
    return sql`(${rows})`
  })
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select from (${sql.join(arms, sql` union `)}) found limit ${countCap + 1}) counted`.execute(
    db,
  )
  return counted.rows[0]?.total ?? 0
}

/**
 * One query for each way the actor sees tickets, each an ordered scan of an index of its own. Row-level security still
 * filters every one of them, so a wrong arm can only show less. The planner cannot find this by itself from the policy.
 */
function armsFor(db: Db, actor: Actor): Rows[] {
  const tickets: Rows = db.selectFrom('tickets')
  if (seesEverything(actor.role)) return [tickets]

  const watched = db.selectFrom('ticketWatchers').select('ticketId').where('userId', '=', actor.id)
  return [
    ...(actor.team ? [tickets.where('tickets.assignedTeamId', '=', actor.team.id)] : []),
    tickets.where('tickets.assignedToUserId', '=', actor.id),
    tickets.where('tickets.reportedByUserId', '=', actor.id),
    tickets.where(sql<SqlBool>`tickets.id = any (array(${watched}))`),
  ]
}

/** "is_open" stands as literal text: a plan with a parameter could not use the partial indexes. */
function conditions(where: Where, actor: Actor, filters: TicketFilters, now: Date): Expression<SqlBool>[] {
  const isOpen = sql<SqlBool>`tickets.is_open`
  const openOnly = filters.open === true || filters.overdue || filters.sort === 'dueAt' || asksForOpenOnly(filters)
  const wanted: (Expression<SqlBool> | undefined)[] = [
    ...(openOnly
      ? [isOpen]
      : // the trash and merged tickets have places of their own, and are never open
        [where('tickets.deletedAt', 'is', null), where('tickets.mergedIntoId', 'is', null)]),
    filters.open === false ? where.not(isOpen) : undefined,
    filters.status && where('tickets.status', 'in', filters.status),
    filters.priority && where('tickets.priority', 'in', filters.priority),
    filters.categoryId && where('tickets.categoryId', 'in', filters.categoryId),
    filters.subcategoryId && where('tickets.subcategoryId', 'in', filters.subcategoryId),
    filters.studioId && where('tickets.studioId', 'in', filters.studioId),
    filters.teamId && where('tickets.assignedTeamId', 'in', filters.teamId),
    filters.clientId && where('tickets.clientId', 'in', filters.clientId),
    filters.assignee && isOneOf(where, 'tickets.assignedToUserId', filters.assignee, actor),
    filters.reporter && isOneOf(where, 'tickets.reportedByUserId', filters.reporter, actor),
    filters.overdue === true ? where('tickets.resolutionDueAt', '<', now) : undefined,
    filters.overdue === false
      ? where.or([where('tickets.resolutionDueAt', 'is', null), where('tickets.resolutionDueAt', '>=', now)])
      : undefined,
    filters.createdFrom ? where('tickets.createdAt', '>=', new Date(filters.createdFrom)) : undefined,
    filters.createdBefore ? where('tickets.createdAt', '<', new Date(filters.createdBefore)) : undefined,
  ]
  return wanted.filter((condition) => condition !== undefined)
}

const asksForOpenOnly = ({ status }: TicketFilters): boolean =>
  status !== undefined && !status.includes('resolved') && !status.includes('closed')

function isOneOf(
  where: Where,
  column: 'tickets.assignedToUserId' | 'tickets.reportedByUserId',
  people: string[],
  actor: Actor,
) {
  const ids = people.filter((person) => person !== 'none').map((person) => (person === 'me' ? actor.id : person))
  return where.or([
    ...(ids.length > 0 ? [where(column, 'in', ids)] : []),
    ...(people.includes('none') ? [where(column, 'is', null)] : []),
  ])
}

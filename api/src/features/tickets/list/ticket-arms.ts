import { seesEverything, type TicketQuery, type TicketSort } from '@physique57/contracts'
import { type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { Tables } from '../../../db/tables.ts'
import { countCap } from '../../../http/cursor.ts'
import { type Asking, impliesOpen, isOpen, ticketIs } from './ticket-conditions.ts'
import type { WantedTickets } from './wanted-tickets.ts'

type Rows = SelectQueryBuilder<Tables, 'tickets', object>

/** How each order is read off an index: the column, its direction, and what must stand literally for a partial index. */
export const orders = {
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

/**
 * One query for each way the actor sees tickets, each an ordered scan of an index of its own. Row-level security still
 * filters every one of them, so a wrong arm can only show less. The planner cannot find this by itself from the policy.
 * `hits`: how many of the newest tickets with the words are looked at.
 */
export function armsFor(db: Db, asking: Asking, wanted: WantedTickets, hits = countCap + 1): Rows[] {
  const { actor } = asking
  const all: Rows = wanted.looked ? foundTickets(db, wanted.looked, hits) : db.selectFrom('tickets')
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

export const isWanted = (where: ExpressionBuilder<Tables, 'tickets'>, wanted: WantedTickets, asking: Asking) =>
  where.and([
    ...(wanted.sort === 'dueAt' || wanted.conditions.some(impliesOpen)
      ? [isOpen]
      : // the trash and merged tickets have places of their own, and are never open
        [where('tickets.deletedAt', 'is', null), where('tickets.mergedIntoId', 'is', null)]),
    ...(wanted.among ? [sql<SqlBool>`tickets.id = any (${wanted.among}::uuid[])`] : []),
    ...wanted.conditions.map((condition) => ticketIs(where, condition, asking)),
  ])

/** Hits of the full-text search, which the database has filtered by who may see them, with how well they fit. */
function foundTickets(db: Db, { words, phrases, unwanted }: TicketQuery, most: number): Rows {
  const hits = sql<{ id: string; rank: number }>`
    app.search_tickets(${words}::text[], ${phrases}::text[], ${unwanted}::text[], ${most})`.as('hits')
  // beside what every list has there is `hits.rank`, used by its order only
  return db.selectFrom('tickets').innerJoin(hits, 'hits.id', 'tickets.id') as unknown as Rows
}

import { type Board, type layouts, possibleStatuses, type Received, type TicketStatus } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly, type Tx } from '../../../db/transaction.ts'
import { viewSummaries } from '../ticket-view.ts'
import { countByStatus } from './ticket-counts.queries.ts'
import { findTicketPage } from './ticket-list.queries.ts'
import { cappedSum, pageOf } from './ticket-page.ts'
import { readWanted, type WantedTickets } from './wanted-tickets.ts'

/** What the list would show, laid out by status: of each the first few, and how many there are. */
export function showBoard(
  ctx: Context,
  { limit, ...filters }: Received<typeof layouts.board>['query'],
): Promise<Board> {
  return readOnly(ctx, async (tx) => {
    const wanted = await readWanted(tx, filters)
    const counted = await countByStatus(tx.db, tx, wanted)
    const columns = []
    for (const status of possibleStatuses(wanted.conditions))
      columns.push(await findColumn(tx, wanted, status, counted.get(status) ?? 0, limit))

    const all = await viewSummaries(
      tx,
      columns.flatMap(({ ids }) => ids),
    )
    const byId = new Map(all.map((ticket) => [ticket.id, ticket]))
    return {
      columns: columns.map(({ ids, ...column }) => ({ ...column, items: ids.flatMap((id) => byId.get(id) ?? []) })),
      ...cappedSum(counted),
    }
  })
}

async function findColumn(tx: Tx, wanted: WantedTickets, status: TicketStatus, total: number, limit: number) {
  const column = { ...wanted, conditions: [...wanted.conditions, hasStatus(status)] }
  const found = total === 0 ? [] : await findTicketPage(tx.db, tx, column, limit, undefined)
  return { status, ...pageOf(found, limit, total) }
}

const hasStatus = (status: TicketStatus) =>
  ({ field: 'status', operator: 'is', not: false, values: [status] }) satisfies WantedTickets['conditions'][number]

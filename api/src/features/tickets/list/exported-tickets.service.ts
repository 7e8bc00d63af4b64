import type { ExportTickets, TicketColumnKey, TicketSummary } from '@physique57/contracts'
import type { Tx } from '../../../db/transaction.ts'
import { viewRows } from '../ticket-view.ts'
import { pack } from './packed-ids.ts'
import { findPackedIds, findThoseWanted } from './ticket-list.queries.ts'
import { readWanted } from './wanted-tickets.ts'

/** A row, with what its columns tell. */
export type ExportedRow = TicketSummary

type Wanted = Pick<ExportTickets, 'filter' | 'ids'>

/** What the list shows with this filter in its order, or what was chosen, packed; at most so many. */
export async function findExportedIds(tx: Tx, { filter, ids }: Wanted, limit: number): Promise<Buffer> {
  if (ids) return pack([...new Set(ids)])
  return findPackedIds(tx.db, tx, await readWanted(tx, filter ?? {}), limit)
}

/** Of these the rows that are still wanted and still in sight, in the same order. `since`: what "today" means. */
export async function viewExported(
  tx: Tx,
  ids: string[],
  { filter }: Wanted,
  columns: TicketColumnKey[],
  since: Date,
): Promise<ExportedRow[]> {
  const then = { ...tx, now: since }
  const those = await findThoseWanted(tx.db, then, await readWanted(then, filter ?? {}), ids)
  return viewRows(
    tx,
    ids.filter((id) => those.has(id)),
    columns,
  )
}

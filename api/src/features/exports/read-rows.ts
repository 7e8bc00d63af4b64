import type { TicketColumnKey } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import type { ExportWanted } from '../../db/tables.ts'
import { readOnly, type Tx } from '../../db/transaction.ts'
import { type ExportedRow, viewExported } from '../tickets/list/exported-tickets.service.ts'
import { countPacked, unpack } from '../tickets/list/packed-ids.ts'

interface Reading {
  /** Of what was wanted at the beginning, packed. */
  ids: Buffer
  wanted: ExportWanted
  columns: TicketColumnKey[]
  since: Date
}

const batchSize = 500

/**
 * What was found at the beginning, each once and in that order, as it is when its turn comes; left out is what by then is
 * no longer wanted, or no longer in sight. So nothing that stays as wanted is missing or told twice, whatever is changed
 * meanwhile. Each batch is a short transaction of its own, and none is open while somebody reads slowly.
 */
export async function* readRows(
  ctx: Context,
  { ids, wanted, columns, since }: Reading,
  inBatch: InBatch = (read) => readOnly(ctx, read),
): AsyncGenerator<ExportedRow[]> {
  for (let start = 0; start < countPacked(ids); start += batchSize) {
    const batch = unpack(ids, start, batchSize)
    yield await inBatch((tx) => viewExported(tx, batch, wanted, columns, since), start + batch.length)
  }
}

/** Runs the reading of a batch; `done` is how many have had their turn with it. */
type InBatch = (read: (tx: Tx) => Promise<ExportedRow[]>, done: number) => Promise<ExportedRow[]>

import { Readable } from 'node:stream'
import type { TicketColumnKey } from '@physique57/contracts'
import type { ExportedRow } from '../tickets/list/exported-tickets.service.ts'
import type { Sheet, SheetColumn } from './cell.ts'
import { cellsOf } from './cells-of.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

export interface Table {
  keys: TicketColumnKey[]
  /** What these are called. */
  columns: SheetColumn[]
  rows: AsyncIterable<ExportedRow[]>
  timeZone: string
}

/** Read as it is taken away, so that neither a large table nor a slow reader fills the memory. */
export function writeTable(format: 'csv' | 'xlsx', { keys, columns, rows, timeZone }: Table): Readable {
  const sheet: Sheet = { columns, batches: asCells(rows, keys), timeZone }
  return format === 'csv' ? Readable.from(writeCsv(sheet)) : writeXlsx(sheet)
}

async function* asCells(rows: Table['rows'], keys: TicketColumnKey[]): Sheet['batches'] {
  for await (const batch of rows) yield batch.map((row) => cellsOf(row, keys))
}

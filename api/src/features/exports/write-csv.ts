import { stringify } from 'csv-stringify/sync'
import { asPlainText, type Cell, onTheClock, type Sheet } from './cell.ts'

/** Without it Excel takes UTF-8 for the machine's own encoding, and Hindi for noise. */
const BOM = '\ufeff'

/** RFC 4180, one piece a batch. */
export async function* writeCsv({ columns, batches, timeZone }: Sheet): AsyncGenerator<string> {
  yield BOM + lines([columns.map(({ label }) => asPlainText(label))])
  for await (const rows of batches) yield lines(rows.map((row) => row.map((cell) => asField(cell, timeZone))))
}

const lines = (records: string[][]): string => stringify(records, { record_delimiter: '\r\n' })

function asField(cell: Cell, timeZone: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return asPlainText(cell)
  if (typeof cell === 'number') return String(cell)
  return 'at' in cell ? onTheClock(cell.at, timeZone) : cell.day
}

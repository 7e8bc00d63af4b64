import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import { asPlainText, type Cell, onTheClock, type Sheet, type SheetColumn } from './cell.ts'

/** One sheet with real dates and numbers, and a first row that stays. Written as it is read. */
export function writeXlsx({ columns, batches, timeZone }: Sheet): Readable {
  const stream = writeXlsxStream(
    valuesOf(
      columns.map(({ label }) => label),
      batches,
      timeZone,
    ),
    {
      name: 'Tickets',
      columns: columns.map(({ kind, width }) => ({ width, ...formats[kind] })),
      freezePane: { rows: 1 },
    },
  )
  // the same stream, typed by the web's library there and by Node's here
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>)
}

const formats: Record<SheetColumn['kind'], { numFmt?: string }> = {
  text: {},
  number: {},
  time: { numFmt: 'yyyy-mm-dd hh:mm' },
  day: { numFmt: 'yyyy-mm-dd' },
}

async function* valuesOf(labels: string[], batches: Sheet['batches'], timeZone: string): AsyncGenerator<CellValue[]> {
  yield labels.map(asText)
  for await (const rows of batches) for (const row of rows) yield row.map((cell) => asValue(cell, timeZone))
}

function asValue(cell: Cell, timeZone: string): CellValue {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'string') return asText(cell)
  // a spreadsheet knows no zones: its dates are what the clock on the wall says
  return new Date('at' in cell ? `${onTheClock(cell.at, timeZone).replace(' ', 'T')}Z` : `${cell.day}T00:00:00Z`)
}

/** Excel refuses a workbook with longer texts. */
const longestText = 32_767

/** Without what XML cannot carry; `_x0041_` would be read as a letter. */
const asText = (text: string): string =>
  asPlainText(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, longestText)

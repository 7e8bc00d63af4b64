/** What stands in one field of a table, before it is known in which kind of file. `at` is an instant, `day` a date. */
export type Cell = string | number | { at: Date } | { day: string } | null

export interface SheetColumn {
  label: string
  kind: 'text' | 'number' | 'time' | 'day'
  /** In characters, about. */
  width: number
}

/** A table that is read as it is written: nothing holds all of it. */
export interface Sheet {
  columns: SheetColumn[]
  batches: AsyncIterable<Cell[][]>
  /** In which the moments are told. */
  timeZone: string
}

/**
 * Text that a spreadsheet takes for text: what it might compute gets an apostrophe in front.
 * https://owasp.org/www-community/attacks/CSV_Injection, with the full-width signs that some programs read alike.
 */
export const asPlainText = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text)

/** `2026-01-05 07:00` on the clocks of that zone: what spreadsheets read as a moment. */
export const onTheClock = (at: Date, timeZone: string): string => clockOf(timeZone).format(at)

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making one costs more than using it ten thousand times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  // Sweden writes moments in this order
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  clocks.set(timeZone, clock)
  return clock
}

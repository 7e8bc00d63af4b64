import { Readable } from 'node:stream'
import type { Actor, Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'
import { findPicturesOf, smallJpeg } from '../files/pictures.ts'
import type { ExportedRow } from '../tickets/list/exported-tickets.service.ts'
import type { Cell } from './cell.ts'
import { cellsOf } from './cells-of.ts'
import type { PdfEntry } from './pdf-document.ts'
import { writePdf } from './write-pdf.ts'
import type { Table } from './write-table.ts'

const mostPictures = 5

interface For {
  actor: Actor
  now: Date
}

/** A PDF of few tickets, with their pictures. All of it is held at once. */
export async function writeReport(
  ctx: Context,
  { keys, columns, rows, timeZone }: Table,
  { actor, now }: For,
): Promise<Readable> {
  const tickets: ExportedRow[] = []
  for await (const batch of rows) tickets.push(...batch)
  const pictures = await readOnly(ctx, ({ db }) =>
    findPicturesOf(
      db,
      tickets.map(({ id }) => id),
    ),
  )
  const clock = new Intl.DateTimeFormat('en-IN', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  /** Number and title head it, if they are shown; everything else follows in its order. */
  const wordsOf = (cells: Cell[]): Pick<PdfEntry, 'heading' | 'facts'> => {
    const facts = cells.map((cell, index) => ({
      label: columns[index]?.label ?? '',
      text: inWords(cell, (at) => clock.format(at)),
      isHead: keys[index] === 'number' || keys[index] === 'title',
    }))
    const head = facts.filter(({ isHead }) => isHead).map(({ text }) => text)
    return { heading: head.join('  '), facts: facts.filter(({ isHead }) => !isHead) }
  }
  const entries: PdfEntry[] = []
  for (const ticket of tickets) {
    const ids = pictures.get(ticket.id) ?? []
    entries.push({
      ...wordsOf(cellsOf(ticket, keys)),
      pictures: await readPictures(ctx, ids.slice(0, mostPictures)),
      furtherPictures: Math.max(0, ids.length - mostPictures),
    })
  }
  const count = tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`
  const about = `${count}, exported by ${actor.name} on ${clock.format(now)} (${timeZone})`
  return Readable.from([await writePdf({ title: 'Tickets', about, entries })])
}

async function readPictures({ files }: Context, ids: string[]): Promise<Uint8Array[]> {
  const found = await Promise.all(ids.map((id) => smallJpeg(files, id)))
  return found.filter((picture) => picture !== undefined)
}

function inWords(cell: Cell, clock: (at: Date) => string): string {
  if (cell === null) return ''
  if (typeof cell === 'string' || typeof cell === 'number') return String(cell)
  return 'at' in cell ? clock(cell.at) : cell.day
}

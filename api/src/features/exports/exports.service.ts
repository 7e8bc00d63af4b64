import type { Readable } from 'node:stream'
import { type Export, type ExportFormat, type ExportTickets, exportLimits } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import { inTransaction, readOnly, type Tx } from '../../db/transaction.ts'
import { AppError, notFound, unprocessable } from '../../http/app-error.ts'
import { exportJob } from '../../jobs/queues.ts'
import { findUnseen } from '../tickets/list/bulk-targets.service.ts'
import { findExportedIds } from '../tickets/list/exported-tickets.service.ts'
import { countPacked } from '../tickets/list/packed-ids.ts'
import { onTheClock } from './cell.ts'
import { findColumns } from './cells-of.ts'
import { type ExportRow, endExport, findExport, findLatestExports, insertExport } from './exports.queries.ts'
import { readRows } from './read-rows.ts'
import { writeTable } from './write-table.ts'

export interface ExportedFile {
  name: string
  type: string
  bytes: Readable
}

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** What is soon written is answered with; the rest is made by the worker. */
export async function exportTickets(ctx: Context, asked: ExportTickets): Promise<ExportedFile | Export> {
  const { format, columns } = asked
  const begun = await inTransaction(ctx, async (tx) => {
    if (asked.ids) await refuseUnseen(tx, asked.ids)
    const limit = format === 'pdf' ? exportLimits.pdf : exportLimits.atOnce
    const ids = await findExportedIds(tx, asked, limit + 1)
    if (format === 'pdf') refuseLongPdf(countPacked(ids))
    const { actor, now } = tx
    if (format === 'pdf' || countPacked(ids) > limit) return { later: await enqueue(ctx, tx, asked) }
    await recordExport(tx, asked, countPacked(ids))
    return { ids, actor, now, labelled: await findColumns(tx.db, columns) }
  })
  if ('later' in begun) return getExport(ctx, begun.later)

  const { ids, actor, now, labelled } = begun
  const rows = readRows(ctx, { ids, wanted: asked, columns, since: now })
  const table = { keys: columns, columns: labelled, rows, timeZone: actor.timeZone }
  return {
    name: nameOf(format, now, actor.timeZone),
    type: types[format],
    bytes: writeTable(format === 'xlsx' ? 'xlsx' : 'csv', table),
  }
}

async function enqueue(ctx: Context, { db, actor }: Tx, { format, columns, filter, ids }: ExportTickets) {
  const id = uuid()
  const wanted = { ...(filter && { filter }), ...(ids && { ids }) }
  await insertExport(db, { id, userId: actor.id, format, columns, wanted })
  await ctx.jobs.enqueue(db, exportJob, { exportId: id, userId: actor.id })
  return id
}

async function refuseUnseen({ db }: Tx, ids: string[]): Promise<void> {
  const unseen = await findUnseen(db, ids)
  if (unseen.length === 0) return
  throw new AppError('unprocessable', 'Some of these tickets do not exist, or are not for you to see.', {
    errors: unseen.map((id) => ({ path: `ids.${ids.indexOf(id)}`, message: 'There is no such ticket' })),
  })
}

export function refuseLongPdf(count: number): void {
  if (count <= exportLimits.pdf) return
  throw unprocessable(
    'format',
    `A PDF holds up to ${exportLimits.pdf} tickets. Narrow the filter, or take CSV or Excel.`,
  )
}

/** Who took out what, and how much of it. */
export const recordExport = ({ db, actor }: Tx, { format, columns, filter, ids }: ExportTickets, count: number) =>
  recordAudit(db, {
    actorId: actor.id,
    action: 'tickets.exported',
    subject: format,
    change: { count, columns, ...(filter ? { filter } : { ids: ids?.slice(0, 100) }) },
  })

export const listExports = (ctx: Context): Promise<{ items: Export[] }> =>
  readOnly(ctx, async ({ db, actor }) => ({
    items: (await findLatestExports(db)).map((row) => toExport(row, actor.timeZone)),
  }))

export const getExport = (ctx: Context, id: string): Promise<Export> =>
  readOnly(ctx, async ({ db, actor }) => toExport(await getOwn(db, id), actor.timeZone))

async function getOwn(db: Tx['db'], id: string): Promise<ExportRow> {
  const row = await findExport(db, id)
  if (!row) throw notFound('This export')
  return row
}

/** It shows what its owner saw as who they were then; as somebody else they would see something else. */
export const getExportFile = (ctx: Context, id: string) =>
  readOnly(ctx, async ({ db, actor, now }) => {
    const row = await getOwn(db, id)
    const { fileId, size, sha256, expiresAt } = row
    if (row.state !== 'ready' || !fileId || size === null || !expiresAt || expiresAt < now) {
      throw new AppError('not_found', 'There is no file of this export, or no longer. Export again.')
    }
    if (row.role !== actor.role || row.teamId !== (actor.team?.id ?? null)) {
      throw new AppError('forbidden', 'Your role or team has changed since this was made. Export again.')
    }
    const { name } = toExport(row, actor.timeZone)
    return { id: fileId, name, contentType: types[row.format], size, sha256 }
  })

/** Stops what is being made, and throws away what was. */
export async function cancelExport(ctx: Context, id: string): Promise<void> {
  const fileId = await inTransaction(ctx, async ({ db, actor }) => {
    const { state } = toExport(await getOwn(db, id), actor.timeZone)
    const hasEnded = state === 'failed' || state === 'cancelled' || state === 'expired'
    return hasEnded ? null : endExport(db, id, 'cancelled')
  })
  if (fileId) await ctx.files.remove(fileId)
}

const toExport = (row: ExportRow, timeZone: string): Export => ({
  id: row.id,
  format: row.format,
  state: row.state,
  done: row.done,
  total: row.total,
  name: nameOf(row.format, row.createdAt, timeZone),
  size: row.size,
  reason: row.reason,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
})

/** `tickets-2026-01-05-0700.csv` */
const nameOf = (format: ExportFormat, at: Date, timeZone: string): string =>
  `tickets-${onTheClock(at, timeZone).replace(' ', '-').replace(':', '')}.${format}`

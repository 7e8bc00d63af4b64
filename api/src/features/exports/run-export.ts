import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { exportFormatLabel, exportKeptHours, exportLimits } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { NoRoomError } from '../../adapters/files/files.ts'
import type { Actor, Context, Deps } from '../../context.ts'
import { inTransaction, type Tx } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { tellFinished } from '../notifications/tell-finished.ts'
import { findExportedIds } from '../tickets/list/exported-tickets.service.ts'
import { countPacked } from '../tickets/list/packed-ids.ts'
import { findColumns } from './cells-of.ts'
import { endExport, findUnderWay, getTotal, updateAttempt, updateExport } from './exports.queries.ts'
import { recordExport, refuseLongPdf } from './exports.service.ts'
import { readRows } from './read-rows.ts'
import { writeReport } from './write-report.ts'
import { writeTable } from './write-table.ts'

/**
 * Makes the file, as the person who asked and with their rights of that moment. Each attempt writes a file of its own, so
 * whoever dies over it, or was only thought to have died, harms no other.
 */
export async function runExport(deps: Deps, { exportId, userId }: { exportId: string; userId: string }): Promise<void> {
  // nothing of a request
  const { config, db, jobs, files, log } = deps
  const ctx: Context = { config, db, jobs, files, log, claims: { userId, sessionId: exportId, exportId } }
  const attempt = await begin(ctx, exportId).catch(unlessOver)
  if (!attempt) return
  try {
    const { reader, content } = await write(ctx, attempt)
    await finish(ctx, attempt, { reader, ...(await store(ctx, attempt, content)) })
  } catch (error) {
    await files.remove(attempt.fileId)
    await giveUp(ctx, attempt, error)
  }
}

type Attempt = NonNullable<Awaited<ReturnType<typeof begin>>>

const mostAttempts = 3
/** Of the query that finds all there is to export, which may be a million; all others are short. */
const longestSearch = '60s'

async function begin(ctx: Context, exportId: string) {
  const begun = await inTransaction(ctx, async (tx) => {
    const row = await findUnderWay(tx.db, exportId)
    if (!row) return undefined
    if (row.attempts === mostAttempts) {
      await fail(tx.db, row, stumbled)
      return undefined
    }
    const fileId = uuid()
    await updateExport(tx.db, exportId, { state: 'running', attempts: row.attempts + 1, done: 0, fileId })
    return { ...row, attempts: row.attempts + 1, fileId, before: row.fileId }
  })
  if (begun?.before) await ctx.files.remove(begun.before)
  return begun
}

const stumbled = 'Something went wrong on our side, several times. Try again, or tell an admin.'

/** What it is to hold is looked up once; its rows then batch by batch. `reader`: who its owner was when that began. */
async function write(ctx: Context, attempt: Attempt): Promise<{ reader: Actor; content: Readable }> {
  const { id, fileId, format, columns: keys, wanted, createdAt } = attempt
  const { ids, actor, columns } = await inTransaction(ctx, async (tx) => {
    await letSearch(tx)
    const found = await findExportedIds({ ...tx, now: createdAt }, wanted, exportLimits.asJob + 1)
    const total = countPacked(found)
    if (format === 'pdf') refuseLongPdf(total)
    else refuseLongTable(total)
    await still(updateAttempt(tx.db, id, fileId, { total }))
    return { ids: found, actor: tx.actor, columns: await findColumns(tx.db, keys) }
  })
  const rows = readRows(ctx, { ids, wanted, columns: keys, since: createdAt }, (read, done) =>
    inTransaction(ctx, async (tx) => {
      await still(updateAttempt(tx.db, id, fileId, { done }))
      return read(tx)
    }),
  )
  const table = { keys, columns, rows, timeZone: actor.timeZone }
  const content =
    format === 'pdf' ? await writeReport(ctx, table, { actor, now: createdAt }) : writeTable(format, table)
  return { reader: actor, content }
}

/** It was cancelled, or another attempt has begun. */
class NoLongerWanted extends Error {}

async function still(isCurrent: Promise<boolean>): Promise<void> {
  if (!(await isCurrent)) throw new NoLongerWanted()
}

const letSearch = ({ db }: Tx) => sql`select set_config('statement_timeout', ${longestSearch}, true)`.execute(db)

function refuseLongTable(count: number): void {
  if (count <= exportLimits.asJob) return
  throw new AppError('unprocessable', 'More than 1,000,000 tickets match. Narrow the filter.')
}

interface Stored {
  size: number
  sha256: Buffer
}

async function store({ files }: Context, { fileId }: Attempt, content: Readable): Promise<Stored> {
  const hash = createHash('sha256')
  let size = 0
  const measured = async function* () {
    for await (const piece of content) {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      size += bytes.length
      yield bytes
    }
  }
  await files.append(fileId, 0, Readable.from(measured()))
  await files.settle(fileId)
  return { size, sha256: hash.digest() }
}

const finish = (ctx: Context, { id, fileId, ...asked }: Attempt, { reader, ...stored }: Stored & { reader: Actor }) =>
  inTransaction(ctx, async (tx) => {
    const { db, now } = tx
    const expiresAt = new Date(now.getTime() + exportKeptHours * 3_600_000)
    const total = await getTotal(db, id)
    await recordExport(tx, { ...asked, ...asked.wanted }, total)
    await still(
      updateAttempt(db, id, fileId, {
        ...stored,
        state: 'ready',
        done: total,
        role: reader.role,
        teamId: reader.team?.id ?? null,
        expiresAt,
      }),
    )
    const message = `Your ${exportFormatLabel[asked.format]} of ${counted(total)} is ready`
    await tellFinished(db, { exportId: id, how: 'done', message })
  })

/** What the caller can act on is told, anything else tried again. */
async function giveUp(ctx: Context, attempt: Attempt, error: unknown): Promise<void> {
  const { id, attempts } = attempt
  if (error instanceof NoLongerWanted) return
  const reason = reasonOf(error) ?? (attempts < mostAttempts ? undefined : stumbled)
  if (reason === undefined) throw error
  if (reason === stumbled) ctx.log.error({ err: error, exportId: id }, 'an export failed for good')
  await inTransaction(ctx, ({ db }) => fail(db, attempt, reason)).catch(unlessOver)
}

async function fail(db: Tx['db'], { id, format }: Pick<Attempt, 'id' | 'format'>, reason: string): Promise<void> {
  await endExport(db, id, 'failed', reason)
  await tellFinished(db, {
    exportId: id,
    how: 'failed',
    message: `Your ${exportFormatLabel[format]} was not made. ${reason}`,
  })
}

const counted = (tickets: number): string => (tickets === 1 ? '1 ticket' : `${tickets} tickets`)

function reasonOf(error: unknown): string | undefined {
  if (error instanceof NoRoomError) return 'There is no room for files left. Tell an admin.'
  return error instanceof AppError ? error.message : undefined
}

/** It has ended already, or whoever asked no longer works here. */
function unlessOver(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'unauthenticated')) throw error
}

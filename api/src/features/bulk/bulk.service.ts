import {
  BulkChange,
  type BulkItem,
  type BulkOperation,
  type BulkUpdate,
  type bulk,
  bulkLimits,
  type Received,
  undoMinutes,
} from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Replay } from '../../db/idempotency.ts'
import { inTransaction, readOnly, type Tx } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import { countCap, decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { bulkOperation } from '../../jobs/queues.ts'
import { findMatching, findUnseen } from '../tickets/list/bulk-targets.service.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import {
  countItems,
  findChangedItems,
  findItems,
  findLatestOperations,
  findOperation,
  insertOperation,
  lockOperation,
  type NewItem,
  type OperationRow,
} from './bulk.queries.ts'
import { runOperation } from './run-operation.ts'

/** Up to 100 tickets by id are done when this answers; all that match a filter are done by the worker. */
export async function bulkUpdate(ctx: Context, { ids, filter, change }: BulkUpdate): Promise<BulkOperation> {
  return begin(ctx, ids !== undefined, async (tx) => {
    const ticketIds = ids ? await existing(tx, ids) : await matching(tx, filter ?? {})
    const items = ticketIds.map((ticketId) => ({ ticketId, changeId: null }))
    return { items, what: { change, undoesId: null } }
  })
}

/** All that it changed, in one step; what somebody changed since is refused. */
export function undoBulk(ctx: Context, id: string): Promise<BulkOperation> {
  return begin(ctx, false, async ({ db, now }) => {
    await lockOperation(db, id)
    const operation = await findOperation(db, id)
    if (!operation) throw notFound('This operation')
    if (operation.isUndone) throw new AppError('conflict', 'This was taken back already.')
    if (!undoableUntil(operation, now)) {
      throw new AppError('conflict', 'This can be taken back for 5 minutes after its end, and not any other time.')
    }
    return { items: await findChangedItems(db, id), what: { change: null, undoesId: id } }
  })
}

interface Begun {
  items: NewItem[]
  what: { change: BulkUpdate['change'] | null; undoesId: string | null }
}

/**
 * Writes down what is to be done, with the job that does whatever this process leaves undone. A repeated request helps on
 * with the operation that the first one began.
 */
async function begin(ctx: Context, isAtOnce: boolean, decide: (tx: Tx) => Promise<Begun>): Promise<BulkOperation> {
  let replayed: Replay | undefined
  const { operationId } = await inTransaction(ctx, async (tx) => {
    const { items, what } = await decide(tx)
    const operationId = uuid()
    await insertOperation(tx.db, { id: operationId, userId: tx.actor.id, ...what }, items)
    const afterSeconds = isAtOnce ? secondsToFinish : 0
    await ctx.jobs.enqueue(tx.db, bulkOperation, { operationId, userId: tx.actor.id }, { afterSeconds })
    return { operationId }
  }).catch((error: unknown) => {
    if (!(error instanceof Replay)) throw error
    replayed = error
    return Begun.parse(error.body)
  })
  if (isAtOnce) await runOperation(ctx, { operationId, userId: ctx.claims.userId }, { quietly: true })
  const operation = await getOperation(ctx, operationId)
  if (replayed) throw new Replay(replayed.status, operation)
  return operation
}

const Begun = z.object({ operationId: z.uuid() })

/** So long a process that answers at once is given before the worker looks whether it died. */
const secondsToFinish = 20

async function existing({ db }: Tx, ids: string[]): Promise<string[]> {
  const unique = [...new Set(ids)]
  const unseen = await findUnseen(db, unique)
  if (unseen.length > 0) {
    throw new AppError('unprocessable', 'Some of these tickets do not exist, or are not for you to see.', {
      errors: unseen.map((id) => ({ path: `ids.${ids.indexOf(id)}`, message: 'There is no such ticket' })),
    })
  }
  return unique
}

async function matching(tx: Tx, filter: NonNullable<BulkUpdate['filter']>): Promise<string[]> {
  const ids = await findMatching(tx, filter, bulkLimits.asJob + 1)
  if (ids.length <= bulkLimits.asJob) return ids
  throw new AppError('unprocessable', 'More than 10,000 tickets match. Narrow the filter.', {
    errors: [{ path: 'filter', message: 'Matches more than 10,000 tickets' }],
  })
}

export const getOperation = (ctx: Context, id: string): Promise<BulkOperation> =>
  readOnly(ctx, async ({ db, now }) => {
    const operation = await findOperation(db, id)
    if (!operation) throw notFound('This operation')
    return toOperation(operation, now)
  })

export const listOperations = (ctx: Context): Promise<{ items: BulkOperation[] }> =>
  readOnly(ctx, async ({ db, now }) => ({
    items: (await findLatestOperations(db)).map((operation) => toOperation(operation, now)),
  }))

const toOperation = (row: OperationRow, now: Date): BulkOperation => ({
  id: row.id,
  kind: row.kind,
  change: BulkChange.nullable().parse(row.change),
  total: row.total,
  changed: row.changed,
  refused: row.refused,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  undoableUntil: undoableUntil(row, now)?.toISOString() ?? null,
})

function undoableUntil({ kind, finishedAt, changed, isUndone }: OperationRow, now: Date): Date | null {
  if (kind === 'undo' || !finishedAt || changed === 0 || isUndone) return null
  const until = new Date(finishedAt.getTime() + undoMinutes * 60_000)
  return until > now ? until : null
}

const ItemCursor = z.tuple([z.int32().min(0), z.int().min(0)])

/** What became of each. Of a ticket out of sight its name is not told. */
export function listItems(ctx: Context, id: string, { state, limit, cursor }: Received<typeof bulk.items>['query']) {
  const after = decodeCursor(ItemCursor, cursor)
  return readOnly(ctx, async ({ db }) => {
    if (!(await findOperation(db, id))) throw notFound('This operation')
    const rows = await findItems(db, id, state, limit + 1, after?.[0] ?? 0)
    const total = after?.[1] ?? (await countItems(db, id, state))
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: shown.map(
        ({ ticketId, number, title, ticketStatus, state, reason }): BulkItem => ({
          ticket:
            number && title && ticketStatus
              ? { id: ticketId, key: ticketKey(number), title, status: ticketStatus }
              : null,
          state,
          reason,
        }),
      ),
      nextCursor: rows.length > limit && last ? encodeCursor([last.position, total]) : null,
      total,
      totalIsCapped: total >= countCap,
    }
  })
}

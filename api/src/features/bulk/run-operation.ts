import type { BulkChange } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Context, Deps } from '../../context.ts'
import { asCaller, inTransaction, type Tx } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { tellFinished } from '../notifications/tell-finished.ts'
import { changeOne, findChangeSince } from '../tickets/list/bulk-targets.service.ts'
import { runUndo } from '../tickets/moves/undo.service.ts'
import { claimItem, findOperation, findWhatToDo, finishOperation, markItem } from './bulk.queries.ts'

/**
 * Does what is left of an operation, one ticket a transaction, as the person who began it and with their rights of that
 * moment. An item and its mark commit together, so whoever dies over it leaves it to the next. Its owner is told of the end,
 * unless they wait for the answer (`quietly`).
 */
export async function runOperation(
  deps: Deps,
  { operationId, userId }: { operationId: string; userId: string },
  { quietly = false } = {},
): Promise<void> {
  // nothing of a request: no version, and no key of its own
  const { config, db, jobs, files, log } = deps
  const ctx: Context = { config, db, jobs, files, log, claims: { userId, sessionId: operationId, operationId } }
  const begun = await inTransaction(ctx, ({ db }) => findWhatToDo(db, operationId)).catch(unlessOver)
  if (!begun) return
  const gathering = { ...ctx, gatheredUntil: new Date(begun.createdAt.getTime() + gatherMs) }
  const work = async () => {
    while (await runNext(gathering, operationId, begun.change, quietly)) {}
  }
  await Promise.all(Array.from({ length: lanes }, work))
}

/** Long enough for all of it to be done, and for its owner to think better of it. */
const gatherMs = 10 * 60_000

/** More at once are not faster, and leave others less. */
const lanes = 3

/** It is finished already, or whoever began it no longer works here. */
function unlessOver(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'unauthenticated')) throw error
}

/** Answers whether there may be another. The item stays locked until its mark commits, so no lane does what another is at. */
function runNext(ctx: Context, operationId: string, change: BulkChange | null, quietly: boolean): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const item = await claimItem(tx.db, operationId)
    if (!item) {
      const isOver = await finishOperation(tx.db, operationId)
      if (isOver && !quietly) await tellOwner(tx.db, operationId)
      return false
    }
    const reason = await reasonAgainst(tx, async () => {
      if (change) await changeOne(ctx, tx, item.ticketId, change)
      else await runUndo(ctx, tx, item.changeId ?? '')
    })
    await asCaller(tx.db)
    const result =
      reason === null
        ? { state: 'changed' as const, changeId: item.changeId ?? (await findChangeSince(tx, item.ticketId)) }
        : { state: 'refused' as const, reason }
    await markItem(tx.db, operationId, item.position, result)
    return true
  }).catch((error: unknown) => {
    unlessOver(error)
    return false
  })
}

async function tellOwner(db: Tx['db'], operationId: string): Promise<void> {
  const operation = await findOperation(db, operationId)
  if (!operation) return
  const { kind, changed, refused } = operation
  const tickets = changed === 1 ? '1 ticket is' : `${changed} tickets are`
  const message = `${tickets} ${kind === 'undo' ? 'as before' : 'changed'}${refused > 0 ? `, ${refused} refused` : ''}`
  await tellFinished(db, { operationId, how: 'done', message })
}

/** Does it, or leaves no trace of it and says why not. */
async function reasonAgainst({ db }: Tx, work: () => Promise<void>): Promise<string | null> {
  await sql`savepoint item`.execute(db)
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await sql`rollback to savepoint item`.execute(db)
    return error.message
  }
}

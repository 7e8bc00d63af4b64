import type { BulkChange } from '@physique57/contracts'
import type { Context, Deps } from '../../context.ts'
import { asCaller, inTransaction } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { changeOne, findChangeSince } from '../tickets/bulk-targets.service.ts'
import { undoChange } from '../tickets/undo.service.ts'
import { claimItem, findWhatToDo, finishOperation, markItem } from './bulk.queries.ts'

/**
 * Does what is left of an operation, one ticket a transaction, as the person who began it and with their rights of that
 * moment. An item and its mark commit together, so whoever dies over it leaves it to the next.
 */
export async function runOperation(
  deps: Deps,
  { operationId, userId }: { operationId: string; userId: string },
): Promise<void> {
  // nothing of a request: no version, and no key of its own
  const { config, db, jobs, files, log } = deps
  const ctx: Context = { config, db, jobs, files, log, claims: { userId, sessionId: operationId, operationId } }
  const begun = await inTransaction(ctx, ({ db }) => findWhatToDo(db, operationId)).catch(unlessOver)
  if (!begun) return
  const gathering = { ...ctx, gatheredUntil: new Date(begun.createdAt.getTime() + gatherMs) }
  const work = async () => {
    while (await runNext(gathering, operationId, begun.change)) {}
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

/** Answers whether there may be another. */
async function runNext(ctx: Context, operationId: string, change: BulkChange | null): Promise<boolean> {
  let at: number | undefined
  try {
    return await inTransaction(ctx, async (tx) => {
      const item = await claimItem(tx.db, operationId)
      if (!item) {
        await finishOperation(tx.db, operationId)
        return false
      }
      at = item.position
      const within = { ...ctx, within: tx }
      if (change) await changeOne(within, item.ticketId, change)
      else await undoChange(within, item.changeId ?? '')
      await asCaller(tx.db)
      const changeId = item.changeId ?? (await findChangeSince(tx, item.ticketId))
      await markItem(tx.db, operationId, item.position, { state: 'changed', changeId })
      return true
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return false
    if (!(error instanceof AppError) || at === undefined) throw error
    const [position, reason] = [at, error.message]
    await inTransaction(ctx, ({ db }) => markItem(db, operationId, position, { state: 'refused', reason }))
    return true
  }
}

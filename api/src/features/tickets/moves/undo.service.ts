import type { Ticket } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { recordAudit } from '../../../db/audit.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError, notFound } from '../../../http/app-error.ts'
import { recordHistory } from '../history.ts'
import { historySentence } from '../history-sentence.ts'
import { tellWhoHeard } from '../tell-who-heard.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewTicket } from '../ticket-view.ts'
import { changedSince } from './change-states.ts'
import { type ChangeRow, findChange, findStory, markUndone, retractDecisions, undoMs } from './changes.queries.ts'
import { readState, restoreState } from './changes.service.ts'
import { runUnmerge } from './merge.service.ts'
import { lockTicket } from './move.ts'

/** Takes back what the caller did, as if it had never been: only the story remembers. */
export const undoChange = (ctx: Context, changeId: string): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => {
    const { tx, ticketId } = await runUndo(ctx, begun, changeId)
    return viewTicket(tx, ticketId)
  })

/** The same without showing it. */
export async function runUndo(ctx: Context, begun: Tx, changeId: string): Promise<{ tx: Tx; ticketId: string }> {
  const { action, ticketId } = await findOwn(begun, changeId)
  if (action === 'merge') {
    assertUndoable(ctx, await findOwn(begun, changeId), begun.now)
    return { tx: await runUnmerge(ctx, begun, ticketId), ticketId }
  }
  const { tx, ticket } = await lockTicket(begun, ticketId)
  // of two at once, the second finds it taken back
  const change = await findOwn(begun, changeId)
  assertUndoable(ctx, change, tx.now)
  const what = await whatWasDone(tx, change)

  await assertUnchangedSince(tx, change)
  await restoreState(tx.db, ticketId, change.difference)
  await retractDecisions(tx.db, change, tx.now)
  await markUndone(tx.db, changeId, tx.now)
  await recordHistory(tx, ticketId, 'undone', { what })
  if (action === 'delete') {
    await recordAudit(tx.db, { actorId: tx.actor.id, action: 'ticket.restored', subject: ticketKey(ticket.number) })
  }
  await tellWhoHeard(ctx, tx, change, `${tx.actor.name} took back a change to ${ticketKey(ticket.number)}: ${what}`)
  return { tx, ticketId }
}

async function findOwn({ db, actor }: Tx, changeId: string): Promise<ChangeRow> {
  const change = await findChange(db, changeId)
  if (!change || change.actorId !== actor.id) throw notFound('This change')
  return change
}

/** Of an operation, its own end counts, not that of each of its changes. */
function assertUndoable({ claims }: Context, { undoneAt, endedAt }: ChangeRow, now: Date): void {
  if (undoneAt) throw new AppError('conflict', 'This was taken back already.')
  if (!claims.operationId && now.getTime() - endedAt.getTime() > undoMs) {
    throw new AppError('conflict', 'This can no longer be taken back: more than 5 minutes have passed.')
  }
}

/** "set it from assigned to pending", as the story has it. */
async function whatWasDone({ db, actor }: Tx, { ticketId, beganAt, endedAt }: ChangeRow): Promise<string> {
  const story = await findStory(db, ticketId, beganAt, endedAt)
  // that the clocks followed is no deed of anybody
  const deeds = story.filter(({ event }) => event !== 'measured')
  return deeds.map(({ event, detail }) => historySentence(event, detail, actor.timeZone)).join(' and ')
}

/** 409 with what others did since, when it concerns the same. Acts as the system from here on. */
async function assertUnchangedSince({ db, actor }: Tx, change: ChangeRow): Promise<void> {
  const story = await findStory(db, change.ticketId, new Date(change.endedAt.getTime() + 1))
  await actAsSystem(db, [change.ticketId])
  const fields = changedSince(change.difference, await readState(db, change.ticketId))
  if (fields.length === 0) return
  const since = story.map(
    ({ actorName, event, detail }) => `${actorName ?? 'The system'} ${historySentence(event, detail, actor.timeZone)}`,
  )
  throw new AppError('conflict', `Too late to take this back. Since then: ${since.join('; ') || 'it changed again'}.`, {
    errors: fields.map((path) => ({ path, message: 'Changed since' })),
  })
}

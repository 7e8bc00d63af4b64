import { sortedTags, type Ticket } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Context } from '../../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError, notFound, unprocessable } from '../../../http/app-error.ts'
import { notify } from '../../notifications/notify.ts'
import { cancelClocks } from '../../sla/clocks.service.ts'
import { tagsThatFit } from '../form/tags.service.ts'
import { recordHistory } from '../history.ts'
import { findConcerned } from '../people.queries.ts'
import { tellWhoHeard } from '../tell-who-heard.ts'
import { authorize, type TicketAction } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewTicket } from '../ticket-view.ts'
import { factsOf, findSummaries, type TicketRow, updateTicket } from '../tickets.queries.ts'
import { findMerge, markUndone } from './changes.queries.ts'
import { readState, recordChange, restoreState } from './changes.service.ts'
import {
  addFollowersOf,
  findFinalId,
  lockTickets,
  moveContents,
  moveContentsBack,
  removeTags,
  removeWatchers,
} from './merge.queries.ts'
import { assertCurrent, assertNotGone } from './move.ts'

/** The source stays behind as a closed ticket that leads to the target; what was said and attached goes there. */
export const mergeTicket = (ctx: Context, sourceId: string, wantedId: string): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => {
    const targetId = await findTarget(begun, sourceId, wantedId)
    const { tx, source, target } = await lockPair(begun, sourceId, targetId)
    authorizeBoth(tx, 'merge', source, target)
    assertCurrent(ctx, source)
    assertMergeable(source, target)

    await actAsSystem(tx.db, [sourceId, targetId])
    const before = await readState(tx.db, sourceId)
    const tags = tagsThatFit(source.tags, target.tags)
    const moved = {
      ...(await moveContents(tx.db, sourceId, targetId)),
      watchers: await addFollowersOf(tx.db, sourceId, targetId),
      tags,
    }
    const due = await cancelClocks(tx, sourceId)
    await updateTicket(tx.db, sourceId, { ...due, status: 'closed', closedAt: tx.now, mergedIntoId: targetId })
    await updateTicket(tx.db, targetId, {
      updatedAt: tx.now,
      ...(tags.length > 0 && { tags: sortedTags([...target.tags, ...tags]) }),
    })

    const [from, into] = [ticketKey(source.number), ticketKey(target.number)]
    await recordHistory(tx, sourceId, 'merged', { into })
    await recordHistory(tx, targetId, 'took_in', { from })
    const message = `${tx.actor.name} merged ${from} into ${into}: ${target.title}`
    const recipients = await findConcerned(tx.db, targetId)
    await notify(ctx, tx, { ticketId: targetId, event: 'status', message, recipients })
    await recordChange(tx, sourceId, before, { action: 'merge', merge: { targetId, moved } })
    return viewTicket(tx, targetId)
  })

/** A ticket that was merged itself stands for the one it was merged into. */
async function findTarget({ db, actor }: Tx, sourceId: string, wantedId: string): Promise<string> {
  const [source] = await findSummaries(db, [sourceId])
  if (!source) throw notFound('This ticket')
  authorize(actor, 'merge', factsOf(source))
  if (sourceId === wantedId) throw unprocessable('targetId', 'A ticket cannot be merged into itself')
  const [wanted] = await findSummaries(db, [wantedId])
  if (!wanted) throw unprocessable('targetId', 'There is no such ticket, or it is not for you to see')
  const targetId = await findFinalId(db, wantedId)
  if (targetId === sourceId) {
    throw new AppError('conflict', `${ticketKey(wanted.number)} was merged into this ticket. Unmerge it first.`)
  }
  return targetId
}

/** Both, in the order of their ids. The time of a change is taken after that. */
async function lockPair(begun: Tx, sourceId: string, targetId: string) {
  const locked = new Map((await lockTickets(begun.db, [sourceId, targetId])).map((row) => [row.id, row]))
  const [source, target] = [locked.get(sourceId), locked.get(targetId)]
  if (!source) throw notFound('This ticket')
  if (!target) throw new AppError('conflict', 'The other ticket is not for you to see.')
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(begun.db)
  return { tx: { ...begun, now: rows[0]?.now ?? begun.now }, source, target }
}

function authorizeBoth({ actor }: Tx, action: TicketAction, source: TicketRow, target: TicketRow): void {
  authorize(actor, action, factsOf(source))
  authorize(actor, action, factsOf(target))
}

function assertMergeable(source: TicketRow, target: TicketRow): void {
  assertNotGone(factsOf(source))
  if (target.deletedAt) throw new AppError('conflict', `${ticketKey(target.number)} is in the trash.`)
  if (target.mergedIntoId) throw new AppError('conflict', `${ticketKey(target.number)} was merged itself meanwhile.`)
  if (source.isOpen && !target.isOpen) {
    const key = ticketKey(target.number)
    throw new AppError(
      'conflict',
      `${key} is ${target.status}, so nobody would work on this any more. Reopen ${key} first.`,
    )
  }
}

export const unmergeTicket = (ctx: Context, sourceId: string): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => viewTicket(await runUnmerge(ctx, begun, sourceId), sourceId))

/** What was said on the target since stays there. */
export async function runUnmerge(ctx: Context, begun: Tx, sourceId: string): Promise<Tx> {
  const [seen] = await findSummaries(begun.db, [sourceId])
  if (!seen) throw notFound('This ticket')
  authorize(begun.actor, 'unmerge', factsOf(seen))
  if (!seen.mergedIntoId) throw new AppError('conflict', 'This ticket is not merged.')
  const { tx, source, target } = await lockPair(begun, sourceId, await findFinalId(begun.db, sourceId))
  authorizeBoth(tx, 'unmerge', source, target)
  const merge = await findMerge(tx.db, sourceId)
  if (!merge?.moved || !merge.targetId) throw new AppError('conflict', 'This ticket is not merged.')

  // the one it was merged into may have been merged itself
  const [between] = merge.targetId === target.id ? [] : await findSummaries(tx.db, [merge.targetId])
  await actAsSystem(tx.db, [sourceId, target.id, ...(between ? [between.id] : [])])
  await moveContentsBack(tx.db, target.id, sourceId, merge.moved)
  await removeWatchers(tx.db, merge.targetId, merge.moved.watchers)
  await removeTags(tx.db, merge.targetId, merge.moved.tags ?? [])
  await restoreState(tx.db, sourceId, merge.difference)
  await updateTicket(tx.db, target.id, { updatedAt: tx.now })
  await markUndone(tx.db, merge.id, tx.now)

  const [from, to] = [ticketKey(target.number), ticketKey(source.number)]
  await recordHistory(tx, sourceId, 'unmerged', { from })
  await recordHistory(tx, target.id, 'gave_back', { to })
  await tellWhoHeard(ctx, tx, merge, `${tx.actor.name} took ${to} out of ${from} again`)
  return tx
}

import type { Ticket } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { unprocessable } from '../../../http/app-error.ts'
import { notify } from '../../notifications/notify.ts'
import { recordHistory } from '../history.ts'
import { audienceOf, maySee } from '../may-see.ts'
import { assertNotGone, lockTicket } from '../moves/move.ts'
import { authorize } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewTicket } from '../ticket-view.ts'
import { findWatchers } from '../tickets.queries.ts'
import { deleteWatcher, findColleague, insertWatcher } from './watchers.queries.ts'

type Colleague = NonNullable<Awaited<ReturnType<typeof findColleague>>>

/** Whoever sees a ticket follows it for themselves and asks others who see it; giving sight of it is sharing. */
export const watchTicket = (ctx: Context, id: string, userId: string): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => {
    const { tx, ticket, facts } = await lockTicket(begun, id)
    const { db, actor } = tx
    const colleague = await findColleague(db, userId)
    const watchers = await findWatchers(db, id)
    const seesAnyway = colleague && maySee(colleague, audienceOf(id, facts, watchers))
    authorize(actor, seesAnyway ? 'respond' : 'share', facts)
    assertNotGone(facts)
    if (!colleague) throw unprocessable('userId', 'There is no such person, or they no longer work here')
    if (watchers.some((watcher) => watcher.id === userId)) return viewTicket(tx, id)

    await actAsSystem(db, [id])
    await insertWatcher(db, id, userId)
    if (userId !== actor.id) await tell(ctx, tx, ticket, colleague)
    return viewTicket(tx, id)
  })

async function tell(
  ctx: Context,
  tx: Tx,
  { id, number, title }: { id: string; number: number; title: string },
  colleague: Colleague,
): Promise<void> {
  await recordHistory(tx, id, 'shared', { with: { id: colleague.id, name: colleague.name } })
  const message = `${tx.actor.name} shared ${ticketKey(number)} with you: ${title}`
  await notify(ctx, tx, { ticketId: id, event: 'mentioned', message, recipients: [colleague.id] })
}

/** Everybody stops following for themselves; taking others off is for whoever may share. */
export const unwatchTicket = (ctx: Context, id: string, userId: string): Promise<void> =>
  inTransaction(ctx, async (begun) => {
    const { tx, facts } = await lockTicket(begun, id)
    const { db, actor } = tx
    if (userId !== actor.id) authorize(actor, 'share', facts)
    const watcher = (await findWatchers(db, id)).find((each) => each.id === userId)
    if (!watcher) return

    await actAsSystem(db, [id])
    await deleteWatcher(db, id, userId)
    if (userId !== actor.id) await recordHistory(tx, id, 'unshared', { with: watcher })
  })

import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { notify } from '../notifications/notify.ts'
import { withdrawNotifications } from '../notifications/withdraw.service.ts'
import type { ChangeRow } from './moves/changes.queries.ts'

/** Whoever has not noticed yet never will; the others read that it was taken back. */
export async function tellWhoHeard(ctx: Context, tx: Tx, change: ChangeRow, message: string): Promise<void> {
  const ticketId = change.targetId ?? change.ticketId
  const heard = await withdrawNotifications(tx.db, ticketId, change.beganAt, change.endedAt)
  await notify(ctx, tx, { ticketId, event: 'status', message, recipients: heard, quietly: true })
}

import type { Received, Ticket, trash } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { recordAudit } from '../../../db/audit.ts'
import { actAsSystem, inTransaction, readOnly } from '../../../db/transaction.ts'
import { AppError } from '../../../http/app-error.ts'
import { countCap, decodeCursor, encodeCursor, TimeCursor } from '../../../http/cursor.ts'
import { reviveClocks } from '../../sla/restore-clocks.service.ts'
import { recordHistory } from '../history.ts'
import { authorize } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewSummaries, viewTicket } from '../ticket-view.ts'
import { updateTicket } from '../tickets.queries.ts'
import { lockTicket } from './move.ts'
import { countTrash, findTrash } from './trash.queries.ts'

export function listTrash(ctx: Context, { limit, cursor }: Received<typeof trash.list>['query']) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async (tx) => {
    if (tx.actor.role !== 'admin') throw new AppError('forbidden', 'The trash is for admins.')
    const found = await findTrash(tx.db, limit + 1, after)
    const total = after?.[2] ?? (await countTrash(tx.db))
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const summaries = await viewSummaries(
      tx,
      shown.map(({ id }) => id),
    )
    const deletions = new Map(shown.map((row) => [row.id, row]))
    return {
      items: summaries.flatMap((ticket) => {
        const deletion = deletions.get(ticket.id)
        return deletion
          ? [{ ...ticket, deletedAt: deletion.deletedAt.toISOString(), deletedBy: deletion.deletedBy }]
          : []
      }),
      nextCursor: found.length > limit && last ? encodeCursor([last.deletedAt.toISOString(), last.id, total]) : null,
      total: Math.min(total, countCap),
      totalIsCapped: total > countCap,
    }
  })
}

/** As it was, with its clocks running as if it had never been away. */
export const restoreTicket = (ctx: Context, id: string): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => {
    const { tx, ticket, facts } = await lockTicket(begun, id)
    authorize(tx.actor, 'restore', facts)
    if (!facts.isDeleted) throw new AppError('conflict', 'This ticket is not in the trash.')

    await actAsSystem(tx.db, [id])
    const due = await reviveClocks(tx.db, id)
    await updateTicket(tx.db, id, { ...due, deletedAt: null })
    await recordHistory(tx, id, 'restored', {})
    await recordAudit(tx.db, { actorId: tx.actor.id, action: 'ticket.restored', subject: ticketKey(ticket.number) })
    return viewTicket(tx, id)
  })

import type { Received, Ticket, TicketFilters, tickets } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'
import { countCap, decodeCursor, encodeCursor, TimeCursor, toPage } from '../../http/cursor.ts'
import { findAttachments } from '../files/attachments.ts'
import { historyChanges, historySentence } from './history-sentence.ts'
import { toResponse } from './response-view.ts'
import { countHistory, countResponses, findHistory, findResponses } from './thread.queries.ts'
import { countTickets, findTicketPage, type TicketPosition } from './ticket-list.queries.ts'
import { viewSummaries, viewTicket } from './ticket-view.ts'
import { getVisibleTicket } from './tickets.queries.ts'

export function listTickets(ctx: Context, filters: TicketFilters) {
  const after = decodeCursor(TimeCursor, filters.cursor)
  return readOnly(ctx, async (tx) => {
    const { db, actor, now } = tx
    const found = await findTicketPage(db, actor, filters, after, now)
    const total = after?.[2] ?? (await countTickets(db, actor, filters, now))
    const shown = found.slice(0, filters.limit)
    const last = shown.at(-1)
    return {
      items: await viewSummaries(
        tx,
        shown.map(({ id }) => id),
      ),
      nextCursor: found.length > filters.limit && last ? encodeCursor(positionOf(last, total)) : null,
      total: Math.min(total, countCap),
      totalIsCapped: total > countCap,
    }
  })
}

const positionOf = ({ id, at }: TicketPosition, total: number): TimeCursor => [
  at === 'infinity' ? at : at.toISOString(),
  id,
  total,
]

export const getTicket = (ctx: Context, id: string): Promise<Ticket> => readOnly(ctx, (tx) => viewTicket(tx, id))

export function listHistory(
  ctx: Context,
  ticketId: string,
  { limit, cursor }: Received<typeof tickets.history>['query'],
) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async ({ db, actor }) => {
    await getVisibleTicket(db, ticketId)
    const rows = await findHistory(db, ticketId, limit + 1, after)
    const total = after?.[2] ?? (await countHistory(db, ticketId))
    return toPage(rows, limit, total, {
      at: (row) => row.at.toISOString(),
      item: (row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actor: row.actorId && row.actorName ? { id: row.actorId, name: row.actorName } : null,
        event: row.event,
        sentence: historySentence(row.event, row.detail, actor.timeZone),
        changes: historyChanges(row.event, row.detail, actor.timeZone),
      }),
    })
  })
}

export function listResponses(
  ctx: Context,
  ticketId: string,
  { limit, cursor }: Received<typeof tickets.responses>['query'],
) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async (tx) => {
    const { db, actor } = tx
    const facts = await getVisibleTicket(db, ticketId)
    const rows = await findResponses(db, ticketId, limit + 1, after)
    const total = after?.[2] ?? (await countResponses(db, ticketId))
    const attachments = await findAttachments(db, actor, { ticketId, facts, responseIds: rows.map(({ id }) => id) })
    return toPage(rows, limit, total, {
      at: (row) => row.createdAt.toISOString(),
      item: (row) =>
        toResponse(
          row,
          attachments.filter(({ responseId }) => responseId === row.id),
          tx,
        ),
    })
  })
}

import type { Notification, notifications, Received } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { notFound } from '../../http/app-error.ts'
import { decodeCursor, TimeCursor, toPage } from '../../http/cursor.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import {
  countNotifications,
  findNotification,
  findNotifications,
  markAllRead,
  markRead,
  type NotificationRow,
} from './notifications.queries.ts'

export function listNotifications(
  ctx: Context,
  { unread, limit, cursor }: Received<typeof notifications.list>['query'],
) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async ({ db }) => {
    const rows = await findNotifications(db, unread, limit + 1, after)
    const total = after?.[2] ?? (await countNotifications(db, unread))
    return toPage(rows, limit, total, { at: (row) => row.inAppAt.toISOString(), item: toNotification })
  })
}

export const countUnread = (ctx: Context) =>
  readOnly(ctx, async ({ db }) => ({ unread: await countNotifications(db, true) }))

export const readNotification = (ctx: Context, id: string) =>
  inTransaction(ctx, async ({ db, now }) => {
    await markRead(db, id, now)
    const row = await findNotification(db, id)
    if (!row) throw notFound('This notification')
    return toNotification(row)
  })

export const readAllNotifications = (ctx: Context, ticketId: string | undefined) =>
  inTransaction(ctx, async ({ db, now }) => {
    await markAllRead(db, now, ticketId)
    return { unread: await countNotifications(db, true) }
  })

const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  event: row.event,
  kind: row.kind,
  message: row.message,
  ticket:
    row.ticketId && row.ticketNumber && row.ticketTitle
      ? { id: row.ticketId, key: ticketKey(row.ticketNumber), title: row.ticketTitle }
      : null,
  work: workOf(row),
  responseId: row.responseId,
  actor: row.actorId && row.actorName ? { id: row.actorId, name: row.actorName } : null,
  createdAt: row.createdAt.toISOString(),
  arrivedAt: row.inAppAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
})

const workOf = ({ exportId, operationId }: NotificationRow): Notification['work'] =>
  exportId ? { kind: 'export', id: exportId } : operationId ? { kind: 'bulk', id: operationId } : null

import { notifications } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { countUnread, listNotifications, readAllNotifications, readNotification } from './notifications.service.ts'
import { changePreferences, getPreferences } from './preferences.service.ts'

export function notificationRoutes(app: FastifyInstance): void {
  handle(app, notifications.list, ({ ctx, query }) => listNotifications(ctx, query))
  handle(app, notifications.unreadCount, ({ ctx }) => countUnread(ctx))
  handle(app, notifications.readAll, ({ ctx, query }) => readAllNotifications(ctx, query.ticketId))
  handle(app, notifications.preferences, ({ ctx }) => getPreferences(ctx))
  handle(app, notifications.changePreferences, ({ ctx, body }) => changePreferences(ctx, body))
  handle(app, notifications.read, ({ ctx, params }) => readNotification(ctx, params.id))
}

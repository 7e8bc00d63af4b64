import { z } from 'zod'
import { Id, idParams, PersonRef, page, pageQuery, queryBoolean, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'

export const NotificationEvent = z.enum([
  'assigned',
  'mentioned',
  'response',
  'status',
  'reminder',
  'escalation',
  'resolved',
  'reopened',
])
export type NotificationEvent = z.infer<typeof NotificationEvent>

export const Notification = z.object({
  id: Id,
  event: NotificationEvent,
  /** A whole sentence: "Mehrish Palkhi assigned P57-1042 to you". */
  message: z.string(),
  ticket: z.object({ id: Id, key: z.string(), title: z.string() }),
  /** The response it is about. */
  responseId: Id.nullable(),
  actor: PersonRef.nullable(),
  createdAt: Timestamp,
  readAt: Timestamp.nullable(),
})
export type Notification = z.infer<typeof Notification>

export const notifications = {
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    summary: 'Your notifications, newest first',
    query: z.strictObject({ ...pageQuery, unread: queryBoolean.optional() }),
    response: page(Notification),
  }),
  unreadCount: endpoint({
    method: 'GET',
    path: '/notifications/unread-count',
    summary: 'How many you have not read',
    response: z.object({ unread: z.int() }),
  }),
  read: endpoint({
    method: 'PATCH',
    path: '/notifications/:id/read',
    summary: 'Mark one as read',
    params: idParams,
    response: Notification,
  }),
  readAll: endpoint({
    method: 'PATCH',
    path: '/notifications/read-all',
    summary: 'Mark all as read',
    response: z.object({ unread: z.int() }),
  }),
}

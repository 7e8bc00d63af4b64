import { z } from 'zod'
import { Id, idParams, PersonRef, page, pageQuery, queryBoolean, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'
import { TicketStatus } from './ticket-status.ts'

/** What happens to tickets; how one is told of each is one's own choice. */
export const TicketEvent = z.enum([
  'assigned',
  'mentioned',
  'response',
  'status',
  'reminder',
  'escalation',
  'resolved',
  'reopened',
])
export type TicketEvent = z.infer<typeof TicketEvent>

/** `finished`: an export or a change to many tickets, which one began oneself; told in the app alone. */
export const NotificationEvent = z.enum([...TicketEvent.options, 'finished'])
export type NotificationEvent = z.infer<typeof NotificationEvent>

/** Of a response, whether the client reads it; of a status, the new one; of work, how it ended. */
export const NotificationKind = z.enum(['reply', 'note', ...TicketStatus.options, 'done', 'failed'])
export type NotificationKind = z.infer<typeof NotificationKind>

export const Notification = z.object({
  id: Id,
  event: NotificationEvent,
  kind: NotificationKind.nullable(),
  /** A whole sentence: "Mehrish Palkhi assigned P57-1042 to you". */
  message: z.string(),
  /** null when it is about work of one's own. */
  ticket: z.object({ id: Id, key: z.string(), title: z.string() }).nullable(),
  /** What has finished. */
  work: z.object({ kind: z.enum(['export', 'bulk']), id: Id }).nullable(),
  /** The response it is about. */
  responseId: Id.nullable(),
  actor: PersonRef.nullable(),
  createdAt: Timestamp,
  /** When it came into the inbox: later than it happened, in a digest. */
  arrivedAt: Timestamp,
  readAt: Timestamp.nullable(),
})
export type Notification = z.infer<typeof Notification>

/** At once, gathered with others, or not at all. */
export const Delivery = z.enum(['instant', 'digest', 'off'])
export type Delivery = z.infer<typeof Delivery>

const Deliveries = z.object({ inApp: Delivery, mail: Delivery })
export type Channel = keyof z.infer<typeof Deliveries>

const DigestEvery = z.enum(['hour', 'day'])

/** Hours and minutes on somebody's own clocks. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time like 09:30')

const QuietHours = z.strictObject({ from: LocalTime, to: LocalTime })

export const NotificationPreferences = z.object({
  events: z.record(TicketEvent, Deliveries),
  /** `at` counts when it comes daily. */
  digest: z.object({ every: DigestEvery, at: LocalTime }),
  /** No mail in between, except critical ones. */
  quietHours: QuietHours.nullable(),
  /** All times are of this zone. */
  timeZone: z.string(),
})
export type NotificationPreferences = z.infer<typeof NotificationPreferences>

/** What is not said stays as it is. */
export const ChangeNotificationPreferences = z.strictObject({
  events: z
    .partialRecord(TicketEvent, z.strictObject({ inApp: Delivery.exactOptional(), mail: Delivery.exactOptional() }))
    .optional(),
  digest: z.strictObject({ every: DigestEvery.exactOptional(), at: LocalTime.exactOptional() }).optional(),
  quietHours: QuietHours.nullable().optional(),
})
export type ChangeNotificationPreferences = z.infer<typeof ChangeNotificationPreferences>

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
    summary: 'Mark all as read, or those about one ticket',
    query: z.strictObject({ ticketId: Id.optional() }),
    response: z.object({ unread: z.int() }),
  }),
  preferences: endpoint({
    method: 'GET',
    path: '/notifications/preferences',
    summary: 'How you want to be told what',
    response: NotificationPreferences,
  }),
  changePreferences: endpoint({
    method: 'PATCH',
    path: '/notifications/preferences',
    summary: 'Change how you want to be told what',
    body: ChangeNotificationPreferences,
    response: NotificationPreferences,
  }),
}

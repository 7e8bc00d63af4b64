import { type ChangeNotificationPreferences, type NotificationPreferences, TicketEvent } from '@physique57/contracts'

/** How it looks when this is saved. */
export function withChange(
  before: NotificationPreferences,
  change: ChangeNotificationPreferences,
): NotificationPreferences {
  const events = { ...before.events }
  for (const event of TicketEvent.options) events[event] = { ...events[event], ...change.events?.[event] }
  return {
    ...before,
    events,
    digest: { ...before.digest, ...change.digest },
    quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
  }
}

/** What takes a change back, and nothing else: another one may have been made since. */
export function inverseOf(
  before: NotificationPreferences,
  { events, digest, quietHours }: ChangeNotificationPreferences,
): ChangeNotificationPreferences {
  const changed = TicketEvent.options.filter((event) => events?.[event])
  return {
    ...(events && { events: Object.fromEntries(changed.map((event) => [event, before.events[event]])) }),
    ...(digest && { digest: before.digest }),
    ...(quietHours !== undefined && { quietHours: before.quietHours }),
  }
}

import { type NotificationPreferences, TicketEvent } from '@physique57/contracts'
import type { ChosenDeliveries } from '../../db/tables.ts'
import { type Deliveries, defaultDeliveries } from './default-deliveries.ts'

/** What somebody changed; times as PostgreSQL writes them. All of it null where nothing is stored. */
export interface StoredPreferences {
  deliveries: ChosenDeliveries | null
  digestEvery: NotificationPreferences['digest']['every'] | null
  digestAt: string | null
  quietFrom: string | null
  quietTo: string | null
}

export function toPreferences(stored: StoredPreferences | undefined, timeZone: string): NotificationPreferences {
  const { deliveries, digestEvery, digestAt, quietFrom, quietTo } = stored ?? {}
  return {
    events: withChoices(defaultDeliveries, deliveries ?? {}),
    digest: { every: digestEvery ?? 'day', at: toMinutes(digestAt ?? '09:00') },
    quietHours: quietFrom && quietTo ? { from: toMinutes(quietFrom), to: toMinutes(quietTo) } : null,
    timeZone,
  }
}

export const withChoices = (deliveries: Deliveries, chosen: ChosenDeliveries): Deliveries =>
  forEachEvent((event) => ({ ...deliveries[event], ...chosen[event] }))

/** What is worth storing: a default that changes later then changes for everybody who left it alone. */
export function choicesIn(deliveries: Deliveries): ChosenDeliveries {
  const chosen: ChosenDeliveries = {}
  for (const event of TicketEvent.options) {
    for (const channel of ['inApp', 'mail'] as const) {
      const delivery = deliveries[event][channel]
      if (delivery !== defaultDeliveries[event][channel]) chosen[event] = { ...chosen[event], [channel]: delivery }
    }
  }
  return chosen
}

const forEachEvent = <T>(make: (event: TicketEvent) => T) =>
  Object.fromEntries(TicketEvent.options.map((event) => [event, make(event)])) as Record<TicketEvent, T>

/** `09:00:00` as `09:00` */
const toMinutes = (time: string) => time.slice(0, 5)

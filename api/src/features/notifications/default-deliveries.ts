import type { Channel, Delivery, TicketEvent } from '@physique57/contracts'

export type Deliveries = Record<TicketEvent, Record<Channel, Delivery>>

/** What somebody gets who never chose: everything in the app, and by mail what asks something of them or answers them. */
export const defaultDeliveries: Deliveries = {
  assigned: { inApp: 'instant', mail: 'instant' },
  mentioned: { inApp: 'instant', mail: 'instant' },
  response: { inApp: 'instant', mail: 'instant' },
  status: { inApp: 'instant', mail: 'off' },
  reminder: { inApp: 'instant', mail: 'off' },
  escalation: { inApp: 'instant', mail: 'instant' },
  resolved: { inApp: 'instant', mail: 'instant' },
  reopened: { inApp: 'instant', mail: 'instant' },
}

import type { Notification } from '@physique57/contracts'

export interface TicketGroup {
  ticket: Notification['ticket']
  items: Notification[]
}

/** One group per ticket, in the order of its newest notification. */
export function groupByTicket(notifications: readonly Notification[]): TicketGroup[] {
  const groups = new Map<string, TicketGroup>()
  for (const notification of notifications) {
    const group = groups.get(notification.ticket.id)
    if (group) group.items.push(notification)
    else groups.set(notification.ticket.id, { ticket: notification.ticket, items: [notification] })
  }
  return [...groups.values()]
}

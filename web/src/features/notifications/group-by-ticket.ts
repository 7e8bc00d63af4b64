import type { Notification } from '@physique57/contracts'

export interface NotificationGroup {
  /** Of the ticket, or of the work that has finished. */
  id: string
  ticket: Notification['ticket']
  items: Notification[]
}

/** One group per ticket, in the order of its newest notification; what is about none stands for itself. */
export function groupByTicket(notifications: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup>()
  for (const notification of notifications) {
    const { ticket } = notification
    const id = ticket?.id ?? notification.id
    const group = groups.get(id)
    if (group) group.items.push(notification)
    else groups.set(id, { id, ticket, items: [notification] })
  }
  return [...groups.values()]
}

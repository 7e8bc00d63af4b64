import type { Notification } from '@physique57/contracts'

/** What happened, without the ticket's title at its end: that stands above or below it anyway. */
export function shortMessage({ message, ticket }: Notification): string {
  if (!ticket) return message
  const title = `: ${ticket.title}`
  return message.endsWith(title) ? message.slice(0, -title.length) : message
}

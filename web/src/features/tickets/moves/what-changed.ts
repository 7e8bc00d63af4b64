import { priorityLabel, statusLabel, type Ticket } from '@physique57/contracts'
import type { Change } from '../../../components/ui/changed-notice.tsx'

const fields: [name: string, read: (ticket: Ticket) => string][] = [
  ['Status', (ticket) => statusLabel[ticket.status]],
  ['Priority', (ticket) => priorityLabel[ticket.priority]],
  ['Assignee', (ticket) => ticket.assignee?.name ?? 'nobody'],
  ['Team', (ticket) => ticket.team?.name ?? 'none'],
  ['Title', (ticket) => ticket.title],
  ['Category', (ticket) => `${ticket.category.name} / ${ticket.subcategory.name}`],
  ['Studio', (ticket) => ticket.studio.name],
  ['Client', (ticket) => ticket.client?.name ?? 'none'],
  ['Escalation', (ticket) => (ticket.escalationLevel === 0 ? 'none' : `level ${ticket.escalationLevel}`)],
  ['Description', (ticket) => ticket.description],
  ['Tags', (ticket) => ticket.tags.join(', ') || 'none'],
  ['Follow-up', (ticket) => ticket.followUpAt ?? 'none'],
  ['Outcome', (ticket) => ticket.outcome?.note ?? 'none'],
]

/** What differs between a ticket as somebody began to work on it and as it is now. */
export function whatChanged(before: Ticket, after: Ticket): Change[] {
  if (before.version === after.version) return []
  return fields.flatMap(([field, read]) => (read(before) === read(after) ? [] : [{ field, now: shorten(read(after)) }]))
}

/** "Status: Pending, Assignee: Noor Bandelkar" for a toast. */
export const changesInWords = (changes: Change[]): string =>
  changes.map(({ field, now }) => `${field}: ${now}`).join(', ')

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

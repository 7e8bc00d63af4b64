import type { TicketSort } from './ticket-filters.ts'
import type { TicketSummary } from './tickets.ts'

/** How well a ticket fits what was looked for is known to the server only. */
export type OrderOfRows = Exclude<TicketSort, 'relevance'>

/** Whether `a` stands before (negative) or behind `b` in a list: of one moment, the ids decide. */
export function compareRows(a: TicketSummary, b: TicketSummary, sort: OrderOfRows): number {
  const [before, after] = [placeOf(a, sort), placeOf(b, sort)]
  const order = before === after ? compare(a.id, b.id) : compare(before, after)
  return sort.startsWith('-') ? -order : order
}

/** Instants in UTC, written alike, stand in the order of their letters; what is never due comes last. */
function placeOf(ticket: TicketSummary, sort: OrderOfRows): string {
  if (sort === 'dueAt') return ticket.resolution.dueAt ?? 'infinity'
  return sort === 'createdAt' || sort === '-createdAt' ? ticket.createdAt : ticket.updatedAt
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)

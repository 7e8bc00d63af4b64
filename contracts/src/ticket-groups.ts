import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { TicketFilters } from './ticket-filters.ts'

/** What a list can be grouped by: columns that are also filters, so that a group is the list with one condition more. */
export const TicketGrouping = z.enum(['status', 'priority', 'team', 'assignee', 'category', 'studio'])
export type TicketGrouping = z.infer<typeof TicketGrouping>

/** So many tickets are looked at; beyond that the counts say what was counted so far. */
export const groupedCap = 100_000
/** The largest groups, where there are more. */
export const MOST_GROUPS = 200

export const TicketGroup = z.object({
  /** As a condition says it: a status, an id, or `none`. */
  value: z.string(),
  label: z.string(),
  total: z.int(),
})
export type TicketGroup = z.infer<typeof TicketGroup>

export const ticketGroups = {
  list: endpoint({
    method: 'GET',
    path: '/tickets/groups',
    summary: 'The list’s tickets, counted by what they have in common; groups without any are left out',
    query: TicketFilters.omit({ limit: true, cursor: true }).extend({ by: TicketGrouping }),
    response: z.object({ items: z.array(TicketGroup), totalIsCapped: z.boolean() }),
  }),
}

import { z } from 'zod'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'
import { SearchText } from './ticket-filters.ts'
import { Priority, TicketStatus } from './ticket-status.ts'

/** A text in stretches, those that were looked for marked. */
const Marked = z.array(z.object({ text: z.string(), isHit: z.boolean() }))

export const SearchHit = z.object({
  id: Id,
  key: z.string(),
  status: TicketStatus,
  priority: Priority,
  studio: z.string(),
  title: Marked,
  /** Where else it was found, when the title does not say it. */
  found: z.object({ in: z.enum(['description', 'client', 'response', 'answer']), text: Marked }).nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  quick: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'The tickets that fit best while somebody types',
    query: z.strictObject({ q: SearchText, limit: z.coerce.number().int().min(1).max(20).default(8) }),
    response: z.object({ items: z.array(SearchHit), hasMore: z.boolean() }),
  }),
}

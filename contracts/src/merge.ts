import { z } from 'zod'
import { Id, idParams } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Ticket, TicketSummary } from './tickets.ts'

export const RelatedBecause = z.enum(['same_client', 'same_place', 'same_words'])
export type RelatedBecause = z.infer<typeof RelatedBecause>

/** Another ticket that is probably about the same thing or person, and why we think so. */
export const RelatedTicket = TicketSummary.extend({ because: z.array(RelatedBecause) })
export type RelatedTicket = z.infer<typeof RelatedTicket>

export const merging = {
  related: endpoint({
    method: 'GET',
    path: '/tickets/:id/related',
    summary: 'Tickets of the same client, or about the same thing in the same place or words, likeliest first',
    params: idParams,
    /** Only those with these words, and whichever has this number. */
    query: z.strictObject({ q: z.string().max(200).optional() }),
    response: z.object({ items: z.array(RelatedTicket) }),
  }),
  merge: endpoint({
    method: 'POST',
    path: '/tickets/:id/merge',
    summary: 'Merge this ticket into another, which is the answer: what was said and attached moves there',
    params: idParams,
    body: z.strictObject({ targetId: Id }),
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  unmerge: endpoint({
    method: 'POST',
    path: '/tickets/:id/unmerge',
    summary: 'Make a merged ticket what it was before, with what was said and attached',
    params: idParams,
    response: Ticket,
    idempotent: true,
  }),
}

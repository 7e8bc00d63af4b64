import { z } from 'zod'
import { Id, idParams, page, pageQuery, Timestamp, text } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Tags } from './tags.ts'
import { TicketFilters } from './ticket-filters.ts'
import { Priority, TicketStatus } from './ticket-status.ts'
import { AssignTicket, ResolveTicket } from './tickets.ts'

/** What is done to each of many tickets: one thing at a time, with the same rules as for a single one. */
export const BulkChange = z.union([
  z.strictObject({ priority: Priority }),
  z.strictObject({ status: z.enum(['in_progress', 'pending', 'closed']) }),
  z.strictObject({ tags: z.strictObject({ add: Tags.default([]), remove: Tags.default([]) }) }),
  z.strictObject({ assign: AssignTicket }),
  z.strictObject({ resolve: ResolveTicket }),
  z.strictObject({ reopen: z.strictObject({ reason: text(2_000) }) }),
  z.strictObject({ delete: z.literal(true) }),
])
export type BulkChange = z.output<typeof BulkChange>
export type BulkChangeSent = z.input<typeof BulkChange>

/** So many at once, and so many as a job. */
export const bulkLimits = { atOnce: 100, asJob: 10_000 }

export const BulkUpdate = z
  .strictObject({
    ids: z.array(Id).min(1).max(bulkLimits.atOnce).optional(),
    /** All that the list shows with this filter. */
    filter: TicketFilters.omit({ limit: true, cursor: true, sort: true }).optional(),
    change: BulkChange,
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), { error: 'Either ids or a filter' })
export type BulkUpdate = z.output<typeof BulkUpdate>

/** A change to many tickets, under way or done. */
export const BulkOperation = z.object({
  id: Id,
  kind: z.enum(['change', 'undo']),
  /** What is done to each; null when something is taken back. */
  change: BulkChange.nullable(),
  total: z.int(),
  /** Of these so many were changed and so many refused; the others are still to come. */
  changed: z.int(),
  refused: z.int(),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  /** Until when all of it can be taken back in one step; null when it cannot. */
  undoableUntil: Timestamp.nullable(),
})
export type BulkOperation = z.infer<typeof BulkOperation>

/** What became of one ticket. */
export const BulkItem = z.object({
  /** null: no longer for the caller to see. */
  ticket: z.object({ id: Id, key: z.string(), title: z.string(), status: TicketStatus }).nullable(),
  state: z.enum(['waiting', 'changed', 'refused']),
  /** Why it was refused. */
  reason: z.string().nullable(),
})
export type BulkItem = z.infer<typeof BulkItem>

export const bulk = {
  update: endpoint({
    method: 'POST',
    path: '/tickets/bulk-update',
    summary: 'Change up to 100 tickets now, or all that match a filter (up to 10,000) in the background',
    body: BulkUpdate,
    response: BulkOperation,
    idempotent: true,
  }),
  list: endpoint({
    method: 'GET',
    path: '/bulk-operations',
    summary: 'Your latest changes to many tickets',
    response: z.object({ items: z.array(BulkOperation) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/bulk-operations/:id',
    summary: 'How far a change to many tickets is',
    params: idParams,
    response: BulkOperation,
  }),
  items: endpoint({
    method: 'GET',
    path: '/bulk-operations/:id/items',
    summary: 'What became of each ticket, with the reason for each one refused',
    params: idParams,
    query: z.strictObject({ ...pageQuery, state: BulkItem.shape.state.optional() }),
    response: page(BulkItem),
  }),
  undo: endpoint({
    method: 'POST',
    path: '/bulk-operations/:id/undo',
    summary: 'Take all of it back, within 5 minutes of its end',
    params: idParams,
    response: BulkOperation,
    idempotent: true,
  }),
}

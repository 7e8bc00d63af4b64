import { z } from 'zod'
import { Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What a draft is of: `new-ticket`, or `reply:` and the ticket's id. */
const params = z.strictObject({ key: z.string().regex(/^(new-ticket|reply:[0-9a-f-]{36})$/, 'Not a kind of draft') })

/** Whatever the form had in it; only its owner ever reads it, and nothing else looks inside. */
const content = z.record(z.string().max(100), z.json())

export const Draft = z.object({ content, updatedAt: Timestamp })
export type Draft = z.infer<typeof Draft>

export const drafts = {
  get: endpoint({
    method: 'GET',
    path: '/drafts/:key',
    summary: 'What you typed and did not send yet',
    params,
    response: Draft,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/drafts/:key',
    summary: 'Keep what you typed',
    params,
    body: z.strictObject({ content }),
    response: Draft,
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/drafts/:key',
    summary: 'Forget a draft, sent or not wanted',
    params,
    response: z.undefined(),
    status: 204,
  }),
}

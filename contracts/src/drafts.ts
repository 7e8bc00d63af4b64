import { z } from 'zod'
import { Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What a draft is of: `new-ticket`, or `reply:` and the ticket's id. */
const DraftKey = z.string().regex(/^(new-ticket|reply:[0-9a-f-]{36})$/, 'Not a kind of draft')
const params = z.strictObject({ key: DraftKey })

/** Whatever the form had in it; only its owner ever reads it, and nothing else looks inside. */
const content = z.record(z.string().max(100), z.json())

export const Draft = z.object({ content, updatedAt: Timestamp })
export type Draft = z.infer<typeof Draft>

export const drafts = {
  list: endpoint({
    method: 'GET',
    path: '/drafts',
    summary: 'The twenty drafts you typed last, the newest first',
    response: z.object({ items: z.array(Draft.extend({ key: DraftKey })) }),
  }),
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
    body: z.strictObject({
      content,
      /** `updatedAt` of the draft this was typed on, null for none; 409 when another is there. Left out, it replaces whatever is there. */
      replaces: Timestamp.nullable().optional(),
    }),
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

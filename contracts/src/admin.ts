import { z } from 'zod'
import { Id, PersonRef, page, pageQuery, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'

/** A mail as it went, or waits to go, to one person. */
export const OutboxMail = z.object({
  id: Id,
  to: z.string(),
  /** Nobody yet, when it confirms a sign-up. */
  person: PersonRef.nullable(),
  subject: z.string(),
  text: z.string(),
  status: z.enum(['queued', 'sent', 'dropped']),
  /** Why it was dropped, or what the provider said. */
  detail: z.string().nullable(),
  createdAt: Timestamp,
  sentAt: Timestamp.nullable(),
})
export type OutboxMail = z.infer<typeof OutboxMail>

export const admin = {
  outbox: endpoint({
    method: 'GET',
    path: '/admin/outbox',
    summary: 'Mails, newest first (admins)',
    query: z.strictObject(pageQuery),
    response: page(OutboxMail),
  }),
}

import { z } from 'zod'
import { Id, idParams, PersonRef } from './common.ts'
import { endpoint } from './endpoint.ts'

/** For so long somebody who is not heard of again counts as being there. */
export const PRESENCE_SECONDS = 40

/** Who has a ticket before them, and what they do there. */
export const Present = z.object({ person: PersonRef, state: z.enum(['viewing', 'replying']) })
export type Present = z.infer<typeof Present>

/** What somebody says of themselves. */
export const PresenceState = z.enum(['viewing', 'replying', 'gone'])
export type PresenceState = z.infer<typeof PresenceState>

const present = z.object({ items: z.array(Present) })

export const presence = {
  /** Said again before `PRESENCE_SECONDS` are over. */
  tell: endpoint({
    method: 'POST',
    path: '/tickets/:id/presence',
    summary: 'Say that one looks at a ticket, writes a reply, or has left it; answers with who else is there',
    params: idParams,
    body: z.strictObject({
      state: PresenceState,
      /** Which of one’s tabs, of the sender’s own making. */
      tab: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    }),
    response: present,
  }),
  list: endpoint({
    method: 'GET',
    path: '/tickets/:id/presence',
    summary: 'Who else looks at a ticket or writes a reply',
    params: idParams,
    response: present,
  }),
}

/** What API processes tell each other: ids only. */
export const PresenceNote = z.object({
  ticketId: Id,
  userId: Id,
  tab: z.string(),
  state: PresenceState,
})
export type PresenceNote = z.infer<typeof PresenceNote>

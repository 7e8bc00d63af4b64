import { z } from 'zod'
import { Id } from './common.ts'

/** Where the stream of server-sent events is, below `/api`; it needs the bearer token like everything else. */
export const livePath = '/live'

/** What changed, never the change itself: the browser asks again for what it shows. */
export const LiveEvent = z.discriminatedUnion('type', [
  /** These tickets, which you can see, changed. */
  z.object({ type: z.literal('tickets'), ids: z.array(Id) }),
  /** So much changed, or you lost sight of something, that lists are worth asking for again. */
  z.object({ type: z.literal('refetch') }),
  /** An export of yours began or ended. */
  z.object({ type: z.literal('exports') }),
  /** Somebody came to a ticket you are at, began to write there, or left. */
  z.object({ type: z.literal('presence'), ticketId: Id }),
  /** The saved views you may open changed. */
  z.object({ type: z.literal('views') }),
  /** Categories, subcategories or their forms changed. */
  z.object({ type: z.literal('catalogue') }),
  /** You have new notifications, or read some elsewhere. */
  z.object({ type: z.literal('notifications') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>

import { z } from 'zod'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Lists everybody has and may keep in the sidebar, or open first. */
export const Place = z.enum(['mine', 'team-unassigned', 'unassigned', 'overdue', 'follow-up', 'reported', 'all'])
export type Place = z.infer<typeof Place>

/** One of those, or a saved view by its id. */
export const Pin = z.union([Place, Id])
export type Pin = z.infer<typeof Pin>

/** Until somebody chooses. */
export const firstPlaces: Pin[] = ['team-unassigned', 'overdue']

export const MOST_PINS = 20

/** What the caller no longer has, such as a view of a team they left, is left out. */
const PinnedPlaces = z.object({
  places: z.array(Pin),
  /** What opens when no list is asked for; null: all that is open. */
  defaultView: Pin.nullable(),
})
export type PinnedPlaces = z.infer<typeof PinnedPlaces>

export const places = {
  pinned: endpoint({
    method: 'GET',
    path: '/pinned-places',
    summary: 'What one keeps in the sidebar, in one’s own order, and what opens first',
    response: PinnedPlaces,
  }),
  pin: endpoint({
    method: 'PUT',
    path: '/pinned-places',
    summary: 'Keep these in the sidebar, in this order',
    body: z.strictObject({
      places: z
        .array(Pin)
        .max(MOST_PINS)
        .refine((all) => new Set(all).size === all.length, 'Each place once'),
    }),
    response: PinnedPlaces,
  }),
  makeDefault: endpoint({
    method: 'PUT',
    path: '/default-view',
    summary: 'Open this list first; null for all that is open',
    body: z.strictObject({ view: Pin.nullable() }),
    response: PinnedPlaces,
  }),
}

import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** Lists everybody has and may keep in the sidebar. */
export const Place = z.enum(['team-unassigned', 'unassigned', 'overdue', 'reported', 'all'])
export type Place = z.infer<typeof Place>

/** Until somebody chooses. */
export const firstPlaces: Place[] = ['team-unassigned', 'overdue']

const PinnedPlaces = z.object({ places: z.array(Place) })

export const places = {
  pinned: endpoint({
    method: 'GET',
    path: '/pinned-places',
    summary: 'What one keeps in the sidebar, in one’s own order',
    response: PinnedPlaces,
  }),
  pin: endpoint({
    method: 'PUT',
    path: '/pinned-places',
    summary: 'Keep these in the sidebar, in this order',
    body: z.strictObject({
      places: z.array(Place).refine((all) => new Set(all).size === all.length, 'Each place once'),
    }),
    response: PinnedPlaces,
  }),
}

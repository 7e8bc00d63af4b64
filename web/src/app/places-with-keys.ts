import type { Me, Place } from '@physique57/contracts'
import { builtInPlaces, type KnownPlace } from '../features/places/known-places.ts'

const keysOf: Partial<Record<KnownPlace['id'], string>> = {
  mine: 'G M',
  'team-unassigned': 'G U',
  'follow-up': 'G F',
} satisfies Partial<Record<Place, string>>

/** What one's day begins with: a key each, and a line among the quick actions. */
export const placesWithKeys = (user: Me): (KnownPlace & { keys: string })[] =>
  builtInPlaces(user).flatMap((place) => {
    const keys = keysOf[place.id]
    return keys ? [{ ...place, keys }] : []
  })

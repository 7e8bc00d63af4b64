import type { Me } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { viewsQuery } from '../views/views-query.ts'
import { pinnedPlaces } from './api.ts'
import { builtInPlaces, type KnownPlace, placeOfView } from './known-places.ts'

interface Places {
  /** All that can be opened by name: the lists everybody has, then saved views. */
  known: KnownPlace[]
  /** Those at hand, in the order somebody chose. */
  pinned: KnownPlace[]
  /** What opens when no list is asked for; null: all that is open. */
  first: KnownPlace | null
  /** Not known yet what is pinned and opens first. */
  isPending: boolean
}

export function usePlaces(user: Me): Places {
  const { data: chosen, isPending } = useQuery(pinnedPlaces())
  const { data: saved, isPending: areViewsUnknown } = useQuery(viewsQuery())
  const known = [...builtInPlaces(user), ...(saved?.items ?? []).map(placeOfView)]
  const first = known.find(({ id }) => id === chosen?.defaultView) ?? null
  return {
    known,
    pinned: (chosen?.places ?? []).flatMap((id) => known.find((place) => place.id === id) ?? []),
    first,
    // a saved view is known once the views are
    isPending: isPending || (areViewsUnknown && !first && chosen?.defaultView !== null),
  }
}

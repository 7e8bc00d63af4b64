import { MOST_PINS, type Pin } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { pinnedPlaces, usePinPlaces } from './api.ts'
import { moved } from './moved.ts'

/** What is pinned, and how that is changed. Views that somebody has no sight of now keep no place. */
export function usePins() {
  const { data } = useQuery(pinnedPlaces())
  const { mutate } = usePinPlaces()
  const pins = data?.places ?? []
  return {
    pins,
    isPinned: (id: Pin) => pins.includes(id),
    toggle: (id: Pin) => {
      if (pins.includes(id)) mutate(pins.filter((each) => each !== id))
      else if (pins.length < MOST_PINS) mutate([...pins, id])
      else toast.info(`${MOST_PINS} views are pinned, which is as many as there can be.`)
    },
    /** To the place of another. */
    move: (id: Pin, to: number) => {
      const next = moved(pins, pins.indexOf(id), to)
      if (next !== pins) mutate(next)
    },
  }
}

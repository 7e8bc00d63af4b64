import { type Place, places } from '@physique57/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'

export const pinnedPlaces = () =>
  queryOptions({
    queryKey: ['places'],
    queryFn: async ({ signal }) => (await call(places.pinned, { signal })).places,
  })

/** Shown at once; given back when the server does not take it. */
export function usePinPlaces() {
  const client = useQueryClient()
  const { queryKey } = pinnedPlaces()
  return useMutation({
    mutationFn: (chosen: Place[]) => call(places.pin, { body: { places: chosen } }),
    onMutate: async (chosen) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, chosen)
      return before
    },
    onError: (error, _, before) => {
      client.setQueryData(queryKey, before)
      toast.error(`The sidebar was not changed. ${messageOf(error)}`)
    },
  })
}

import { type Pin, type PinnedPlaces, places } from '@physique57/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** What somebody keeps in the sidebar, and what opens first. */
export const pinnedPlaces = () =>
  queryOptions({
    queryKey: queryKeys.places,
    queryFn: ({ signal }) => call(places.pinned, { signal }),
  })

export const usePinPlaces = () =>
  useChoice('The sidebar was not changed.', (pins: Pin[]) => ({
    send: () => call(places.pin, { body: { places: pins } }),
    chosen: { places: pins },
  }))

export const useDefaultView = () =>
  useChoice('What opens first was not changed.', (view: Pin | null) => ({
    send: () => call(places.makeDefault, { body: { view } }),
    chosen: { defaultView: view },
  }))

interface Choice {
  send: () => Promise<PinnedPlaces>
  chosen: Partial<PinnedPlaces>
}

/** Shown at once; given back when the server does not take it. */
function useChoice<T>(failure: string, choose: (choice: T) => Choice) {
  const client = useQueryClient()
  const { queryKey } = pinnedPlaces()
  return useMutation({
    mutationFn: (choice: T) => choose(choice).send(),
    // the last of several counts
    scope: { id: 'places' },
    onMutate: async (choice) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      if (before) client.setQueryData(queryKey, { ...before, ...choose(choice).chosen })
      return before
    },
    onError: (error, _, before) => {
      client.setQueryData(queryKey, before)
      toast.error(`${failure} ${messageOf(error)}`)
    },
  })
}

import { type Id, merging, trash } from '@physique57/contracts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/call.ts'

export const mergeQueries = {
  trash: () =>
    infiniteQueryOptions({
      queryKey: ['tickets', 'trash'] as const,
      queryFn: ({ pageParam, signal }) =>
        call(trash.list, { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
  related: (id: Id) =>
    queryOptions({
      queryKey: ['tickets', 'related', id] as const,
      queryFn: async ({ signal }) => (await call(merging.related, { params: { id }, signal })).items,
      staleTime: 60_000,
    }),
}

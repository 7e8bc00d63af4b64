import { type Id, merging } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const mergeQueries = {
  related: (id: Id) =>
    queryOptions({
      queryKey: ['tickets', 'related', id] as const,
      queryFn: async ({ signal }) => (await call(merging.related, { params: { id }, signal })).items,
      staleTime: 60_000,
    }),
}

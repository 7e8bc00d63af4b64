import { cannedReplies, teams } from '@physique57/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** As many as one looks through before typing another word. */
const atOnce = 20

export const foundCannedQuery = (q: string) =>
  queryOptions({
    queryKey: [...queryKeys.cannedReplies, 'found', q] as const,
    queryFn: ({ signal }) => call(cannedReplies.list, { query: { q, limit: atOnce }, signal }),
    placeholderData: keepPreviousData,
  })

export const cannedListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.cannedReplies, 'list', q] as const,
    queryFn: ({ pageParam, signal }) =>
      call(cannedReplies.list, { query: { q, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'] as const,
  queryFn: async ({ signal }) => (await call(teams.list, { query: { limit: 100 }, signal })).items,
  staleTime: 300_000,
})

import { tags } from '@physique57/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

/** Those in use with a word that begins so, the most used first. */
export const tagsQuery = (q: string) =>
  queryOptions({
    queryKey: ['tags', q] as const,
    queryFn: async ({ signal }) => (await call(tags.list, { query: q ? { q } : {}, signal })).items,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

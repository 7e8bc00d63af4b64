import { search } from '@physique57/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** The tickets that fit best what is typed; asked for again when tickets change. */
export const quickSearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...queryKeys.ticketLists, 'search', q] as const,
    queryFn: ({ signal }) => call(search.quick, { query: { q }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

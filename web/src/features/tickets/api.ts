import { clients, type Id, type Request, type TicketFiltersSent, tickets } from '@physique57/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { countTickets } from './count-tickets.ts'

/** Clocks that count studio hours can only be moved on by the server. */
export const CLOCKS_AGE = 5 * 60_000
const WHOLE_THREAD = 100

export type ListFilters = NonNullable<Request<typeof tickets.list>['query']>

export const ticketQueries = {
  list: (filters: ListFilters) =>
    infiniteQueryOptions({
      queryKey: ['tickets', 'list', filters] as const,
      queryFn: ({ pageParam, signal }) =>
        call(tickets.list, { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      // counted from when all of it was asked for: rows that are renewed alone do not make the others younger
      refetchInterval: ({ state }) => Math.max(CLOCKS_AGE / 10, state.dataUpdatedAt + CLOCKS_AGE - Date.now()),
    }),
  /** How many a tab holds, without fetching them. */
  total: (filters: TicketFiltersSent) =>
    queryOptions({
      queryKey: ['tickets', 'list', 'total', filters] as const,
      queryFn: () => countTickets(filters),
    }),
  /** How many of a list there are in each status. */
  counts: (filters: TicketFiltersSent) =>
    queryOptions({
      queryKey: ['tickets', 'list', 'counts', filters] as const,
      queryFn: ({ signal }) => call(tickets.counts, { query: filters, signal }),
      placeholderData: keepPreviousData,
    }),
  /** Open tickets like the one being written. Other words keep the old hints in sight until the new ones are there. */
  duplicates: (wanted: { subcategoryId: Id; studioId: Id; text: string }) =>
    queryOptions({
      queryKey: ['tickets', 'list', 'duplicates', wanted] as const,
      queryFn: async ({ signal }) => (await call(tickets.duplicates, { query: wanted, signal })).items,
      placeholderData: (items, query) => (isSamePlace(query?.queryKey[3], wanted) ? items : undefined),
    }),
  /** The last few of a client, and how many there are. */
  ofClient: (clientId: Id) =>
    queryOptions({
      queryKey: ['tickets', 'list', 'client', clientId] as const,
      queryFn: ({ signal }) => call(tickets.list, { query: { clientId, limit: 3 }, signal }),
    }),
  detail: (id: Id) =>
    queryOptions({
      queryKey: ['tickets', 'detail', id] as const,
      queryFn: ({ signal }) => call(tickets.get, { params: { id }, signal }),
      refetchInterval: CLOCKS_AGE,
    }),
  responses: (id: Id) =>
    infiniteQueryOptions({
      queryKey: ['tickets', 'responses', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(tickets.responses, {
          params: { id },
          query: { limit: WHOLE_THREAD, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
  history: (id: Id) =>
    infiniteQueryOptions({
      queryKey: ['tickets', 'history', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(tickets.history, {
          params: { id },
          query: { limit: WHOLE_THREAD, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
}

const isSamePlace = (
  a: { subcategoryId: Id; studioId: Id } | undefined,
  b: { subcategoryId: Id; studioId: Id },
): boolean => a?.subcategoryId === b.subcategoryId && a.studioId === b.studioId

/** Clients by exact phone, e-mail or number, or three letters of a name; fewer letters find nobody. */
export const clientsQuery = (q: string) =>
  queryOptions({
    queryKey: ['clients', q] as const,
    queryFn: async ({ signal }) => (await call(clients.find, { query: { q }, signal })).items,
    enabled: q.trim().length >= 3,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

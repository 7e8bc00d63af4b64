import { type Id, teams, type UserTicketFiltersSent, users } from '@physique57/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export type Relation = NonNullable<UserTicketFiltersSent['relation']>

/** People change rarely; their tickets are lists like any other, and live updates ask for them again. */
const PEOPLE_AGE = 60_000
const MEMBERS_AT_ONCE = 100
const openFirstDue = { open: 'true', sort: 'dueAt' } as const
const nextPage = { initialPageParam: null as string | null, getNextPageParam: (page: Page) => page.nextCursor }
type Page = { nextCursor: string | null }

export const peopleQueries = {
  user: (id: Id) =>
    queryOptions({
      queryKey: ['people', 'user', id] as const,
      queryFn: ({ signal }) => call(users.get, { params: { id }, signal }),
      staleTime: PEOPLE_AGE,
    }),
  ticketsOfUser: (id: Id, relation: Relation) =>
    infiniteQueryOptions({
      queryKey: [...queryKeys.ticketLists, 'of user', id, relation] as const,
      queryFn: ({ pageParam, signal }) =>
        call(users.tickets, {
          params: { id },
          query: { ...openFirstDue, relation, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      ...nextPage,
    }),
  team: (id: Id) =>
    queryOptions({
      queryKey: ['people', 'team', id] as const,
      queryFn: ({ signal }) => call(teams.get, { params: { id }, signal }),
      staleTime: PEOPLE_AGE,
    }),
  members: (id: Id) =>
    infiniteQueryOptions({
      queryKey: ['people', 'members', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(teams.members, {
          params: { id },
          query: { limit: MEMBERS_AT_ONCE, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      staleTime: PEOPLE_AGE,
      ...nextPage,
    }),
  ticketsOfTeam: (id: Id) =>
    infiniteQueryOptions({
      queryKey: [...queryKeys.ticketLists, 'of team', id] as const,
      queryFn: ({ pageParam, signal }) =>
        call(teams.tickets, {
          params: { id },
          query: { ...openFirstDue, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      ...nextPage,
    }),
}

/** Everybody who works here and is called so, for choosing one. */
export const colleaguesQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'colleagues', q] as const,
    queryFn: async ({ signal }) => (await call(users.list, { query: { limit: 20, ...(q && { q }) }, signal })).items,
    staleTime: PEOPLE_AGE,
    placeholderData: keepPreviousData,
  })

import { layouts, type TicketFiltersSent, type TicketStatus, tickets } from '@physique57/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

/** Clocks that count studio hours can only be moved on by the server. */
const CLOCKS_AGE = 5 * 60_000

export const boardQuery = (filters: TicketFiltersSent) =>
  queryOptions({
    queryKey: ['tickets', 'list', 'board', filters] as const,
    queryFn: ({ signal }) => call(layouts.board, { query: filters, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: CLOCKS_AGE,
  })

/** More of a column than the board itself brings. */
export const columnQuery = (filters: TicketFiltersSent, status: TicketStatus, limit: number) =>
  queryOptions({
    queryKey: ['tickets', 'list', 'column', filters, status, limit] as const,
    queryFn: async ({ signal }) => {
      const filter = [filters.filter, `status:${status}`].filter(Boolean).join(' ')
      return { status, ...(await call(tickets.list, { query: { ...filters, filter, limit }, signal })) }
    },
    placeholderData: (data, query) => (query?.queryKey[4] === status ? data : undefined),
  })

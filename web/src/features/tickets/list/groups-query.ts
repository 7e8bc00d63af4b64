import { type TicketFiltersSent, type TicketGrouping, ticketGroups } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/call.ts'

/** What a list has in each of its groups. */
export const groupsQuery = (query: TicketFiltersSent & { by: TicketGrouping }) =>
  queryOptions({
    queryKey: ['tickets', 'list', 'groups', query] as const,
    queryFn: ({ signal }) => call(ticketGroups.list, { query, signal }),
    // of another filter it says something; by another column nothing
    placeholderData: (known, before) => (before?.queryKey[3].by === query.by ? known : undefined),
  })

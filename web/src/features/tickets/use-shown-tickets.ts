import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ticketQueries } from './api.ts'
import { filtersOf, type TicketSearch } from './ticket-search.ts'
import { useLiveRows } from './use-live-rows.ts'

/** The tickets of a list as they are to be shown, page after page, with what waits to be shown. */
export function useShownTickets(search: TicketSearch) {
  const filters = filtersOf(search)
  const query = useInfiniteQuery(ticketQueries.list(filters))
  const [openedAt] = useState(Date.now)
  const fresh = query.data?.pages.flatMap((page) => page.items) ?? []
  const isOld = query.isFetching && query.dataUpdatedAt < openedAt

  const live = useLiveRows({
    question: JSON.stringify(filters),
    fresh,
    hasMore: query.hasNextPage,
    isProvisional: query.isPending || query.isPlaceholderData || isOld,
  })
  const last = query.data?.pages.at(-1)
  return { query, live, total: last?.total ?? 0, totalIsCapped: last?.totalIsCapped ?? false }
}

import type { TicketColumnKey, TicketSummary } from '@physique57/contracts'
import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { ticketQueries } from '../api.ts'
import { inRow } from '../ticket-cache.ts'
import { filtersOf, type TicketSearch } from '../ticket-search.ts'
import { withAnswers } from './shown-columns.ts'
import { useIsOld, useLiveRows } from './use-live-rows.ts'

/** The tickets of a list as they are to be shown, page after page, with what waits to be shown. */
export function useShownTickets(
  search: TicketSearch,
  columns: readonly TicketColumnKey[] = [],
  { enabled = true }: { enabled?: boolean } = {},
) {
  const filters = withAnswers(filtersOf(search), columns)
  const query = useInfiniteQuery({ ...ticketQueries.list(filters), enabled })
  const isOld = useIsOld(query)
  const fresh = query.data?.pages.flatMap((page) => page.items) ?? []

  const live = useLiveRows({
    question: JSON.stringify(filtersOf(search)),
    fresh,
    hasMore: query.hasNextPage,
    isProvisional: query.isPending || query.isPlaceholderData || isOld,
  })
  const rows = useTrueRows(live.rows)
  const last = query.data?.pages.at(-1)
  return { query, live: { ...live, rows }, total: last?.total ?? 0, totalIsCapped: last?.totalIsCapped ?? false }
}

/** A row that left the list is asked for by itself, so that it does not go on saying what is no longer so. */
function useTrueRows(rows: { item: TicketSummary; isGone: boolean }[]) {
  const gone = rows.filter(({ isGone }) => isGone).slice(0, MOST_ASKED)
  const now = useQueries({ queries: gone.map(({ item }) => ticketQueries.detail(item.id)) })
  const fresh = new Map(now.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
  return rows.map((row) => {
    const ticket = row.isGone ? fresh.get(row.item.id) : undefined
    return ticket ? { ...row, item: inRow(row.item, ticket) } : row
  })
}

const MOST_ASKED = 20

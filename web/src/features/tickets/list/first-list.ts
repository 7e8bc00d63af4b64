import type { Me } from '@physique57/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readHere, writeHere } from '../../../lib/device-memory.ts'
import { pinnedPlaces } from '../../places/api.ts'
import { usePlaces } from '../../places/use-places.ts'
import { isBare } from '../../views/view-search.ts'
import { viewsQuery } from '../../views/views-query.ts'
import { ticketQueries } from '../api.ts'
import { filtersOf, type TicketSearch, ticketSearch } from '../ticket-search.ts'
import { shownColumns, withAnswers } from './shown-columns.ts'

/** Goes with whoever leaves, like all that is theirs. */
const FIRST = 'p57.first-list'

/** What opens when no list is asked for, so that the next visit does not have to wait for it. */
export function useRememberFirst(user: Me): void {
  const { first, isPending } = usePlaces(user)
  const shown = JSON.stringify(first?.shown ?? {})
  useEffect(() => {
    if (!isPending) writeHere(FIRST, shown)
  }, [shown, isPending])
}

/**
 * What a list asks for first, while its code is still on its way. Which one opens first is asked meanwhile: should it be another
 * than last time, the right one is asked for a moment later, as it would have been anyway.
 */
export function fetchListAhead(client: QueryClient, asked: TicketSearch): void {
  void client.prefetchQuery(pinnedPlaces())
  void client.prefetchQuery(viewsQuery())
  const shown = !asked.saved && isBare(asked) ? knownFirst() : asked
  // a saved view says what it shows, a board and groups ask otherwise
  if (shown.saved || shown.layout || shown.group) return
  void client.prefetchInfiniteQuery(ticketQueries.list(withAnswers(filtersOf(shown), shownColumns(shown))))
}

function knownFirst(): TicketSearch {
  try {
    return ticketSearch.parse(JSON.parse(readHere(FIRST) ?? '{}'))
  } catch {
    return {}
  }
}

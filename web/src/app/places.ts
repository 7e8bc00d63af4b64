import { useMatchRoute, useRouterState } from '@tanstack/react-router'
import type { TicketSearch } from '../features/tickets/ticket-search.ts'

/** Which entry of the navigation one is at; a ticket belongs to "Tickets". */
export type Place = 'tickets' | 'mine' | 'notifications'

export function usePlace(): Place | null {
  const match = useMatchRoute()
  const view = useRouterState({ select: (state) => (state.location.search as { view?: string }).view })
  if (match({ to: '/notifications', fuzzy: true })) return 'notifications'
  if (match({ to: '/tickets' }) && view === 'mine') return 'mine'
  return match({ to: '/tickets', fuzzy: true }) ? 'tickets' : null
}

/** Which of these lists is on screen, in whatever order; a saved view also while somebody changes it. */
export function useViewHere<V extends { search: TicketSearch }>(views: V[]): V | undefined {
  const isList = useMatchRoute()({ to: '/tickets' })
  const { sort: _, ...here } = useRouterState({ select: (state) => state.location.search as TicketSearch })
  const isHere = ({ search }: V) => (here.saved ? search.saved === here.saved : asText(search) === asText(here))
  return isList ? views.find(isHere) : undefined
}

const asText = (search: object): string => JSON.stringify(Object.entries(search).sort())

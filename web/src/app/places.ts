import { useMatchRoute, useRouterState } from '@tanstack/react-router'

/** Which entry of the navigation one is at; a ticket belongs to "Tickets". */
export type Place = 'tickets' | 'mine' | 'notifications'

export function usePlace(): Place | null {
  const match = useMatchRoute()
  const view = useRouterState({ select: (state) => (state.location.search as { view?: string }).view })
  if (match({ to: '/notifications', fuzzy: true })) return 'notifications'
  if (match({ to: '/tickets' }) && view === 'mine') return 'mine'
  return match({ to: '/tickets', fuzzy: true }) ? 'tickets' : null
}

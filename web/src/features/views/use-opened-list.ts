import type { Me, SavedView } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePlaces } from '../places/use-places.ts'
import type { TicketSearch } from '../tickets/ticket-search.ts'
import { addressOf, contentOf, isBare, isSameList, searchOf } from './view-search.ts'
import { viewsQuery } from './views-query.ts'

export interface OpenedList {
  /** What the list shows. */
  search: TicketSearch
  /** The saved view it was opened from. */
  view: SavedView | undefined
  /** Differs from it. */
  isEdited: boolean
  /** It was opened from a view that is gone, or no longer for this person; what it showed stands here. */
  isOrphan: boolean
  /** The address of a list. */
  address: (search: TicketSearch) => TicketSearch
}

/** Nothing asked for: go there instead. Nothing to show: the view of the link is not for this person, or not known yet. */
export type Opening =
  | { list: OpenedList }
  | { redirect: TicketSearch }
  | { error: Error; retry: () => void }
  | 'pending'
  | 'gone'

/** The list that an address means: a saved view as it stands now, or as somebody is changing it. */
export function useOpenedList(asked: TicketSearch, user: Me): Opening {
  const { first, isPending: isFirstUnknown } = usePlaces(user)
  const views = useQuery(viewsQuery())
  const view = asked.saved ? views.data?.items.find(({ id }) => id === asked.saved) : undefined
  const stored = view && searchOf(view)
  const known = useLastKnown(asked.saved, stored)

  if (!asked.saved && isBare(asked)) {
    if (isFirstUnknown) return 'pending'
    if (first) return { redirect: { ...asked, ...first.search } }
  }
  // without a view it says only in what it differs
  const isPart = asked.saved !== undefined && asked.view === undefined
  if (isPart && views.isPending) return 'pending'
  if (isPart && !known && views.error) return { error: views.error, retry: () => void views.refetch() }
  if (isPart && !known) return 'gone'
  const said = isPart ? { ...asked, ...known, ...contentOf(asked) } : asked
  // with a view, so that whatever somebody changes about it says all of it
  const search = asked.saved || first ? { ...said, view: said.view ?? 'open' } : said
  return {
    list: {
      search,
      view,
      isEdited: stored !== undefined && !isSameList(search, stored),
      isOrphan: asked.saved !== undefined && !view && views.data !== undefined,
      address: (next) => addressOf(next, stored),
    },
  }
}

/** A view that is deleted while somebody looks at it does not take the list from under their eyes. */
function useLastKnown(id: string | undefined, stored: TicketSearch | undefined): TicketSearch | undefined {
  const [last, setLast] = useState({ id, stored })
  if (stored && (last.id !== id || !last.stored || !isSameList(last.stored, stored))) setLast({ id, stored })
  return stored ?? (last.id === id ? last.stored : undefined)
}

import type { Id } from '@physique57/contracts'
import { create } from 'zustand'
import type { TicketSearch } from '../ticket-search.ts'

interface ListPlace {
  /** The list somebody came from; Esc on a ticket goes back to it. */
  search: TicketSearch
  scrollTop: number
  /** The row that was opened. */
  ticketId: Id | null
}

/** Where somebody was in the list, so that coming back feels like never having left. */
export const useListPlace = create<ListPlace>(() => ({ search: {}, scrollTop: 0, ticketId: null }))

import type { SavedView, ViewSearch } from '@physique57/contracts'
import { type TicketSearch, ticketSearch } from '../tickets/ticket-search.ts'

/** Where somebody is in a list, not what it shows. */
const passing = ['saved', 'open', 'at']

/** What a view shows; what was stored by another version and is not understood is left out. */
export const searchOf = ({ search }: Pick<SavedView, 'search'>): TicketSearch => contentOf(ticketSearch.parse(search))

/** What the address says about the list itself. */
export function contentOf(search: TicketSearch): TicketSearch {
  const told = Object.entries(search).filter(([name, value]) => value !== undefined && !passing.includes(name))
  return Object.fromEntries(told)
}

/** As it is stored. */
export const storedSearch = (search: TicketSearch): ViewSearch =>
  Object.fromEntries(
    Object.entries(contentOf(search)).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]),
  ) as ViewSearch

/** Whether both show the same, whatever is left unsaid. */
export const isSameList = (one: TicketSearch, other: TicketSearch): boolean => asText(one) === asText(other)

const asText = (search: TicketSearch): string => {
  const { view = 'open', ...rest } = contentOf(search)
  return JSON.stringify(Object.entries({ view, ...rest }).sort())
}

/** The address of a list: of a saved view its id alone while it shows what was saved, else all that it shows. */
export function addressOf(search: TicketSearch, saved: TicketSearch | undefined): TicketSearch {
  if (!search.saved || !saved) return search
  if (!isSameList(search, saved)) return { ...search, view: search.view ?? 'open' }
  const content = Object.keys(contentOf(search))
  return Object.fromEntries(Object.entries(search).filter(([name]) => !content.includes(name)))
}

/** Whether the address says nothing about the list itself. */
export const isBare = (search: TicketSearch): boolean => Object.keys(contentOf(search)).length === 0

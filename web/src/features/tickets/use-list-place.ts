import { type RefObject, useLayoutEffect } from 'react'
import { useListPlace } from './list-place.ts'
import type { TicketSearch } from './ticket-search.ts'

/** Remembers where somebody is in a list; on coming back, the same scroll and the same row with the focus. */
export function useRememberedPlace(scroller: RefObject<HTMLElement | null>, search: TicketSearch): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list appears; it is mounted anew for another search
  useLayoutEffect(() => {
    const place = useListPlace.getState()
    const isSameList = JSON.stringify(place.search) === JSON.stringify(search)
    if (isSameList && scroller.current) {
      scroller.current.scrollTop = place.scrollTop
      if (place.ticketId) focusRow(scroller.current, place.ticketId)
    }
    useListPlace.setState({ search, ticketId: null, ...(isSameList ? {} : { scrollTop: 0 }) })
  }, [])
}

function focusRow(scroller: HTMLElement, ticketId: string): void {
  const link = scroller.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(ticketId)}"]`)
  link?.focus({ preventScroll: true })
}

/** Moves the focus to the row below (1) or above (−1) the one that has it; from nowhere, to the first in sight. */
export function moveFocus(scroller: HTMLElement | null, by: 1 | -1): void {
  if (!scroller) return
  const links = [...scroller.querySelectorAll<HTMLElement>('[data-ticket]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const top = scroller.getBoundingClientRect().top
  const next = at < 0 ? links.find((link) => link.getBoundingClientRect().top > top) : links[at + by]
  next?.focus({ preventScroll: true })
  next?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
}

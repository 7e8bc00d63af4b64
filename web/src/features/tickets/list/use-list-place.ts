import { type RefObject, useLayoutEffect } from 'react'
import { sameRows, type TicketSearch } from '../ticket-search.ts'
import { useListPlace } from './list-place.ts'

/** Remembers where somebody is in a list; on coming back, the same scroll and the same row with the focus. */
export function useRememberedPlace(scroller: RefObject<HTMLElement | null>, search: TicketSearch): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list appears; it is mounted anew for another search
  useLayoutEffect(() => {
    const place = useListPlace.getState()
    const isSameList = sameRows(place.search) === sameRows(search)
    if (isSameList && scroller.current) {
      scroller.current.scrollTop = place.scrollTop
      if (place.ticketId) focusRow(scroller.current, place.ticketId)
    }
    // a ticket that stood beside it is not what one comes back to
    useListPlace.setState({
      search: { ...search, open: undefined },
      ticketId: null,
      ...(isSameList ? {} : { scrollTop: 0 }),
    })
  }, [])
}

function focusRow(scroller: HTMLElement, ticketId: string): void {
  const link = scroller.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(ticketId)}"]`)
  link?.focus({ preventScroll: true })
}

const stops = '[data-ticket], [data-group]'

/** Moves the focus to the row or head below (1) or above (−1) the one that has it; from nowhere, to the first in sight. */
export function moveFocus(scroller: HTMLElement | null, by: 1 | -1): void {
  if (!scroller) return
  const links = [...scroller.querySelectorAll<HTMLElement>(stops)]
  const row = document.activeElement?.closest('[data-row]')
  const at = links.findIndex((link) => row?.contains(link))
  const top = scroller.getBoundingClientRect().top
  const next = at < 0 ? links.find((link) => link.getBoundingClientRect().top > top) : links[at + by]
  if (row && next && isFar(row, next, scroller)) {
    // the rows around it are not drawn: they are, once it is in sight again
    row.scrollIntoView({ block: 'center' })
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(rowLinkBeside(scroller, row, by))))
  } else focusOn(next)
}

const focusOn = (link: HTMLElement | undefined): void => {
  link?.focus({ preventScroll: true })
  link?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
}

function rowLinkBeside(scroller: HTMLElement, row: Element, by: 1 | -1): HTMLElement | undefined {
  const links = [...scroller.querySelectorAll<HTMLElement>(stops)]
  return links[links.findIndex((link) => row.contains(link)) + by]
}

/** With rows between them that are not drawn; what stands beside a row in sight is. */
function isFar(row: Element, link: HTMLElement, scroller: HTMLElement): boolean {
  const other = link.closest('[data-row]')
  if (other?.parentElement === row.parentElement) return Math.abs(placeOf(other) - placeOf(row)) > 1
  const [place, sight] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return place.bottom < sight.top || place.top > sight.bottom
}

const placeOf = (row: Element | null | undefined): number => Number(row?.getAttribute('data-row'))

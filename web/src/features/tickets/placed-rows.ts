import {
  type Answer,
  compareRows,
  type Id,
  type OrderOfRows,
  type TicketSummary,
  type tickets,
} from '@physique57/contracts'
import type { InfiniteData } from '@tanstack/react-query'

type Page = Answer<typeof tickets.list>
export type ListPages = InfiniteData<Page, string | null>

/** What is so now of the tickets of these `ids`: those that the pages hold, each anew and where it belongs. */
export interface Changed extends Pick<Page, 'items' | 'total' | 'totalIsCapped'> {
  ids: Id[]
}

/** The pages of a list as they would be if they were all asked for again; null if that cannot be said without doing so. */
export function withChanged(data: ListPages, changed: Changed, sort: OrderOfRows): ListPages | null {
  const { ids, items, total, totalIsCapped } = changed
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => !ids.includes(id)),
    total,
    totalIsCapped,
  }))
  for (const item of items) {
    const page = pages.find((each) => isBefore(item, each.items.at(-1), sort)) ?? pages.at(-1)
    page?.items.splice(placeOf(item, page.items, sort), 0, item)
  }
  const isUsedUp = pages.at(-1)?.nextCursor != null && pages.some((page) => page.items.length === 0)
  return isUsedUp ? null : { ...data, pages }
}

const isBefore = (item: TicketSummary, other: TicketSummary | undefined, sort: OrderOfRows): boolean =>
  other !== undefined && compareRows(item, other, sort) < 0

function placeOf(item: TicketSummary, items: TicketSummary[], sort: OrderOfRows): number {
  const next = items.findIndex((each) => isBefore(item, each, sort))
  return next < 0 ? items.length : next
}

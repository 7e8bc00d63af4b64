import { type TicketFiltersSent, TicketSort } from '@physique57/contracts'
import { z } from 'zod'

export const ticketViews = ['open', 'mine', 'unassigned', 'overdue', 'reported', 'all'] as const
export type TicketView = (typeof ticketViews)[number]

/** Values of one filter as the address shows them: `new,assigned`. Damaged ones are ignored, not an error page. */
const list = z.string().min(1).max(2_000).optional().catch(undefined)

/** What the address of the list says; a copied link shows the same list. */
export const ticketSearch = z.object({
  view: z.enum(ticketViews).optional().catch(undefined),
  status: list,
  priority: list,
  categoryId: list,
  studioId: list,
  teamId: list,
  clientId: list,
  /** What somebody looks for, as typed. */
  q: z.coerce.string().trim().min(1).max(500).optional().catch(undefined),
  sort: TicketSort.optional().catch(undefined),
})
export type TicketSearch = z.infer<typeof ticketSearch>

export const filterFields = ['status', 'priority', 'categoryId', 'studioId', 'teamId'] as const
export type FilterField = (typeof filterFields)[number]

const viewFilters: Record<TicketView, TicketFiltersSent> = {
  open: { open: 'true' },
  mine: { open: 'true', assignee: 'me' },
  unassigned: { open: 'true', assignee: 'none' },
  overdue: { open: 'true', overdue: 'true' },
  reported: { reporter: 'me' },
  all: {},
}

/** What the API is asked for. A chosen status says more than the view's "open". */
export function filtersOf(search: TicketSearch): TicketFiltersSent {
  const { view = 'open', ...filters } = search
  const sort = sortOf(search)
  const { open, ...ofView } = viewFilters[view]
  const chosen = Object.fromEntries(Object.entries(filters).filter(([name, value]) => value && name !== 'sort'))
  return {
    ...(filters.status ? {} : { open }),
    ...ofView,
    ...chosen,
    ...((filters.q || sort !== '-createdAt') && { sort }),
  }
}

/** What is looked for comes best match first, anything else newest first. */
export const sortOf = ({ sort, q }: TicketSearch): TicketSort =>
  sort === 'relevance' && !q ? '-createdAt' : (sort ?? (q ? 'relevance' : '-createdAt'))

export const valuesOf = (search: TicketSearch, field: FilterField): string[] => search[field]?.split(',') ?? []

export const withValues = (search: TicketSearch, field: FilterField, values: string[]): TicketSearch => ({
  ...search,
  [field]: values.length > 0 ? values.join(',') : undefined,
})

export const isFiltered = (search: TicketSearch): boolean =>
  Boolean(search.q ?? search.clientId) || filterFields.some((field) => search[field])

export const withoutFilters = (search: TicketSearch): TicketSearch => ({ view: search.view, sort: search.sort })

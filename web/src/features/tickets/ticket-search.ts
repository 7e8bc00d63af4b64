import {
  CalendarBy,
  formatTicketQuery,
  Id,
  parseTicketQuery,
  type TicketCondition,
  type TicketFieldKey,
  type TicketFiltersSent,
  type TicketGrouping,
  TicketSort,
} from '@physique57/contracts'
import { z } from 'zod'

export const ticketViews = [
  'open',
  'mine',
  'team-unassigned',
  'unassigned',
  'overdue',
  'follow-up',
  'reported',
  'all',
] as const
export type TicketView = (typeof ticketViews)[number]

/** Written out: the schema of the API would bring that of all filters along, which the first load can do without. */
const groupings = ['status', 'priority', 'team', 'assignee', 'category', 'studio'] as const satisfies TicketGrouping[]

/** Values of one filter as the address shows them: `new,assigned`. Damaged ones are ignored, not an error page. */
const list = z.string().min(1).max(2_000).optional().catch(undefined)

/** What the address of the list says; a copied link shows the same list. */
export const ticketSearch = z.object({
  view: z.enum(ticketViews).optional().catch(undefined),
  /** A saved view: alone as it stands, with anything else as somebody is changing it. */
  saved: Id.optional().catch(undefined),
  status: list,
  priority: list,
  categoryId: list,
  studioId: list,
  teamId: list,
  clientId: list,
  /** All other conditions, such as `-status:pending due:<2h`. */
  filter: list,
  /** What somebody looks for, as typed. */
  q: z.coerce.string().trim().min(1).max(500).optional().catch(undefined),
  sort: TicketSort.optional().catch(undefined),
  /** How the tickets are laid out; unsaid, as a list. */
  layout: z.enum(['board', 'calendar']).optional().catch(undefined),
  /** Of the calendar: what places a ticket, how much is shown, and a day that is. */
  by: CalendarBy.optional().catch(undefined),
  span: z.enum(['month', 'week', 'day']).optional().catch(undefined),
  at: z.iso.date().optional().catch(undefined),
  /** Under which heads the list stands. */
  group: z.enum(groupings).optional().catch(undefined),
  /** What the table shows, in this order: `number,title,form.area`. */
  columns: list,
  /** The ticket beside the list. */
  open: Id.optional().catch(undefined),
})
export type TicketSearch = z.infer<typeof ticketSearch>

/** Conditions whose place in the address has a name of its own; all others stand together in `filter`. */
const named = {
  status: 'status',
  priority: 'priority',
  categoryId: 'category',
  studioId: 'studio',
  teamId: 'team',
  clientId: 'client',
} as const satisfies Partial<Record<keyof TicketSearch, TicketFieldKey>>
const namedParams = Object.keys(named) as (keyof typeof named)[]

const viewFilters: Record<TicketView, TicketFiltersSent> = {
  open: { open: 'true' },
  mine: { open: 'true', assignee: 'me' },
  'team-unassigned': { open: 'true', assignee: 'none', filter: 'team:mine' },
  unassigned: { open: 'true', assignee: 'none' },
  overdue: { open: 'true', overdue: 'true' },
  // what was missed yesterday is still to be done
  'follow-up': { open: 'true', filter: 'followup:<tomorrow' },
  reported: { reporter: 'me' },
  all: {},
}

/** What the API is asked for. A chosen status says more than the view's "open". */
export function filtersOf(search: TicketSearch): TicketFiltersSent {
  const { q } = search
  const sort = sortOf(search)
  const { open, filter: filterOfView = '', ...ofView } = viewFilters[search.view ?? 'open']
  const chosen = Object.fromEntries(namedParams.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  // written anew: what is no condition would make the API refuse the whole
  const filter = writeFilter([...parseTicketQuery(filterOfView).conditions, ...readFilter(search)])
  return {
    ...(asksForStatus(search) ? {} : { open }),
    ...ofView,
    ...chosen,
    ...(q && { q }),
    ...(filter && { filter }),
    ...((q || sort !== '-createdAt') && { sort }),
  }
}

/** What decides which rows there are, and where; the same list may show more of them, or have one open beside it. */
export const sameRows = ({ columns: _, open: __, ...rows }: TicketSearch): string => JSON.stringify(rows)

const readFilter = ({ filter }: TicketSearch): TicketCondition[] => parseTicketQuery(filter ?? '').conditions

const writeFilter = (conditions: TicketCondition[]): string | undefined =>
  formatTicketQuery({ conditions, words: [], phrases: [], unwanted: [] }) || undefined

const asksForStatus = (search: TicketSearch): boolean =>
  [...conditionsIn(search), ...parseTicketQuery(search.q ?? '').conditions].some(
    ({ field, not }) => field === 'status' && !not,
  )

/** What is looked for comes best match first, anything else newest first. */
export const sortOf = ({ sort, q }: TicketSearch): TicketSort =>
  sort === 'relevance' && !q ? '-createdAt' : (sort ?? (q ? 'relevance' : '-createdAt'))

/** What narrows the list, beside the view and the words looked for. */
export const conditionsIn = (search: TicketSearch): TicketCondition[] => [
  ...namedParams.flatMap((param): TicketCondition[] => {
    const values = search[param]?.split(',').filter(Boolean) ?? []
    return values.length > 0 ? [{ field: named[param], operator: 'is', not: false, values }] : []
  }),
  ...readFilter(search),
]

/** The same list, narrowed by these instead. */
export function withConditions(search: TicketSearch, conditions: TicketCondition[]): TicketSearch {
  const next = withoutConditions(search)
  const others = conditions.filter((condition) => {
    const param = namedParams.find((each) => named[each] === condition.field)
    if (!param || next[param] || !isSimple(condition)) return true
    next[param] = condition.values.join(',')
    return false
  })
  return { ...next, filter: writeFilter(others) }
}

const wordsForMany = ['none', 'open', 'mine']
/** Ids and names of choices; these words and parts of names are for `filter`. */
const isSimple = ({ not, operator, values }: TicketCondition): boolean =>
  !not && operator === 'is' && values.every((value) => /^[\w-]+$/.test(value) && !wordsForMany.includes(value))

export const isFiltered = (search: TicketSearch): boolean => search.q !== undefined || conditionsIn(search).length > 0

/** Everything, shown the same way. */
export const withoutFilters = (search: TicketSearch): TicketSearch => ({ ...withoutConditions(search), q: undefined })

function withoutConditions(search: TicketSearch): TicketSearch {
  const next = { ...search }
  for (const param of [...namedParams, 'filter'] as const) delete next[param]
  return next
}

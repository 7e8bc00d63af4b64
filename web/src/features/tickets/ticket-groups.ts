import type { TicketGroup, TicketGrouping } from '@physique57/contracts'
import { conditionsIn, type TicketSearch, withConditions } from './ticket-search.ts'

const groupingLabel: Record<TicketGrouping, string> = {
  status: 'Status',
  priority: 'Priority',
  team: 'Team',
  assignee: 'Assignee',
  category: 'Category',
  studio: 'Studio',
}

/** What "Group by" offers. */
export const groupingChoices: readonly { value: TicketGrouping | 'none'; label: string }[] = [
  { value: 'none', label: 'No groups' },
  ...(Object.keys(groupingLabel) as TicketGrouping[]).map((value) => ({ value, label: groupingLabel[value] })),
]

export const withGrouping = (search: TicketSearch, by: TicketGrouping | 'none'): TicketSearch => ({
  ...search,
  group: by === 'none' ? undefined : by,
})

/** The list of one group alone: the same with one condition more. */
export const searchOfGroup = ({ group: _, ...search }: TicketSearch, by: TicketGrouping, value: string): TicketSearch =>
  withConditions(search, [...conditionsIn(search), { field: by, operator: 'is', not: false, values: [value] }])

const missing: Partial<Record<TicketGrouping, string>> = { team: 'No team', assignee: 'Nobody assigned' }

export const nameOfGroup = (by: TicketGrouping, { value, label }: TicketGroup): string =>
  (value === 'none' && missing[by]) || label

/** What fits on a few screens is open at once; of more, only the first group, so that one sees how it is divided. */
export function openAtFirst(groups: readonly TicketGroup[]): string[] {
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const open = groups.length <= 8 && total <= 60 ? groups : groups.slice(0, 1)
  return open.map(({ value }) => value)
}

/** How many rows stand before each group: heads, and the tickets of those that are open. */
export function rowsBefore(groups: readonly TicketGroup[], isOpen: (value: string) => boolean): number[] {
  let rows = 0
  return groups.map(({ value, total }) => {
    const before = rows
    rows += 1 + (isOpen(value) ? total : 0)
    return before
  })
}

import { type TicketGroup, TicketGrouping } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { nameOfGroup, openAtFirst, rowsBefore, searchOfGroup } from './ticket-groups.ts'
import { conditionsIn, filtersOf } from './ticket-search.ts'

const groups = (...totals: number[]): TicketGroup[] =>
  totals.map((total, index) => ({ value: `g${index}`, label: `Group ${index}`, total }))

test.each([
  ['few tickets: all groups', groups(20, 30, 10), ['g0', 'g1', 'g2']],
  ['many tickets: the first, so that all heads are in sight', groups(20, 30, 11), ['g0']],
  ['many groups: the first', groups(1, 1, 1, 1, 1, 1, 1, 1, 1), ['g0']],
  ['none', [], []],
])('open at first with %s', (_, all, open) => expect(openAtFirst(all)).toEqual(open))

test('before a group stand the heads above it and the tickets of those that are open', () => {
  expect(rowsBefore(groups(3, 50, 2), (value) => value !== 'g1')).toEqual([0, 4, 5])
})

const known: Partial<Record<TicketGrouping, string>> = { status: 'assigned', priority: 'high' }

test.each(TicketGrouping.options)('the group of a %s is the list with one condition more', (by) => {
  const search = { view: 'all', status: 'new,assigned', filter: 'due:<2h', group: by } as const
  const value = known[by] ?? 'x'
  const one = searchOfGroup(search, by, value)
  expect(conditionsIn(one)).toHaveLength(3)
  expect(conditionsIn(one)).toContainEqual({ field: by, operator: 'is', not: false, values: [value] })
  expect(one).not.toHaveProperty('group')
})

test('nobody and no team are groups too', () => {
  expect(filtersOf(searchOfGroup({}, 'assignee', 'none'))).toEqual({ open: 'true', filter: 'assignee:none' })
  expect(nameOfGroup('assignee', { value: 'none', label: 'Nobody', total: 1 })).toBe('Nobody assigned')
  expect(nameOfGroup('team', { value: 'none', label: 'Nobody', total: 1 })).toBe('No team')
})

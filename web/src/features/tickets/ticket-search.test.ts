import type { TicketCondition } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { conditionsIn, filtersOf, isFiltered, ticketSearch, withConditions, withoutFilters } from './ticket-search.ts'

test.each([
  ['nothing said: what is open', {}, { open: 'true' }],
  ['mine', { view: 'mine' }, { open: 'true', assignee: 'me' }],
  ['nobody assigned', { view: 'unassigned' }, { open: 'true', assignee: 'none' }],
  ['overdue', { view: 'overdue' }, { open: 'true', overdue: 'true' }],
  [
    'what my team has to hand out',
    { view: 'team-unassigned', filter: 'due:<2h' },
    { open: 'true', assignee: 'none', filter: 'team:mine due:<2h' },
  ],
  ['to follow up by the end of today', { view: 'follow-up' }, { open: 'true', filter: 'followup:<tomorrow' }],
  ['what is not about tickets is not asked for', { saved: 'x', view: 'mine' }, { open: 'true', assignee: 'me' }],
  ['reported by me, also the closed ones', { view: 'reported' }, { reporter: 'me' }],
  ['all', { view: 'all', sort: '-updatedAt' }, { sort: '-updatedAt' }],
  ['looked for: best match first', { view: 'all', q: 'ac' }, { q: 'ac', sort: 'relevance' }],
  ['looked for, newest first', { view: 'all', q: 'ac', sort: '-createdAt' }, { q: 'ac', sort: '-createdAt' }],
  ['a status replaces "open"', { status: 'resolved,closed' }, { status: 'resolved,closed' }],
  ['filters narrow the view', { view: 'mine', priority: 'high' }, { open: 'true', assignee: 'me', priority: 'high' }],
] as const)('%s', (_, search, filters) => expect(filtersOf(search)).toEqual(filters))

test('a damaged address shows a list, not an error', () => {
  expect(ticketSearch.parse({ view: 'nonsense', status: 5, sort: 'up', extra: 1 })).toEqual({})
})

const is = (field: TicketCondition['field'], ...values: string[]): TicketCondition => ({
  field,
  operator: 'is',
  not: false,
  values,
})

test('conditions are put into the address and read from it, simple ones under their own name', () => {
  const conditions = [
    is('status', 'new', 'assigned'),
    is('team', 'mine', 'none'),
    { ...is('priority', 'low'), not: true },
    { field: 'due', operator: 'before', not: false, values: ['2h'] } as const,
  ]
  const search = withConditions({ view: 'mine', q: 'ac' }, conditions as TicketCondition[])
  expect(search).toEqual({
    view: 'mine',
    q: 'ac',
    status: 'new,assigned',
    filter: 'team:mine,none -priority:low due:<2h',
  })
  expect(conditionsIn(search)).toEqual(conditions)
  expect(isFiltered(search)).toBe(true)
  expect(isFiltered(withConditions({ view: 'mine' }, []))).toBe(false)
  expect(withoutFilters(search)).toEqual({ view: 'mine' })
})

test('two conditions on one field both stand', () => {
  const both = [is('studio', 'a'), is('studio', 'b')]
  expect(conditionsIn(withConditions({}, both))).toEqual(both)
})

test('a damaged filter is left out of what the API is asked', () => {
  expect(filtersOf({ filter: 'status:nonsense due:<2h' })).toEqual({ open: 'true', filter: 'due:<2h' })
})

test('a status asked for in words or conditions replaces "open"', () => {
  expect(filtersOf({ filter: 'status:open' }).open).toBeUndefined()
  expect(filtersOf({ q: 'ac status:closed' }).open).toBeUndefined()
  expect(filtersOf({ filter: '-status:pending' }).open).toBe('true')
})

import { expect, test } from 'vitest'
import { filtersOf, isFiltered, ticketSearch, valuesOf, withoutFilters, withValues } from './ticket-search.ts'

test.each([
  ['nothing said: what is open', {}, { open: 'true' }],
  ['mine', { view: 'mine' }, { open: 'true', assignee: 'me' }],
  ['nobody assigned', { view: 'unassigned' }, { open: 'true', assignee: 'none' }],
  ['overdue', { view: 'overdue' }, { open: 'true', overdue: 'true' }],
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

test('filters are put in and taken out value by value', () => {
  const search = withValues({ view: 'mine' }, 'status', ['new', 'assigned'])
  expect(search.status).toBe('new,assigned')
  expect(valuesOf(search, 'status')).toEqual(['new', 'assigned'])
  expect(isFiltered(search)).toBe(true)
  expect(isFiltered(withValues(search, 'status', []))).toBe(false)
  expect(withoutFilters(search).view).toBe('mine')
})

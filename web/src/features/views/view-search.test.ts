import { ViewSearch } from '@physique57/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filtersOf, type TicketSearch } from '../tickets/ticket-search.ts'
import { addressOf, isBare, isSameList, searchOf, storedSearch } from './view-search.ts'

const saved = '0190aaaa-0000-7000-8000-000000000001'
const stored: TicketSearch = { view: 'all', priority: 'high', sort: 'dueAt' }

test('a view that shows what was saved is named by its id alone', () => {
  expect(addressOf({ ...stored, saved }, stored)).toEqual({ saved })
  expect(isBare({ saved })).toBe(true)
})

test('a changed one says all that it shows, so that whoever gets the link sees it too', () => {
  const changed = { ...stored, priority: 'low', saved }
  expect(addressOf(changed, stored)).toEqual(changed)
  expect(addressOf({ saved }, stored)).toEqual({ saved, view: 'open' })
  expect(addressOf({ saved, view: undefined }, stored)).toEqual({ saved, view: 'open' })
  expect(isBare(addressOf({ saved }, stored))).toBe(false)
})

test('a list that was never saved has the address it always had', () => {
  expect(addressOf(stored, undefined)).toEqual(stored)
})

test('saying what goes without saying changes nothing', () => {
  expect(isSameList({ view: 'open' }, {})).toBe(true)
  expect(isSameList({ priority: 'low', q: undefined, saved }, { priority: 'low' })).toBe(true)
  expect(isSameList({ priority: 'low' }, { priority: 'low', view: 'all' })).toBe(false)
})

test('what is stored is read again as it was', () => {
  expect(searchOf({ search: storedSearch({ ...stored, saved }) })).toEqual(stored)
})

test('whatever is stored, a list can be asked for', () => {
  const names = fc.oneof(
    fc.constantFrom('view', 'status', 'filter', 'q', 'sort', 'teamId', 'saved', 'layout', 'columns', 'group'),
    fc.stringMatching(/^[a-z][a-zA-Z]{0,39}$/),
  )
  const values = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('mine', 'status:open due:<2h', 'team:mine', 'status:', '"'),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.dictionary(names, values, { maxKeys: 20 }), (anything) => {
      const search = searchOf({ search: anything })
      expect(filtersOf(search)).toBeTypeOf('object')
      expect(ViewSearch.safeParse(storedSearch(search)).success).toBe(true)
      expect(isSameList(searchOf({ search: storedSearch(search) }), search)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

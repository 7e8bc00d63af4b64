import { expect, test } from 'vitest'
import { keepPlaces } from './live-rows.ts'

const items = (ids: string, version = 1) => [...ids].map((id) => ({ id, version }))
const shownIds = (rows: { item: { id: string }; isGone: boolean }[]) =>
  rows.map((row) => (row.isGone ? `(${row.item.id})` : row.item.id)).join('')

test.each([
  ['nothing changed', 'abc', 'abc', false, 'abc', 0, 0],
  ['a new row waits above', 'abc', 'xabc', false, 'abc', 1, 0],
  ['two new rows wait among those shown', 'abc', 'xaybc', false, 'abc', 2, 0],
  ['rows below follow', 'abc', 'abcde', false, 'abcde', 0, 0],
  ['a row that left stays, marked', 'abc', 'ac', false, 'a(b)c', 0, 0],
  ['the last row slipped to the next page', 'abc', 'xab', true, 'abc', 1, 0],
  ['the last row left a complete list', 'abc', 'ab', false, 'ab(c)', 0, 0],
  ['a moved row keeps its place', 'abc', 'cab', false, 'abc', 0, 3],
  ['everything left', 'ab', '', false, '(a)(b)', 0, 0],
  ['everything was replaced', 'ab', 'xy', false, '(a)(b)', 2, 0],
  ['an empty list fills at once', '', 'ab', false, 'ab', 0, 0],
])('%s', (_, shown, fresh, hasMore, expected, added, moved) => {
  const live = keepPlaces(items(shown), items(fresh), hasMore)
  expect([shownIds(live.rows), live.added, live.moved]).toEqual([expected, added, moved])
})

test('rows show what is new in them', () => {
  expect(keepPlaces(items('ab', 1), items('ab', 2), false).rows.map((row) => row.item.version)).toEqual([2, 2])
})

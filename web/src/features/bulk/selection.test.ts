import { expect, test } from 'vitest'
import { withRange } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']

test.each([
  ['downwards', ['b'], 'b', 'd', ['b', 'c', 'd']],
  ['upwards', ['d'], 'd', 'b', ['d', 'b', 'c']],
  ['beside what was chosen before', ['a'], 'c', 'd', ['a', 'c', 'd']],
  ['from nowhere', [], null, 'c', ['c']],
  ['from a row that is gone', [], 'x', 'c', ['c']],
])('a range is selected %s', (_, ids, from, to, expected) => {
  expect(withRange(ids, order, from, to)).toEqual(expected)
})

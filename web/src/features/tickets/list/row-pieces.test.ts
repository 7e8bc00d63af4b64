import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withGaps } from './row-pieces.ts'

test.each([
  ['all of them', [0, 1, 2], 3, [{ index: 0 }, { index: 1 }, { index: 2 }]],
  ['none in sight', [], 4, [{ gap: 4, from: 0 }]],
  ['some in the middle', [2, 3], 6, [{ gap: 2, from: 0 }, { index: 2 }, { index: 3 }, { gap: 2, from: 4 }]],
  ['one with the focus far above', [0, 7], 9, [{ index: 0 }, { gap: 6, from: 1 }, { index: 7 }, { gap: 1, from: 8 }]],
  ['no rows', [], 0, []],
])('%s', (_, indexes, count, pieces) => {
  expect(withGaps(indexes, count)).toEqual(pieces)
})

test('whatever is in sight, rows and gaps together are as high as all rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.uniqueArray(fc.nat({ max: 299 })), (count, some) => {
      const indexes = some.filter((index) => index < count).sort((a, b) => a - b)
      const pieces = withGaps(indexes, count)
      expect(pieces.reduce((sum, piece) => sum + ('gap' in piece ? piece.gap : 1), 0)).toBe(count)
      expect(pieces.flatMap((piece) => ('gap' in piece ? [] : [piece.index]))).toEqual(indexes)
    }),
  )
})

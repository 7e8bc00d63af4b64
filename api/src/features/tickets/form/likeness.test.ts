import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likelyEnough, likeness, likenessOfWords } from './likeness.ts'

test.each([
  ['the same words in another order', 'AC blows warm air', 'Warm air from the AC', 1],
  ['one of two words', 'AC leaking', 'AC noisy since Monday', 0.5],
  ['nothing in common', 'Charged twice', 'No hot water', 0],
  ['singular and plural', 'Broken lockers', 'Locker broken', 1],
  ['Hindi', 'शावर में पानी नहीं', 'गरम पानी नहीं आ रहा शावर में', 1],
  ['an empty text', '', 'AC', 0],
])('%s', (_, a, b, expected) => expect(likenessOfWords(a, b)).toBeCloseTo(expected))

test.each([
  ['the same place, other words', { isSameStudio: true, words: 0 }, true],
  ['another place, the same words', { isSameStudio: false, words: 1 }, true],
  ['another place, half the words', { isSameStudio: false, words: 0.5 }, false],
])('%s', (_, ticket, isShown) => expect(likeness(ticket) >= likelyEnough).toBe(isShown))

test('likeness goes both ways and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likenessOfWords(a, b)).toBe(likenessOfWords(b, a))
      expect(likenessOfWords(a, b)).toBeGreaterThanOrEqual(0)
      expect(likenessOfWords(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

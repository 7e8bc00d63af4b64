import { expect, test } from 'vitest'
import { secondsToWait } from './growing-delay.ts'

const tenInAQuarter = { points: 10, seconds: 900 }

test.each([
  [1, 0],
  [4, 0],
  [5, 29],
  [6, 57],
  [7, 113],
  [8, 225],
  [9, 450],
  [10, 900],
  [11, 900],
  [1000, 900],
])('after %i wrong passwords the next may come in %i s', (failures, seconds) => {
  expect(secondsToWait(failures, tenInAQuarter)).toBe(seconds)
})

test('whoever never stops gets ten tries in the first quarter of an hour and one in each after it', () => {
  const triedAt: number[] = []
  for (let now = 0; now < 4 * 900; now += secondsToWait(triedAt.length, tenInAQuarter)) triedAt.push(now)
  expect(triedAt.filter((at) => at < 900)).toHaveLength(10)
  expect(triedAt).toHaveLength(13)
})

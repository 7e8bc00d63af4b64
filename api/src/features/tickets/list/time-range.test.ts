import { expect, test } from 'vitest'
import { dayFor, momentOf, rangeOf } from './time-range.ts'

// Sunday evening in London, Monday 01:30 in Mumbai
const now = new Date('2026-11-22T20:00:00Z')
const mumbai = { now, timeZone: 'Asia/Kolkata', liesAhead: false }

test.each([
  ['today', '2026-11-22T18:30:00Z', '2026-11-23T18:30:00Z'],
  ['yesterday', '2026-11-21T18:30:00Z', '2026-11-22T18:30:00Z'],
  ['tomorrow', '2026-11-23T18:30:00Z', '2026-11-24T18:30:00Z'],
  ['this-week', '2026-11-22T18:30:00Z', '2026-11-29T18:30:00Z'],
  ['last-week', '2026-11-15T18:30:00Z', '2026-11-22T18:30:00Z'],
  ['next-week', '2026-11-29T18:30:00Z', '2026-12-06T18:30:00Z'],
  ['this-month', '2026-10-31T18:30:00Z', '2026-11-30T18:30:00Z'],
  ['last-month', '2026-09-30T18:30:00Z', '2026-10-31T18:30:00Z'],
  ['2026-11-01', '2026-10-31T18:30:00Z', '2026-11-01T18:30:00Z'],
  ['2026-11-01..2026-11-15', '2026-10-31T18:30:00Z', '2026-11-15T18:30:00Z'],
  ['2d', '2026-11-20T20:00:00Z', '2026-11-22T20:00:00Z'],
  ['2026-11-01T10:00:00+05:30', '2026-11-01T04:30:00Z', '2026-11-01T04:30:00.001Z'],
])('%s in Mumbai', (value, from, to) => {
  expect(rangeOf(value, mumbai)).toEqual({ from: new Date(from), to: new Date(to) })
})

test('where clocks are put back a day has 25 hours', () => {
  const { from, to } = rangeOf('2026-10-25', { now, timeZone: 'Europe/London', liesAhead: false })
  expect(to.getTime() - from.getTime()).toBe(25 * 3_600_000)
})

test.each([
  ['what is due', true, '2h', '2026-11-22T22:00:00Z'],
  ['what was created', false, '2h', '2026-11-22T18:00:00Z'],
  ['a day', true, 'tomorrow', '2026-11-23T18:30:00Z'],
])('"before" and "after" of %s', (_, liesAhead, value, moment) => {
  expect(momentOf(value, { ...mumbai, liesAhead })).toEqual(new Date(moment))
})

test.each([
  ['tomorrow', '2026-11-24'],
  ['7d', '2026-11-16'],
  ['this-month', '2026-11-01'],
])('an answer that is a day is compared with %s as that day in Mumbai', (value, day) => {
  expect(dayFor(value, mumbai)).toBe(day)
})

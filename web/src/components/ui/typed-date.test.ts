import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay, parseTime, stepTime, writeDay } from './typed-date.ts'

const today = '2026-11-22'

test.each([
  ['22/11/2026', '2026-11-22'],
  ['1/2/2027', '2027-02-01'],
  ['22-11-26', '2026-11-22'],
  ['5.12', '2026-12-05'],
  ['2211', '2026-11-22'],
  ['221125', '2025-11-22'],
  ['22112027', '2027-11-22'],
  ['5 dec', '2026-12-05'],
  ['05 December 2025', '2025-12-05'],
  ['5 Dec, 25', '2025-12-05'],
  ['2026-12-05', '2026-12-05'],
  [' Today ', '2026-11-22'],
  ['tomorrow', '2026-11-23'],
  ['yesterday', '2026-11-21'],
  ['29/2/2028', '2028-02-29'],
])('%s is the day %s', (typed, day) => expect(parseDay(typed, today)).toBe(day))

test.each(['', '31/4', '29/2/2026', '11/22/2026', '22', '22113', '3211', 'soon', '5 foo', '1/1/20266', '२२/११'])(
  '%s is no day',
  (typed) => expect(parseDay(typed, today)).toBeNull(),
)

test.each([
  ['17:30', '17:30'],
  ['17.30', '17:30'],
  ['1730', '17:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['5:30 pm', '17:30'],
  ['5PM', '17:00'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
])('%s is the time %s', (typed, time) => expect(parseTime(typed)).toBe(time))

test.each(['', '24:00', '17:60', '13 pm', '0 am', 'noon', '17:3'])('%s is no time', (typed) =>
  expect(parseTime(typed)).toBeNull(),
)

test('every day that is written is read again', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (at) => {
      const day = at.toISOString().slice(0, 10)
      expect(parseDay(writeDay(day), today)).toBe(day)
    }),
  )
})

test.each([
  ['09:00', 1, '09:15'],
  ['09:10', 1, '09:15'],
  ['09:10', -1, '09:00'],
  ['23:50', 1, '00:00'],
  ['00:00', -1, '23:45'],
] as const)('from %s a step of %i leads to %s', (from, direction, to) => expect(stepTime(from, direction)).toBe(to))

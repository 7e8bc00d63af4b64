import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addOpenTime, type Calendar, checkCalendar, openRanges, openTimeBetween } from './calendar.ts'
import { anyCalendar, anyInstant, HOUR, studio } from './test/any-calendar.ts'

const daily = (timeZone: string, ...ranges: [string, string][]): Calendar => ({
  name: 'Daily',
  timeZone,
  hours: [0, 1, 2, 3, 4, 5, 6].flatMap((day) => ranges.map(([from, to]) => ({ day, from, to }))),
  holidays: [],
})

/** 2026-11-22 is a Sunday, Tuesday the 24th a holiday. */
test.each([
  ['on a weekday', '2026-11-23', ['06:30', '11:30', '16:00', '21:00']],
  ['shorter on Sunday', '2026-11-22', ['08:00', '12:00']],
  ['not on a holiday', '2026-11-24', []],
])('a studio opens %s', (_, day, times) => {
  const from = Date.parse(`${day}T00:00:00+05:30`)
  const ranges = [...openRanges(studio, from, from + 24 * HOUR)].flatMap((range) => [range.from, range.to])
  expect(ranges).toEqual(times.map((time) => Date.parse(`${day}T${time}:00+05:30`)))
})

test.each([
  ['within a range', '2026-11-23T07:00', 2, '2026-11-23T09:00'],
  ['over the afternoon', '2026-11-23T10:30', 4, '2026-11-23T19:00'],
  ['to the minute of closing', '2026-11-23T16:00', 5, '2026-11-23T21:00'],
  ['from before it opens', '2026-11-23T05:00', 1, '2026-11-23T07:30'],
  ['from Sunday to Monday', '2026-11-22T11:00', 4, '2026-11-23T09:30'],
  ['over a holiday', '2026-11-23T20:00', 2, '2026-11-25T07:30'],
  ['over the weekend', '2026-11-26T06:30', 40, '2026-11-30T17:00'],
])('open time is added %s', (_, from, hours, to) => {
  expect(addOpenTime(studio, Date.parse(`${from}+05:30`), hours * HOUR)).toBe(Date.parse(`${to}+05:30`))
})

test.each<[string, Calendar, string, string, number]>([
  ['London loses an hour', daily('Europe/London', ['00:00', '24:00']), '2026-03-29', '2026-03-30', 23],
  ['London gains an hour', daily('Europe/London', ['00:00', '24:00']), '2026-10-25', '2026-10-26', 25],
  ['New York loses an hour', daily('America/New_York', ['00:00', '24:00']), '2026-03-08', '2026-03-09', 23],
  ['New York gains an hour', daily('America/New_York', ['00:00', '24:00']), '2026-11-01', '2026-11-02', 25],
  ['a working day is as long as ever', daily('Europe/London', ['09:00', '17:00']), '2026-03-29', '2026-03-30', 8],
  ['closing within the lost hour', daily('Europe/London', ['00:30', '01:30']), '2026-03-29', '2026-03-30', 0.5],
  ['opening within the lost hour', daily('Europe/London', ['01:30', '03:00']), '2026-03-29', '2026-03-30', 1],
  ['opening as the hour is lost', daily('Europe/London', ['01:00', '03:00']), '2026-03-29', '2026-03-30', 1],
  ['all within the lost hour', daily('Europe/London', ['01:15', '01:45']), '2026-03-29', '2026-03-30', 0],
  ['opening within the double hour', daily('Europe/London', ['01:30', '03:00']), '2026-10-25', '2026-10-26', 2.5],
  ['a day without midnight', daily('America/Sao_Paulo', ['00:00', '24:00']), '2018-11-04', '2018-11-05', 23],
  ['a day that never was', daily('Pacific/Apia', ['00:00', '12:00']), '2011-12-30', '2011-12-31', 0],
  ['past midnight', daily('Asia/Kolkata', ['00:00', '02:00'], ['22:00', '24:00']), '2026-11-23', '2026-11-25', 8],
])('%s', (_, calendar, first, last, hours) => {
  const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(calendar.timeZone).epochMilliseconds
  expect(openTimeBetween(calendar, startOf(first), startOf(last))).toBe(hours * HOUR)
})

test('clocks that change overnight move the due time on the wall, not the open time', () => {
  const office = daily('Europe/London', ['09:00', '17:00'])
  expect(addOpenTime(office, Date.parse('2026-03-28T16:00:00Z'), 2 * HOUR)).toBe(Date.parse('2026-03-29T09:00:00Z'))
})

test('a calendar that never opens answers at once', () => {
  const closed = { ...studio, hours: [] }
  expect(addOpenTime(closed, 0, 1)).toBeNull()
  expect(openTimeBetween(closed, 0, 1e13)).toBe(0)
})

test('nothing to add is already reached, and time does not run backwards', () => {
  const night = Date.parse('2026-11-23T03:00:00+05:30')
  expect(addOpenTime(studio, night, 0)).toBe(night)
  expect(openTimeBetween(studio, night + 24 * HOUR, night)).toBe(0)
})

test('minute by minute, it is open when the clock on the wall says so', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      fc.constantFrom('2026-03-08', '2026-03-28', '2026-10-24', '2026-11-01'),
      (calendar, day) => {
        const start = Temporal.PlainDate.from(day).toZonedDateTime(calendar.timeZone)
        const end = start.add({ days: 3 })
        let minutes = 0
        for (let at = start.epochMilliseconds; at < end.epochMilliseconds; at += 15 * 60_000) {
          if (isOpenOnTheWall(calendar, at)) minutes += 15
        }
        expect(openTimeBetween(calendar, start.epochMilliseconds, end.epochMilliseconds)).toBe(minutes * 60_000)
      },
    ),
    { numRuns: 100 },
  )
})

test('what was added is what is measured, and not a millisecond earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 80 * HOUR }), (calendar, start, ms) => {
      const end = addOpenTime(calendar, start, ms) ?? Number.NaN
      expect(openTimeBetween(calendar, start, end)).toBe(ms)
      expect(openTimeBetween(calendar, start, end - 1)).toBe(ms - 1)
    }),
  )
})

test('two stretches measure as much as both together', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.nat(400 * HOUR), fc.nat(400 * HOUR), (calendar, start, first, second) => {
      const [middle, end] = [start + first, start + first + second]
      expect(openTimeBetween(calendar, start, middle) + openTimeBetween(calendar, middle, end)).toBe(
        openTimeBetween(calendar, start, end),
      )
    }),
  )
})

test('six months are measured in well under a millisecond, also with a calendar just loaded', () => {
  const start = Date.parse('2026-03-01T04:00:00Z')
  openTimeBetween(studio, start, start + 183 * 24 * HOUR)
  const began = performance.now()
  for (let i = 0; i < 200; i++) openTimeBetween({ ...studio }, start, start + 183 * 24 * HOUR)
  expect((performance.now() - began) / 200).toBeLessThan(1)
})

test.each<[string, Partial<Calendar>, string[]]>([
  ['a good one', {}, []],
  ['no such zone', { timeZone: 'Asia/Bandra' }, ['timeZone']],
  ['never open', { hours: [] }, ['hours']],
  ['an eighth day', { hours: [{ day: 7, from: '09:00', to: '10:00' }] }, ['hours.0.day']],
  ['a short time', { hours: [{ day: 1, from: '9:00', to: '10:00' }] }, ['hours.0.from', 'hours.0.to']],
  ['a 25th hour', { hours: [{ day: 1, from: '09:00', to: '24:30' }] }, ['hours.0.to']],
  ['opening at 24:00', { hours: [{ day: 1, from: '24:00', to: '24:00' }] }, ['hours.0.from', 'hours.0.to']],
  ['no time at all', { hours: [{ day: 1, from: '09:00', to: '09:00' }] }, ['hours.0.to']],
  [
    'overlapping',
    { hours: ['09:00', '10:00', '11:00'].map((from) => ({ day: 1, from, to: '11:00' })).slice(0, 2) },
    ['hours.1.from'],
  ],
  ['a day that is none', { holidays: ['2026-02-30'] }, ['holidays.0']],
])('checked: %s', (_, change, paths) => {
  expect(checkCalendar({ ...studio, ...change }).map(({ path }) => path)).toEqual(paths)
})

function isOpenOnTheWall(calendar: Calendar, at: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone)
  const time = local.toPlainTime().toString().slice(0, 5)
  return (
    !calendar.holidays.includes(local.toPlainDate().toString()) &&
    calendar.hours.some(({ day, from, to }) => day === local.dayOfWeek % 7 && from <= time && time < to)
  )
}

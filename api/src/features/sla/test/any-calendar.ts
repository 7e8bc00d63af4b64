import fc from 'fast-check'
import type { Calendar } from '../calendar.ts'

export const HOUR = 3_600_000

/** As a studio opens: mornings and evenings, shorter on Sundays. */
export const studio: Calendar = {
  name: 'Kemps',
  timeZone: 'Asia/Kolkata',
  hours: [
    { day: 0, from: '08:00', to: '12:00' },
    ...[1, 2, 3, 4, 5, 6].flatMap((day) => [
      { day, from: '06:30', to: '11:30' },
      { day, from: '16:00', to: '21:00' },
    ]),
  ],
  holidays: ['2026-11-24'],
}

const evenHours = ['00:00', '02:00', '04:00', '06:00', '08:00', '10:00', '12:00', '14:00', '16:00', '20:00', '24:00']

/** Up to two ranges a day between even hours, so that none begins or ends in an hour the clocks show twice. */
const anyDay = (day: number) =>
  fc.subarray(evenHours, { minLength: 0, maxLength: 4 }).map((times) => {
    const pairs = times.length % 2 === 0 ? times : times.slice(1)
    return pairs.flatMap((from, index) => (index % 2 === 0 ? [{ day, from, to: pairs[index + 1] ?? '24:00' }] : []))
  })

const anyWeek = fc
  .tuple(...[0, 1, 2, 3, 4, 5, 6].map(anyDay))
  .map((days) => days.flat())
  .filter((hours) => hours.length > 0)

/** Opens at least once a week, in a zone with or without daylight saving, with a few holidays in 2026. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  name: fc.constant('Any'),
  timeZone: fc.constantFrom('Asia/Kolkata', 'Europe/London', 'America/New_York'),
  hours: anyWeek,
  holidays: fc.subarray(['2026-03-09', '2026-03-30', '2026-08-15', '2026-10-26', '2026-11-01']),
})

/** Epoch milliseconds in 2026, more often near the days on which clocks change. */
export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
  fc.integer({ min: Date.UTC(2026, 2, 6), max: Date.UTC(2026, 2, 10) }),
  fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 10, 3) }),
)

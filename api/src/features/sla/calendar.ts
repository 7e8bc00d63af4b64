import type { FieldError } from '@physique57/contracts'
import { z } from 'zod'
import { daysOf } from './zone-days.ts'

/** Opening hours on the clocks of a zone. Several ranges a day; one past midnight is two: until 24:00 and from 00:00. */
export type Calendar = {
  readonly name: string
  /** IANA, such as Asia/Kolkata. */
  readonly timeZone: string
  /** `day` 0 is Sunday; `from` and `to` as HH:MM, `to` up to 24:00. */
  readonly hours: readonly { readonly day: number; readonly from: string; readonly to: string }[]
  /** Closed all day, YYYY-MM-DD. */
  readonly holidays: readonly string[]
}

/** A stretch of time, epoch milliseconds, `to` not included. */
export type Range = { from: number; to: number }

const CENTURY = 100 * 366 * 86_400_000

/** When it is open between two instants (epoch milliseconds), in order, cut at both ends. */
export function* openRanges(calendar: Calendar, from: number, to: number): Generator<Range> {
  const { week, holidays } = readCalendar(calendar)
  if (calendar.hours.length === 0) return

  const zone = daysOf(calendar.timeZone)
  for (let day = zone.dayOf(from); zone.startOf(day) < to; day++) {
    if (holidays.has(day)) continue
    for (const range of week[weekday(day)] ?? []) {
      const opens = Math.max(from, zone.instantAt(day, range.from))
      const closes = Math.min(to, zone.instantAt(day, range.to))
      if (opens < closes) yield { from: opens, to: closes }
    }
  }
}

/** The earliest instant by which it was open for `ms` since `start`; null if it does not open that long in a century. */
export function addOpenTime(calendar: Calendar, start: number, ms: number): number | null {
  if (ms <= 0) return start
  let left = ms
  for (const { from, to } of openRanges(calendar, start, start + CENTURY)) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  return null
}

/** Milliseconds it was open between two instants; 0 when `to` is not after `from`. */
export function openTimeBetween(calendar: Calendar, from: number, to: number): number {
  const zone = daysOf(calendar.timeZone)
  const [first, last] = [zone.dayOf(from), zone.dayOf(to)]
  if (last <= first) return lengthOf(openRanges(calendar, from, to))

  let open = lengthOf(openRanges(calendar, from, zone.startOf(first + 1)))
  for (let day = first + 1; day < last; day++) open += openOn(calendar, day)
  return open + lengthOf(openRanges(calendar, zone.startOf(last), to))
}

/** Of a whole day; looked up once, since lists measure clocks that have run for months. */
function openOn(calendar: Calendar, day: number): number {
  const { open } = readCalendar(calendar)
  const known = open.get(day)
  if (known !== undefined) return known

  const { startOf } = daysOf(calendar.timeZone)
  const length = lengthOf(openRanges(calendar, startOf(day), startOf(day + 1)))
  open.set(day, length)
  return length
}

function lengthOf(ranges: Iterable<Range>): number {
  let length = 0
  for (const { from, to } of ranges) length += to - from
  return length
}

/** What is wrong with a calendar, by path (`hours.0.to`). The functions above expect one without errors. */
export function checkCalendar({ timeZone, hours, holidays }: Calendar): FieldError[] {
  const when = (wrong: boolean, path: string, message: string) => (wrong ? [{ path, message }] : [])
  return [
    ...when(!isTimeZone(timeZone), 'timeZone', 'Not a time zone, such as Asia/Kolkata'),
    ...when(hours.length === 0, 'hours', 'Open at least once a week'),
    ...hours.flatMap(({ day, from, to }, index) => [
      ...when(!Number.isInteger(day) || day < 0 || day > 6, `hours.${index}.day`, 'A day is 0 (Sunday) to 6'),
      ...when(!isTime(from), `hours.${index}.from`, 'A time is written as 06:30'),
      ...when(!isTime(to) && to !== '24:00', `hours.${index}.to`, 'A time is written as 21:00, midnight as 24:00'),
      ...when(from >= to, `hours.${index}.to`, 'Closes before it opens'),
      ...when(
        hours.slice(0, index).some((other) => other.day === day && other.from < to && from < other.to),
        `hours.${index}.from`,
        'Overlaps with other hours of this day',
      ),
    ]),
    ...holidays.flatMap((day, index) =>
      when(!z.iso.date().safeParse(day).success, `holidays.${index}`, 'A day is written as 2026-08-15'),
    ),
  ]
}

type MinutesOfDay = { from: number; to: number }
type ReadCalendar = { week: MinutesOfDay[][]; holidays: Set<number>; open: Map<number, number> }

const read = new WeakMap<Calendar, ReadCalendar>()

/** Texts to numbers, once per calendar object. */
function readCalendar(calendar: Calendar): ReadCalendar {
  const known = read.get(calendar)
  if (known) return known

  const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    calendar.hours
      .filter((range) => range.day === day)
      .map(({ from, to }) => ({ from: minuteOfDay(from), to: minuteOfDay(to) }))
      .sort((a, b) => a.from - b.from),
  )
  const holidays = new Set(calendar.holidays.map((day) => Date.parse(day) / 86_400_000))
  const numbers = { week, holidays, open: new Map<number, number>() }
  read.set(calendar, numbers)
  return numbers
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)

function isTimeZone(name: string): boolean {
  try {
    daysOf(name).startOf(0)
    return true
  } catch {
    return false
  }
}

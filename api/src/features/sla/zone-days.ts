import { Temporal } from 'temporal-polyfill'

const DAY = 86_400_000
const MINUTE = 60_000

/** A time zone's days, numbered from 1970-01-01; instants are epoch milliseconds. */
export type ZoneDays = {
  /** The first instant of a day; not every day has a midnight. */
  startOf: (day: number) => number
  dayOf: (instant: number) => number
  /** A time the clocks skip that day is the instant at which they skip it; one they show twice is the first. */
  instantAt: (day: number, minuteOfDay: number) => number
}

const zones = new Map<string, ZoneDays>()

/** Days of an IANA zone, each looked up once per process. @throws RangeError for an unknown zone. */
export function daysOf(timeZone: string): ZoneDays {
  const zone = zones.get(timeZone) ?? rememberDays(timeZone)
  zones.set(timeZone, zone)
  return zone
}

function rememberDays(timeZone: string): ZoneDays {
  const starts = new Map<number, number>()

  const startOf = (day: number): number => {
    const known = starts.get(day)
    if (known !== undefined) return known
    const start = dateOf(day).toZonedDateTime(timeZone).epochMilliseconds
    starts.set(day, start)
    return start
  }

  const dayOf = (instant: number): number => {
    let day = Math.floor(instant / DAY) + 1
    while (startOf(day) > instant) day--
    return day
  }

  const instantAt = (day: number, minuteOfDay: number): number => {
    const [start, end] = [startOf(day), startOf(day + 1)]
    if (minuteOfDay === 24 * 60) return end
    return end - start === DAY ? start + minuteOfDay * MINUTE : instantOnChangingDay(timeZone, day, minuteOfDay)
  }

  return { startOf, dayOf, instantAt }
}

function instantOnChangingDay(timeZone: string, day: number, minuteOfDay: number): number {
  const wanted = dateOf(day).toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds
  // "Previous" is strictly before, and the first skipped minute is found at the very instant of the skip.
  const skip = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return skip?.epochMilliseconds ?? found.epochMilliseconds
}

const dateOf = (day: number) => Temporal.PlainDate.from(new Date(day * DAY).toISOString().slice(0, 10))

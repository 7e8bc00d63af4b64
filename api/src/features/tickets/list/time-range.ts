import { daysOf } from '../../sla/zone-days.ts'

/** From a moment up to, but not including, another. */
export interface TimeRange {
  from: Date
  to: Date
}

interface AskedAt {
  now: Date
  /** Whose days, weeks and months are meant. */
  timeZone: string
  /** `2h` is the next two hours, not the last. */
  liesAhead: boolean
}

const lengths = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

/** What `2h`, `today`, `last-week`, `2026-11-22`, `2026-11-22..2026-11-24` or an instant of a filter means; see isValueOf for all of them. */
export function rangeOf(value: string, { now, timeZone, liesAhead }: AskedAt): TimeRange {
  const duration = /^(\d+)([mhdw])$/.exec(value)
  if (duration) {
    const length = Number(duration[1]) * lengths[duration[2] as keyof typeof lengths]
    return liesAhead
      ? { from: now, to: new Date(now.getTime() + length) }
      : { from: new Date(now.getTime() - length), to: now }
  }
  if (value.includes('T')) return { from: new Date(value), to: new Date(Date.parse(value) + 1) }

  const { startOf, dayOf } = daysOf(timeZone)
  const today = dayOf(now.getTime())
  const [start = value, end = start] = value.split('..')
  const [[first], [, next]] = [daysIn(start, today), daysIn(end, today)]
  return { from: new Date(startOf(first)), to: new Date(startOf(next)) }
}

/** The moment that "before" and "after" are about: of a duration the far end, of a day its start. */
export function momentOf(value: string, at: AskedAt): Date {
  const { from, to } = rangeOf(value, at)
  return at.liesAhead && /^\d+[mhdw]$/.test(value) ? to : from
}

/** The day on which that moment is. */
export const dayFor = (value: string, at: AskedAt): string =>
  new Date(daysOf(at.timeZone).dayOf(momentOf(value, at).getTime()) * lengths.d).toISOString().slice(0, 10)

/** Days are numbered from 1970-01-01, a Thursday; weeks begin on Monday. */
function daysIn(value: string, today: number): [first: number, next: number] {
  const monday = today - ((today + 3) % 7)
  switch (value) {
    case 'today':
      return [today, today + 1]
    case 'yesterday':
      return [today - 1, today]
    case 'tomorrow':
      return [today + 1, today + 2]
    case 'this-week':
      return [monday, monday + 7]
    case 'last-week':
      return [monday - 7, monday]
    case 'next-week':
      return [monday + 7, monday + 14]
    case 'this-month':
      return [firstOfMonth(today, 0), firstOfMonth(today, 1)]
    case 'last-month':
      return [firstOfMonth(today, -1), firstOfMonth(today, 0)]
    default: {
      const day = Date.parse(value) / lengths.d
      return [day, day + 1]
    }
  }
}

function firstOfMonth(day: number, later: number): number {
  const date = new Date(day * lengths.d)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / lengths.d
}

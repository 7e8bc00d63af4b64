import type { CalendarBy } from '@physique57/contracts'
import type { CalendarView } from './calendar-view.ts'
import { addDays } from './calendar-view.ts'

const words = (options: Intl.DateTimeFormatOptions) => {
  // days have no zone: they are written as they are, whoever reads them where
  const format = new Intl.DateTimeFormat('en-IN', { ...options, timeZone: 'UTC' })
  return (day: string) => format.format(new Date(day))
}

/** `Monday, 23 November 2026` */
export const longDay = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** `Mon` */
export const weekday = words({ weekday: 'short' })
export const dayOfMonth = (day: string): string => String(Number(day.slice(8)))
const month = words({ month: 'long', year: 'numeric' })
const dayAndMonth = words({ day: 'numeric', month: 'long' })
const withYear = words({ day: 'numeric', month: 'long', year: 'numeric' })

/** What the calendar shows: `November 2026`, `23 November – 29 November 2026`, `Monday, 23 November 2026`. */
export function stretchInWords({ span, at, from, to }: CalendarView): string {
  switch (span) {
    case 'month':
      return month(at)
    case 'week':
      return `${dayAndMonth(from)} – ${withYear(addDays(to, -1))}`
    case 'day':
      return longDay(at)
  }
}

/** By what a ticket has its place, as the menu says it. */
export const byLabel: Record<CalendarBy, string> = { due: 'Due', created: 'Created', followUp: 'Follow-up' }

/** The field of a filter that says the same. */
export const byField = { due: 'due', created: 'created', followUp: 'followup' } as const satisfies Record<
  CalendarBy,
  string
>

import type { CalendarBy } from '@physique57/contracts'
import type { TicketSearch } from '../tickets/ticket-search.ts'

export type CalendarSpan = NonNullable<TicketSearch['span']>

/** What the calendar shows: days from `from` up to, but not including, `to`. Days are written `2026-11-23`. */
export interface CalendarView {
  by: CalendarBy
  span: CalendarSpan
  /** The day somebody is at; of a month, any of it. */
  at: string
  from: string
  to: string
  perDay: number
}

/** As many of a day as fit; the others are counted. */
const perDay = { month: 4, week: 20, day: 100 } as const

const DAY = 86_400_000

/** On a phone there is a day, and the days around it to choose from. */
export function calendarView({ by = 'due', span = 'month', at }: TicketSearch, today: string): CalendarView {
  const day = at ?? today
  const [from, to] = stretch[span](day)
  return { by, span, at: day, from, to, perDay: perDay[span] }
}

const stretch: Record<CalendarSpan, (day: string) => [from: string, to: string]> = {
  day: (day) => [day, addDays(day, 1)],
  week: (day) => [mondayOf(day), addDays(mondayOf(day), 7)],
  // whole weeks, five or six of them
  month: (day) => {
    const from = mondayOf(`${day.slice(0, 7)}-01`)
    return [from, addDays(mondayOf(addDays(addMonths(day, 1), -1)), 7)]
  },
}

/** The same view one step later (1) or earlier (−1). */
export function stepped(view: CalendarView, by: 1 | -1): string {
  switch (view.span) {
    case 'day':
      return addDays(view.at, by)
    case 'week':
      return addDays(view.at, 7 * by)
    case 'month':
      return addMonths(view.at, by)
  }
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The first of another month. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/** Weeks begin on Monday. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

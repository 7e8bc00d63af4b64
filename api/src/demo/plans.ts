import type { Priority } from '@physique57/contracts'
import { type Calendar, openRanges } from '../features/sla/calendar.ts'
import type { Random } from './random.ts'

/** How a story is to end by now. */
export type Ending =
  | 'queued'
  | 'assigned'
  | 'in_progress'
  | 'pending'
  | 'resolved'
  | 'closed'
  | 'reopened'
  | 'taken_up_again'
  | 'closed_twice'

export interface Plan {
  ending: Ending
  /** Before now. */
  ageHours: number
  priority?: Priority
  /** Logged at exactly this age, to stand where somebody looks: due soon, or just overdue. */
  isExact?: true
}

const DAYS = 24

/** Always there, whatever the time is: a clock in each state on a list that is looked at now. */
const exact: readonly Omit<Plan, 'isExact'>[] = [
  { ending: 'assigned', ageHours: 0.3, priority: 'critical' },
  { ending: 'in_progress', ageHours: 3.3, priority: 'critical' },
  { ending: 'in_progress', ageHours: 5.5, priority: 'critical' },
  { ending: 'assigned', ageHours: 0.1, priority: 'medium' },
  { ending: 'assigned', ageHours: 0.5, priority: 'high' },
  { ending: 'assigned', ageHours: 1.6, priority: 'high' },
  { ending: 'assigned', ageHours: 2.4, priority: 'high' },
  { ending: 'in_progress', ageHours: 4, priority: 'high' },
  { ending: 'in_progress', ageHours: 11, priority: 'high' },
  { ending: 'in_progress', ageHours: 19, priority: 'high' },
  { ending: 'in_progress', ageHours: 22.5, priority: 'high' },
  { ending: 'assigned', ageHours: 26, priority: 'high' },
  { ending: 'in_progress', ageHours: 31, priority: 'high' },
  { ending: 'in_progress', ageHours: 53, priority: 'high' },
  { ending: 'queued', ageHours: 0.6, priority: 'medium' },
  { ending: 'queued', ageHours: 1.2, priority: 'high' },
]

const spread: { ending: Ending; count: number; hours: [from: number, to: number] }[] = [
  { ending: 'queued', count: 6, hours: [2, 30] },
  { ending: 'assigned', count: 16, hours: [0.5, 16] },
  { ending: 'in_progress', count: 24, hours: [3, 44] },
  { ending: 'pending', count: 14, hours: [10, 9 * DAYS] },
  { ending: 'reopened', count: 7, hours: [6 * DAYS, 20 * DAYS] },
  { ending: 'taken_up_again', count: 5, hours: [6 * DAYS, 20 * DAYS] },
  { ending: 'resolved', count: 30, hours: [2 * DAYS, 7 * DAYS] },
  { ending: 'closed_twice', count: 18, hours: [30 * DAYS, 182 * DAYS] },
  { ending: 'closed', count: 264, hours: [9 * DAYS, 182 * DAYS] },
]

/** Oldest first. */
export function plans(random: Random): Plan[] {
  const rest = spread.flatMap(({ ending, count, hours: [from, to] }) =>
    Array.from(
      { length: count },
      (_, index): Plan => ({ ending, ageHours: from + ((index + random.next()) / count) * (to - from) }),
    ),
  )
  return [...exact.map((plan): Plan => ({ ...plan, isExact: true })), ...rest].sort((a, b) => b.ageHours - a.ageHours)
}

/** When it was logged: at that age, but while the studio was open. */
export function loggedAt({ ageHours, isExact }: Plan, hours: Calendar, now: Date, random: Random): Date {
  const wanted = now.getTime() - ageHours * 3_600_000
  if (isExact) return new Date(wanted)
  const open = [...openRanges(hours, wanted - 3 * 86_400_000, wanted)].at(-1)
  if (!open) return new Date(wanted)
  const isInside = open.to === wanted
  return new Date(isInside ? wanted : open.from + Math.floor(random.next() * (open.to - open.from)))
}

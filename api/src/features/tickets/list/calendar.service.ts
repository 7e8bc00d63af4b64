import { type CalendarDay, calendarDayCap, type layouts, type Received } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly } from '../../../db/transaction.ts'
import { daysOf } from '../../sla/zone-days.ts'
import { viewSummaries } from '../ticket-view.ts'
import { type DayRange, findTicketsByDay } from './calendar.queries.ts'
import { readWanted } from './wanted-tickets.ts'

/** What the list would show, laid out by the days of whoever asks: of each the first few, and how many there are. */
export function showCalendar(
  ctx: Context,
  { by, from, to, perDay, ...filters }: Received<typeof layouts.calendar>['query'],
): Promise<{ days: CalendarDay[] }> {
  return readOnly(ctx, async (tx) => {
    const days = daysBetween(from, to, tx.actor.timeZone)
    const rows = await findTicketsByDay(tx.db, tx, await readWanted(tx, filters), { by, days, perDay })
    const tickets = await viewSummaries(
      tx,
      rows.map(({ id }) => id),
    )
    const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]))
    return {
      days: days.map(({ date }) => {
        const ofDay = rows.filter((row) => row.date === date)
        const total = ofDay[0]?.total ?? 0
        return {
          date,
          items: ofDay.flatMap(({ id, at }) => {
            const ticket = byId.get(id)
            return ticket ? [{ at: at.toISOString(), ticket }] : []
          }),
          total: Math.min(total, calendarDayCap),
          totalIsCapped: total > calendarDayCap,
        }
      }),
    }
  })
}

const DAY = 86_400_000

function daysBetween(from: string, to: string, timeZone: string): DayRange[] {
  const { startOf } = daysOf(timeZone)
  const [first, end] = [Date.parse(from) / DAY, Date.parse(to) / DAY]
  return Array.from({ length: end - first }, (_, index) => ({
    date: new Date((first + index) * DAY).toISOString().slice(0, 10),
    from: new Date(startOf(first + index)),
    to: new Date(startOf(first + index + 1)),
  }))
}

import { z } from 'zod'
import { Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'
import { CalendarBy, TicketFilters } from './ticket-filters.ts'
import { TicketStatus } from './ticket-status.ts'
import { TicketSummary } from './tickets.ts'

/** A month with the days around it. */
export const MOST_CALENDAR_DAYS = 42
/** In one answer; more of them on a day are counted, not shown. */
export const MOST_CALENDAR_TICKETS = 500
/** A day's tickets are counted up to here. */
export const calendarDayCap = 1_000

const DAY = 86_400_000
const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', { error: 'Not a year we keep' })

export const BoardColumn = z.object({
  status: TicketStatus,
  items: z.array(TicketSummary),
  /** For `GET /tickets` with the same filters and `status:<this>` among them. */
  nextCursor: z.string().nullable(),
  /** Exact up to 10,000. */
  total: z.int(),
  totalIsCapped: z.boolean(),
})
export type BoardColumn = z.infer<typeof BoardColumn>

export const Board = z.object({
  /** One for each status that the filters leave possible, in the order of a ticket's life; also when it is empty. */
  columns: z.array(BoardColumn),
  total: z.int(),
  totalIsCapped: z.boolean(),
})
export type Board = z.infer<typeof Board>

export const CalendarDay = z.object({
  /** Of the caller's time zone. */
  date: z.iso.date(),
  /** The first of the day, by time. */
  items: z.array(z.object({ at: Timestamp, ticket: TicketSummary })),
  total: z.int(),
  totalIsCapped: z.boolean(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** The list's tickets, laid out in other ways. */
export const layouts = {
  board: endpoint({
    method: 'GET',
    path: '/tickets/board',
    summary: 'The first tickets of each status, and how many there are',
    query: TicketFilters.omit({ cursor: true }).extend({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    response: Board,
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/tickets/calendar',
    summary: 'The first tickets of each day in a stretch of days, and how many there are',
    query: TicketFilters.omit({ cursor: true, limit: true, sort: true })
      .extend({
        by: CalendarBy.default('due'),
        from: Day,
        /** The day after the last. */
        to: Day,
        perDay: z.coerce.number().int().min(1).max(100).default(5),
      })
      .refine(({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= MOST_CALENDAR_DAYS * DAY, {
        error: `From one to ${MOST_CALENDAR_DAYS} days`,
        path: ['to'],
      })
      .refine(({ from, to, perDay }) => ((Date.parse(to) - Date.parse(from)) / DAY) * perDay <= MOST_CALENDAR_TICKETS, {
        error: `At most ${MOST_CALENDAR_TICKETS} tickets at once`,
        path: ['perDay'],
      }),
    response: z.object({
      /** All of the stretch, also those without tickets. */
      days: z.array(CalendarDay),
    }),
  }),
}

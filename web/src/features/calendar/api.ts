import { layouts, type TicketFiltersSent } from '@physique57/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { CalendarView } from './calendar-view.ts'

/** The days in sight, each with its first tickets and how many it has. */
export const calendarQuery = ({ sort: _, ...filters }: TicketFiltersSent, view: CalendarView) =>
  queryOptions({
    queryKey: ['tickets', 'list', 'calendar', filters, view] as const,
    queryFn: async ({ signal }) => {
      const { by, from, to, perDay } = view
      return (await call(layouts.calendar, { query: { ...filters, by, from, to, perDay }, signal })).days
    },
    placeholderData: keepPreviousData,
  })

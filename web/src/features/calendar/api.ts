import { layouts, type TicketFiltersSent, tickets } from '@physique57/contracts'
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

/** When the nearest ticket outside of the days in sight has its place: the next that is due, or the latest created before. */
export const nearestQuery = ({ sort: _, ...filters }: TicketFiltersSent, { by, from, to }: CalendarView) =>
  queryOptions({
    queryKey: ['tickets', 'list', 'nearest', filters, by, from, to] as const,
    queryFn: async ({ signal }): Promise<string | null> => {
      const beyond = by === 'due' ? `due:>${to}` : `created:<${from}`
      const filter = [filters.filter, beyond].filter(Boolean).join(' ')
      const sort = by === 'due' ? 'dueAt' : '-createdAt'
      const [nearest] = (await call(tickets.list, { query: { ...filters, filter, sort, limit: 1 }, signal })).items
      return (by === 'due' ? nearest?.resolution?.dueAt : nearest?.createdAt) ?? null
    },
    // follow-ups have no order of their own
    enabled: by !== 'followUp',
  })

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { localFromInstant } from '../../../lib/format.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import { ticketQueries } from '../../tickets/api.ts'
import type { TicketsLayoutProps } from '../../tickets/list/ticket-list.tsx'
import TicketListEmpty from '../../tickets/list/ticket-list-empty.tsx'
import { useListKeys } from '../../tickets/list/use-list-keys.ts'
import { filtersOf } from '../../tickets/ticket-search.ts'
import { calendarQuery } from '../api.ts'
import { type CalendarView, calendarView } from '../calendar-view.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { CalendarEmpty } from './calendar-empty.tsx'
import { CalendarFoot } from './calendar-foot.tsx'
import { CalendarSkeleton } from './calendar-skeleton.tsx'
import { DayAgenda } from './day-agenda.tsx'
import { MonthGrid } from './month-grid.tsx'
import { WeekColumns } from './week-columns.tsx'
import { WeekStrip } from './week-strip.tsx'

/** The list's tickets on the days they are due, were created or are to be followed up. */
export default function TicketCalendar({ search, onChange }: TicketsLayoutProps) {
  const zone = useTimeZone()
  const today = localFromInstant(new Date(useNow()).toISOString(), zone).slice(0, 10)
  const isPhone = useIsPhone()
  const view = isPhone ? phoneView(calendarView({ ...search, span: 'week' }, today)) : calendarView(search, today)
  const filters = filtersOf(search)
  const query = useQuery(calendarQuery(filters, view))
  const total = useQuery(ticketQueries.total(filters)).data?.total
  const scroller = useRef<HTMLDivElement>(null)
  const days = query.data ?? []
  const tickets = () => days.flatMap(({ items }) => items.map(({ ticket }) => ticket))
  useListKeys({ group: 'Calendar', scroller, tickets })
  const day = days.find(({ date }) => date === view.at)
  if (total === 0) return <TicketListEmpty search={search} onChange={onChange} />
  return (
    <>
      <CalendarBar view={view} isPhone={isPhone} />
      {query.isPending ? (
        <CalendarSkeleton />
      ) : !query.data ? (
        <ErrorState error={query.error} title="The calendar could not be loaded" onRetry={() => void query.refetch()} />
      ) : (
        <>
          {days.every(({ total }) => total === 0) && <CalendarEmpty view={view} filters={filters} />}
          {isPhone && <WeekStrip days={days} at={view.at} today={today} />}
          <div
            ref={scroller}
            aria-busy={query.isPlaceholderData}
            className={cx('min-h-0 flex-1 overflow-auto', query.isPlaceholderData && quietClass)}
          >
            {view.span === 'month' ? (
              <MonthGrid days={days} by={view.by} month={view.at.slice(0, 7)} today={today} />
            ) : view.span === 'week' && !isPhone ? (
              <WeekColumns days={days} by={view.by} today={today} />
            ) : (
              day && <DayAgenda day={day} by={view.by} order={() => tickets().map(({ id }) => id)} />
            )}
          </div>
          <SelectionBar filters={filters} total={total ?? 0} />
          <CalendarFoot days={days} by={view.by} filters={filters} />
        </>
      )}
    </>
  )
}

/** A week at once, so that each of its days is there when it is tapped. */
const phoneView = (view: CalendarView): CalendarView => ({ ...view, perDay: 70 })

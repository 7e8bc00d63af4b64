import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { localFromInstant } from '../../../lib/format.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useNow } from '../../../lib/now.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import { toggleSelected } from '../../bulk/selection.ts'
import { ticketQueries } from '../../tickets/api.ts'
import type { TicketsLayoutProps } from '../../tickets/list/ticket-list.tsx'
import { moveFocus } from '../../tickets/list/use-list-place.ts'
import { filtersOf } from '../../tickets/ticket-search.ts'
import { calendarQuery } from '../api.ts'
import { type CalendarView, calendarView } from '../calendar-view.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { CalendarFoot } from './calendar-foot.tsx'
import { DayAgenda } from './day-agenda.tsx'
import { MonthGrid } from './month-grid.tsx'
import { WeekColumns } from './week-columns.tsx'
import { WeekStrip } from './week-strip.tsx'

/** The list's tickets on the days they are due, were created or are to be followed up. */
export default function TicketCalendar({ search }: Pick<TicketsLayoutProps, 'search'>) {
  const zone = useTimeZone()
  const today = localFromInstant(new Date(useNow()).toISOString(), zone).slice(0, 10)
  const isPhone = useIsPhone()
  const view = isPhone ? phoneView(calendarView({ ...search, span: 'week' }, today)) : calendarView(search, today)
  const filters = filtersOf(search)
  const query = useQuery(calendarQuery(filters, view))
  const total = useQuery(ticketQueries.total(filters)).data?.total ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  useShortcuts([
    { keys: 'J', label: 'Next ticket', group: 'Calendar', run: () => moveFocus(scroller.current, 1) },
    { keys: 'K', label: 'Previous ticket', group: 'Calendar', run: () => moveFocus(scroller.current, -1) },
    {
      keys: 'X',
      label: 'Select',
      group: 'Calendar',
      run: () => {
        const id = document.activeElement?.getAttribute('data-ticket')
        if (id) toggleSelected(id)
      },
    },
  ])
  const days = query.data ?? []
  const order = () => days.flatMap(({ items }) => items.map(({ ticket }) => ticket.id))
  const day = days.find(({ date }) => date === view.at)
  return (
    <>
      <CalendarBar view={view} isPhone={isPhone} />
      {query.isPending ? (
        <CalendarSkeleton />
      ) : !query.data ? (
        <ErrorState error={query.error} title="The calendar could not be loaded" onRetry={() => void query.refetch()} />
      ) : (
        <>
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
              day && <DayAgenda day={day} by={view.by} order={order} />
            )}
          </div>
          <SelectionBar filters={filters} total={total} />
          <CalendarFoot days={days} by={view.by} filters={filters} />
        </>
      )}
    </>
  )
}

/** A week at once, so that each of its days is there when it is tapped. */
const phoneView = (view: CalendarView): CalendarView => ({ ...view, perDay: 70 })

function CalendarSkeleton() {
  return (
    <Loading label="Loading the calendar" className="grid min-h-0 flex-1 grid-cols-7 overflow-hidden">
      {Array.from({ length: 35 }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={cell} className="grid content-start gap-3 border-line border-b border-l p-2">
          <Skeleton className="w-4" />
          <Skeleton className={cell % 3 === 0 ? 'w-full' : 'w-3/5'} />
        </div>
      ))}
    </Loading>
  )
}

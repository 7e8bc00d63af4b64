import type { TicketFiltersSent } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarSearch } from 'lucide-react'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { localFromInstant } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { nearestQuery } from '../api.ts'
import type { CalendarView } from '../calendar-view.ts'
import { longDay } from '../day-words.ts'

interface CalendarEmptyProps {
  view: CalendarView
  filters: TicketFiltersSent
}

/** Over days without a ticket: that there is none, and where the nearest one is. */
export function CalendarEmpty({ view, filters }: CalendarEmptyProps) {
  const zone = useTimeZone()
  const { data: at } = useQuery(nearestQuery(filters, view))
  const day = at && localFromInstant(at, zone).slice(0, 10)
  return (
    <p
      role="status"
      className="flex min-h-(--bar) flex-none flex-wrap items-center gap-x-2 border-line border-b bg-frame px-3 py-1 text-ink-2 text-sm touch:px-4 touch:text-base"
    >
      <CalendarSearch aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
      <span>No ticket of this view {saidOf[view.by]} in these days.</span>
      {day && (
        <Link
          to="/tickets"
          search={(search) => ({ ...search, at: day })}
          replace
          className={cx(textLinkClass, 'touch:inline-flex touch:min-h-11 touch:items-center')}
        >
          {view.by === 'created' ? 'The latest before' : 'The next'}: {longDay(day)}
        </Link>
      )}
    </p>
  )
}

const saidOf = { due: 'is due', created: 'was created', followUp: 'is to be followed up' }

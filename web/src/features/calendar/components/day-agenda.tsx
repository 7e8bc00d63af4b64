import type { CalendarBy, CalendarDay } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { CalendarCheck } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { formatTime } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { useIsSelected } from '../../bulk/selection.ts'
import { SelectCell } from '../../tickets/list/select-cell.tsx'
import { Priority } from '../../tickets/priority.tsx'
import { SlaChip } from '../../tickets/sla-chip.tsx'
import { Status } from '../../tickets/status.tsx'
import { TicketLink } from '../../tickets/ticket-link.tsx'
import { conditionsIn, withConditions } from '../../tickets/ticket-search.ts'
import { byField, longDay } from '../day-words.ts'
import type { Entry } from './calendar-entry.tsx'
import { ticketsInWords } from './day-links.tsx'

interface DayAgendaProps {
  day: CalendarDay
  by: CalendarBy
  order: () => string[]
}

/** The tickets of a day, by time. */
export function DayAgenda({ day, by, order }: DayAgendaProps) {
  if (day.total === 0)
    return (
      <EmptyState icon={CalendarCheck} title="Nothing on this day">
        No ticket of this view has its place on {longDay(day.date)}.
      </EmptyState>
    )
  return (
    <>
      <ul>
        {day.items.map((entry) => (
          <AgendaRow key={entry.ticket.id} entry={entry} order={order} />
        ))}
      </ul>
      {day.total > day.items.length && (
        <p className="p-3 text-ink-2 text-sm">
          The first {day.items.length} are shown.{' '}
          <Link
            to="/tickets"
            search={(search) => ({
              ...withConditions(search, [
                ...conditionsIn(search),
                { field: byField[by], operator: 'is', not: false, values: [day.date] },
              ]),
              layout: undefined,
            })}
            className={textLinkClass}
          >
            All {ticketsInWords(day)} in the list
          </Link>
        </p>
      )}
    </>
  )
}

function AgendaRow({ entry: { at, ticket }, order }: { entry: Entry; order: () => string[] }) {
  const zone = useTimeZone()
  const isSelected = useIsSelected(ticket.id)
  return (
    <li
      data-row
      className={cx(
        'group/row relative flex min-h-12 items-center gap-3 border-line border-b px-3 py-1.5 -outline-offset-2 outline-focus hover:bg-hover has-[a:focus-visible]:outline-2 touch:min-h-16 touch:px-4',
        isSelected && 'bg-accent-tint hover:bg-accent-tint',
      )}
    >
      <span className="max-md:hidden">
        <SelectCell ticket={ticket} order={order} />
      </span>
      <span className="num w-11 flex-none font-medium text-ink-2 text-sm touch:text-base">{formatTime(at, zone)}</span>
      <div className="min-w-0 flex-1">
        <TicketLink ticket={ticket} className="font-[450] touch:text-lg" />
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 text-ink-3 text-xs touch:text-sm">
          <Status status={ticket.status} className="text-xs! touch:text-sm!" />
          <Priority priority={ticket.priority} className="text-xs! touch:text-sm!" />
          <SlaChip clock={ticket.resolution} />
          <span className="clip">{ticket.studio.shortName}</span>
        </div>
      </div>
      <Avatar person={ticket.assignee} size={24} />
    </li>
  )
}

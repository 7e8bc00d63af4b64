import { type CalendarBy, type CalendarDay, statusLabel } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { cx } from '../../../lib/cx.ts'
import { formatTime } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { useIsSelected } from '../../bulk/selection.ts'
import { rememberTicket } from '../../search/recent.ts'
import { useListPlace } from '../../tickets/list/list-place.ts'
import { slaState } from '../../tickets/sla-state.ts'
import { StatusIcon } from '../../tickets/status.tsx'

export type Entry = CalendarDay['items'][number]

interface CalendarEntryProps {
  entry: Entry
  by: CalendarBy
  lines?: 1 | 3
}

/** A ticket at its time, in as little room as a day of a month has. */
export function CalendarEntry({ entry: { at, ticket }, by, lines = 1 }: CalendarEntryProps) {
  const zone = useTimeZone()
  const isSelected = useIsSelected(ticket.id)
  const isOver = by === 'due' && slaState(ticket.resolution, Date.now()) === 'over'
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      data-ticket={ticket.id}
      data-row
      title={`${ticket.title} (${ticket.key}, ${statusLabel[ticket.status]})`}
      onClick={() => {
        useListPlace.setState({ ticketId: ticket.id })
        rememberTicket(ticket)
      }}
      className={cx(
        'flex min-w-0 items-start gap-1 rounded-sm px-1 text-xs leading-5 hover:bg-hover focus-visible:-outline-offset-2',
        isSelected && 'bg-accent-tint',
      )}
    >
      <span className="flex h-5 items-center">
        <StatusIcon status={ticket.status} />
      </span>
      <span className="sr-only">
        {isOver ? 'Overdue, ' : ''}
        {statusLabel[ticket.status]},
      </span>
      <span className={cx('num flex-none', isOver ? 'font-medium text-sla-over' : 'text-ink-3')}>
        {formatTime(at, zone)}
      </span>
      <span className={cx('min-w-0 text-ink', lines === 1 ? 'clip' : 'line-clamp-3 [overflow-wrap:anywhere]')}>
        {ticket.title}
      </span>
    </Link>
  )
}

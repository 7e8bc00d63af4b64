import { Avatar } from '../../../components/ui/avatar.tsx'
import { goneClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { Priority } from './priority.tsx'
import { SlaChip } from './sla-chip.tsx'
import { Status } from './status.tsx'
import { TicketLink } from './ticket-link.tsx'
import type { TicketRowsData } from './ticket-table.tsx'

/** The list on a phone: two lines a ticket. */
export function TicketCards({ rows }: TicketRowsData) {
  return (
    <ul>
      {rows.map(({ item: ticket, isGone }) => (
        <li
          key={ticket.id}
          data-row
          className={cx(
            'relative grid min-h-16 content-center border-line border-b px-4 py-2 -outline-offset-2 outline-focus active:bg-hover has-[a:focus-visible]:outline-2',
            isGone && goneClass,
          )}
        >
          <div className="flex min-w-0 items-center gap-2.5">
            <TicketLink ticket={ticket} className="flex-1 font-[450] text-lg" />
            <Avatar person={ticket.assignee} size={20} />
          </div>
          <div className="flex h-6 min-w-0 items-center gap-2.5">
            {isGone ? (
              <span className="text-ink-3 text-sm">Left this view</span>
            ) : (
              <SlaChip clock={ticket.resolution} />
            )}
            <Priority priority={ticket.priority} />
            <Status status={ticket.status} className="min-w-0" />
            <span className="ml-auto flex-none text-ink-2 text-sm">{ticket.studio.shortName}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

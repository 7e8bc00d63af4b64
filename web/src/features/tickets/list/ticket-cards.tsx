import type { TicketSummary } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { Priority } from '../priority.tsx'
import { SlaChip } from '../sla-chip.tsx'
import { Status } from '../status.tsx'
import { TicketLink } from '../ticket-link.tsx'
import { rowHeights } from './row-heights.ts'
import type { TicketRowsData } from './ticket-table.tsx'
import { useRowWindow } from './use-row-window.tsx'

/** The list on a phone: two lines a ticket. */
export function TicketCards({ rows, scroller }: TicketRowsData) {
  const { body, pieces, watcher } = useRowWindow<HTMLUListElement>({
    count: rows.length,
    rowHeight: rowHeights.card,
    scroller,
  })
  return (
    <>
      {watcher}
      <ul ref={body}>
        {pieces.map((piece) => {
          if ('gap' in piece)
            return <li key={`gap ${piece.from}`} aria-hidden="true" style={{ height: piece.gap * rowHeights.card }} />
          const row = rows[piece.index]
          return row && <Card key={row.item.id} index={piece.index} count={rows.length} {...row} />
        })}
      </ul>
    </>
  )
}

interface CardProps {
  item: TicketSummary
  isGone: boolean
  index: number
  count: number
}

function Card({ item: ticket, isGone, index, count }: CardProps) {
  return (
    <li
      data-row={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={cx(
        'relative grid h-17 content-center border-line border-b px-4 -outline-offset-2 outline-focus active:bg-hover has-[a:focus-visible]:outline-2',
        isGone && quietClass,
      )}
    >
      <div className="flex min-w-0 items-center gap-2.5">
        <TicketLink ticket={ticket} className="flex-1 font-[450] text-lg" />
        <Avatar person={ticket.assignee} size={20} />
      </div>
      <div className="flex h-6 min-w-0 items-center gap-2.5">
        {isGone ? <span className="text-ink-3 text-sm">Left this view</span> : <SlaChip clock={ticket.resolution} />}
        <Priority priority={ticket.priority} />
        <Status status={ticket.status} className="min-w-0" />
        <span className="ml-auto flex-none text-ink-2 text-sm">{ticket.studio.shortName}</span>
      </div>
    </li>
  )
}

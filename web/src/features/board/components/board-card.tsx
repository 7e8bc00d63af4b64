import { useDraggable } from '@dnd-kit/core'
import type { TicketStatus, TicketSummary } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsSelected } from '../../bulk/selection.ts'
import { useListPlace } from '../../tickets/list/list-place.ts'
import { SelectCell } from '../../tickets/list/select-cell.tsx'
import { Priority } from '../../tickets/priority.tsx'
import { SlaChip } from '../../tickets/sla-chip.tsx'
import { useFollowed } from '../followed-card.ts'
import { MoveMenu } from './move-menu.tsx'

interface BoardCardProps {
  ticket: TicketSummary
  onMove: (ticket: TicketSummary, to: TicketStatus) => void
  /** Ids in the order shown, for a range of selected ones. */
  order: () => string[]
}

/** A ticket that can be picked up: by the pointer, by a long press, or by Space on its title. */
export function BoardCard({ ticket, onMove, order }: BoardCardProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({ id: ticket.id })
  const isSelected = useIsSelected(ticket.id)
  useFollowed(ticket.id)
  return (
    <article
      ref={setNodeRef}
      {...listeners}
      data-row
      className={cx(
        cardClass,
        'group/row relative touch-manipulation select-none outline-focus [-webkit-touch-callout:none] has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2',
        isDragging
          ? 'border-control border-dashed bg-transparent *:opacity-40'
          : isSelected
            ? 'border-accent-line bg-accent-tint'
            : 'border-line bg-surface hover:border-line-strong',
      )}
    >
      <Head ticket={ticket}>
        <span className="touch:hidden">
          <SelectCell ticket={ticket} order={order} />
        </span>
        <MoveMenu ticket={ticket} onMove={(to) => onMove(ticket, to)} />
      </Head>
      <Link
        ref={setActivatorNodeRef}
        to="/tickets/$ticketId"
        params={{ ticketId: ticket.id }}
        draggable={false}
        data-ticket={ticket.id}
        title={ticket.title}
        aria-describedby={attributes['aria-describedby']}
        onClick={() => useListPlace.setState({ ticketId: ticket.id })}
        className={cx(titleClass, 'outline-none after:absolute after:inset-0')}
      >
        {ticket.title}
      </Link>
      <Foot ticket={ticket} />
    </article>
  )
}

/** The same as it follows the pointer. */
export function LiftedCard({ ticket }: { ticket: TicketSummary }) {
  return (
    <div className={cx(cardClass, 'cursor-grabbing border-accent bg-raised shadow-dialog')}>
      <Head ticket={ticket} />
      <div className={titleClass}>{ticket.title}</div>
      <Foot ticket={ticket} />
    </div>
  )
}

const cardClass = 'grid gap-1.5 rounded-lg border px-2.5 py-2'
const titleClass = 'line-clamp-2 font-[450] text-ink leading-5 [overflow-wrap:anywhere] touch:text-lg touch:leading-6'

function Head({ ticket, children }: { ticket: TicketSummary; children?: ReactNode }) {
  return (
    <div className="flex h-5 min-w-0 items-center gap-2 text-ink-3 text-xs touch:h-6 touch:text-sm">
      <span className="num">{ticket.number}</span>
      <span className="clip min-w-0 flex-1">{ticket.studio.shortName}</span>
      {children}
      <Avatar person={ticket.assignee} size={20} />
    </div>
  )
}

function Foot({ ticket }: { ticket: TicketSummary }) {
  return (
    <div className="flex h-5 min-w-0 items-center justify-between gap-2 touch:h-6">
      <Priority priority={ticket.priority} className="gap-1! text-xs! touch:text-sm!" />
      <SlaChip clock={ticket.resolution} className="-mr-1.5 touch:mr-0" />
    </div>
  )
}

import type { TicketSummary } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { cx } from '../../../lib/cx.ts'
import { useListPlace } from '../list-place.ts'

/** A ticket's title; the whole row it stands in is its target, and shows its focus. */
export function TicketLink({ ticket, className }: { ticket: TicketSummary; className?: string }) {
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      data-ticket={ticket.id}
      title={ticket.title}
      onClick={() => useListPlace.setState({ ticketId: ticket.id })}
      className={cx('clip block outline-none after:absolute after:inset-0', className)}
    >
      {ticket.title}
    </Link>
  )
}

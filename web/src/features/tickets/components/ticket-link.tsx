import { markWords, type TicketQuery, type TicketSummary } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { Marked } from '../../../components/ui/marked.tsx'
import { cx } from '../../../lib/cx.ts'
import { rememberTicket } from '../../search/recent.ts'
import { useListPlace } from '../list-place.ts'

/** The words this list was searched for, to be marked in its titles. */
export const LookedFor = createContext<TicketQuery | null>(null)

/** A ticket's title; the whole row it stands in is its target, and shows its focus. */
export function TicketLink({ ticket, className }: { ticket: TicketSummary; className?: string }) {
  const looked = useContext(LookedFor)
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      data-ticket={ticket.id}
      title={ticket.title}
      onClick={() => {
        useListPlace.setState({ ticketId: ticket.id })
        rememberTicket(ticket)
      }}
      className={cx('clip block outline-none after:absolute after:inset-0', className)}
    >
      {looked ? <Marked parts={markWords(ticket.title, looked)} /> : ticket.title}
    </Link>
  )
}

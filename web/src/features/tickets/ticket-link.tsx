import { type Id, markWords, type TicketQuery, type TicketSummary, ticketPath } from '@physique57/contracts'
import { useRouter } from '@tanstack/react-router'
import { createContext, type MouseEvent, useContext } from 'react'
import { Marked } from '../../components/ui/marked.tsx'
import { cx } from '../../lib/cx.ts'
import { rememberTicket } from '../search/recent.ts'
import { useListPlace } from './list/list-place.ts'

/** The words this list was searched for, to be marked in its titles. */
export const LookedFor = createContext<TicketQuery | null>(null)

/** Where there is room, a ticket opens beside its list. */
export const OpenBeside = createContext<((id: Id) => void) | null>(null)

/**
 * A ticket's title; the whole row it stands in is its target, and shows its focus. A plain link: the router's own each
 * listen to the address, which is felt where hundreds of rows come and go.
 */
export function TicketLink({ ticket, className }: { ticket: TicketSummary; className?: string }) {
  const looked = useContext(LookedFor)
  const openBeside = useContext(OpenBeside)
  const router = useRouter()
  const to = { to: '/tickets/$ticketId', params: { ticketId: ticket.id } } as const
  const fetchSoon = () => void router.preloadRoute(to).catch(() => undefined)
  const open = (event: MouseEvent) => {
    useListPlace.setState({ ticketId: ticket.id })
    rememberTicket(ticket)
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (openBeside) openBeside(ticket.id)
    else void router.navigate(to)
  }
  return (
    <a
      href={ticketPath(ticket.id)}
      data-ticket={ticket.id}
      title={ticket.title}
      onPointerEnter={fetchSoon}
      onFocus={fetchSoon}
      onClick={open}
      className={cx('clip block outline-none after:absolute after:inset-0', className)}
    >
      {looked ? <Marked parts={markWords(ticket.title, looked)} /> : ticket.title}
    </a>
  )
}

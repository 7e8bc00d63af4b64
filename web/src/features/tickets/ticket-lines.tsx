import type { TicketSummary } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Time } from '../../components/ui/time.tsx'
import { Status } from './status.tsx'

interface TicketLinesProps {
  tickets: TicketSummary[]
  onOpen?: (() => void) | undefined
}

/** A few tickets beside something else, two lines each; the whole of it leads to the ticket. */
export function TicketLines({ tickets, onOpen }: TicketLinesProps) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: ticket.id }}
            title={ticket.title}
            onClick={() => onOpen?.()}
            className="focus-inside grid gap-0.5 py-2 hover:bg-hover touch:min-h-11 touch:py-2.5"
          >
            <span className="line-clamp-2 text-sm [overflow-wrap:anywhere] touch:text-lg">{ticket.title}</span>
            <span className="flex min-w-0 items-center gap-2 text-ink-3 text-xs touch:text-sm">
              <span className="num flex-none">{ticket.key}</span>
              <Status status={ticket.status} className="min-w-0 text-xs! touch:text-sm!" />
              <span className="clip flex-none">{ticket.studio.shortName}</span>
              <Time at={ticket.createdAt} className="num ml-auto flex-none" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

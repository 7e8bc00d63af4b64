import type { Ticket } from '@physique57/contracts'

/** Number, kind and title: which ticket this is. */
export function TicketHead({ ticket }: { ticket: Ticket }) {
  return (
    <header className="grid gap-1">
      <p className="flex min-w-0 items-center gap-2 text-ink-3 text-sm">
        <span className="flex-none">{ticket.key}</span>
        <span className="clip">
          {ticket.category.name} <span aria-hidden="true">/</span> {ticket.subcategory.name}
        </span>
      </p>
      <h1 className="text-pretty font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{ticket.title}</h1>
    </header>
  )
}

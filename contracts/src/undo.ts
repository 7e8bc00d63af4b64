import { z } from 'zod'
import { idParams, PersonRef, page, pageQuery, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Ticket, TicketSummary } from './tickets.ts'

/** How long whoever did something can take it back. */
export const undoMinutes = 5

export const TrashedTicket = TicketSummary.extend({ deletedAt: Timestamp, deletedBy: PersonRef.nullable() })
export type TrashedTicket = z.infer<typeof TrashedTicket>

export const changes = {
  undo: endpoint({
    method: 'POST',
    path: '/changes/:id/undo',
    summary: 'Take back what one did to a ticket within the last 5 minutes (`undoable` of the ticket names it)',
    params: idParams,
    response: Ticket,
    idempotent: true,
  }),
}

export const trash = {
  list: endpoint({
    method: 'GET',
    path: '/admin/trash',
    summary: 'Deleted tickets, latest first (admins)',
    query: z.strictObject(pageQuery),
    response: page(TrashedTicket),
  }),
  restore: endpoint({
    method: 'POST',
    path: '/tickets/:id/restore',
    summary: 'Take a ticket out of the trash as it was (admins)',
    params: idParams,
    response: Ticket,
    idempotent: true,
  }),
}

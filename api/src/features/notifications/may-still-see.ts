import { maySee } from '../tickets/may-see.ts'
import type { MailedTicket, Recipient } from './mail.queries.ts'

export function mayStillSee(
  { teamId, teamName, ...person }: Recipient,
  { deletedAt, ...ticket }: MailedTicket,
): boolean {
  const actor = { ...person, team: teamId && teamName ? { id: teamId, name: teamName } : null }
  return person.status === 'active' && maySee(actor, { ...ticket, ticketId: ticket.id, isDeleted: deletedAt !== null })
}

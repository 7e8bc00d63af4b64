import {
  type AssignTicket,
  type Id,
  nextStatuses,
  type PersonRef,
  type Priority,
  priorityLabel,
  statusLabel,
  type Ticket,
  type TicketSummary,
  tickets,
} from '@physique57/contracts'
import { call } from '../../../lib/call.ts'
import { isWhole } from '../ticket-cache.ts'

/** Of the request that carries an action: the version the person saw, and the key of this attempt. */
export interface Attempt {
  params: { id: Id }
  ifMatch: number
  idempotencyKey: string
}

/** Something done to one ticket: how it is sent, what is shown until the answer comes, and what is said then, with a way back. */
export interface TicketAction<V> {
  send: (wanted: V, attempt: Attempt) => Promise<Ticket>
  expected?: <T extends TicketSummary>(ticket: T, wanted: V) => T
  said?: (ticket: Ticket, wanted: V) => string | undefined
}

const withStatus = <T extends TicketSummary>(ticket: T, status: Ticket['status']): T => ({
  ...ticket,
  status,
  ...(isWhole(ticket) && { nextStatuses: [...nextStatuses[status]] }),
})

export const changeStatus: TicketAction<'in_progress' | 'pending'> = {
  send: (status, { params, ifMatch }) => call(tickets.update, { params, ifMatch, body: { status } }),
  expected: withStatus,
  said: (ticket, status) => `${ticket.key} is ${statusLabel[status].toLowerCase()}`,
}

export const changePriority: TicketAction<Priority> = {
  send: (priority, { params, ifMatch }) => call(tickets.update, { params, ifMatch, body: { priority } }),
  expected: (ticket, priority) => ({ ...ticket, priority }),
  said: (ticket, priority) => `${ticket.key} has ${priorityLabel[priority].toLowerCase()} priority`,
}

export const changeTags: TicketAction<string[]> = {
  send: (tags, { params, ifMatch }) => call(tickets.update, { params, ifMatch, body: { tags } }),
  expected: (ticket, tags) => ({ ...ticket, tags }),
  said: (ticket) => `${ticket.key} ${ticket.tags.length > 0 ? `is tagged ${ticket.tags.join(', ')}` : 'has no tags'}`,
}

/** `assignee` when it is known before the answer who will have it. */
export interface Assignment {
  to: AssignTicket
  assignee?: PersonRef | null
}

export const assign: TicketAction<Assignment> = {
  send: ({ to }, attempt) => call(tickets.assign, { ...attempt, body: to }),
  expected: (ticket, { assignee }) => (assignee === undefined ? ticket : { ...ticket, assignee }),
  said: (ticket) => {
    if (ticket.assignee) return `${ticket.key} is with ${ticket.assignee.name}`
    return ticket.team ? `${ticket.key} waits in the queue of ${ticket.team.name}` : `${ticket.key} is with nobody`
  },
}

export interface Outcome {
  note: string
  clientInformed: boolean
  clientInformedHow?: string
}

export const resolve: TicketAction<Outcome> = {
  send: (body, attempt) => call(tickets.resolve, { ...attempt, body }),
  said: (ticket) => `${ticket.key} is resolved`,
}

export const escalate: TicketAction<{ reason: string }> = {
  send: (body, attempt) => call(tickets.escalate, { ...attempt, body }),
  said: (ticket) => `${ticket.key} is escalated to level ${ticket.escalationLevel}`,
}

export const reopen: TicketAction<{ reason: string }> = {
  send: (body, attempt) => call(tickets.reopen, { ...attempt, body }),
  said: (ticket) => `${ticket.key} is open again, with a full resolution clock`,
}

export const close: TicketAction<void> = {
  send: (_, attempt) => call(tickets.close, attempt),
  expected: (ticket) => withStatus(ticket, 'closed'),
  said: (ticket) => `${ticket.key} is closed`,
}

/** Somebody follows it from now on: oneself, or whoever it is shared with. */
export const watch: TicketAction<PersonRef> = {
  send: ({ id: userId }, { params }) => call(tickets.watch, { params, body: { userId } }),
  expected: (ticket, person) => (isWhole(ticket) ? { ...ticket, watchers: [...ticket.watchers, person] } : ticket),
}

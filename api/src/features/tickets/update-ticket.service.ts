import type { Ticket, UpdateTicket } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { notify } from '../notifications/notify.ts'
import { applyPolicy, pauseResolution, resumeResolution } from '../sla/clocks.service.ts'
import { recordHistory } from './history.ts'
import { assertOpen, moveTicket } from './move.ts'
import { findConcerned } from './people.queries.ts'
import { assertTransition, authorize } from './ticket.policy.ts'
import { ticketKey } from './ticket-key.ts'
import { type TicketRow, updateTicket } from './tickets.queries.ts'

/** What a reporter may correct while the ticket is open; the rest is the work of whoever has it. */
const details = ['title', 'description', 'clientMood', 'occurredAt'] as const
const fieldNames = {
  title: 'the title',
  description: 'the description',
  clientMood: "the client's mood",
  occurredAt: 'when it happened',
  source: 'the source',
  followUpAt: 'the follow-up date',
  actionTaken: 'the action taken',
} as const

export const changeTicket = (ctx: Context, id: string, changes: UpdateTicket): Promise<Ticket> =>
  moveTicket(ctx, id, {
    authorize: ({ actor }, facts) => {
      const onlyDetails = Object.keys(changes).every((field) => (details as readonly string[]).includes(field))
      authorize(actor, onlyDetails ? 'editDetails' : 'edit', facts)
    },
    assert: (ticket, facts) => {
      assertOpen(facts)
      if (changes.status && changes.status !== ticket.status) assertTransition(ticket.status, changes.status)
    },
    act: async (tx, ticket) => {
      await changeFields(tx, ticket, changes)
      await changePriority(tx, ticket, changes)
      await changeStatus(ctx, tx, ticket, changes)
    },
  })

async function changeFields(
  tx: Tx,
  ticket: TicketRow,
  { status: _, priority: __, ...fields }: UpdateTicket,
): Promise<void> {
  const changed = (Object.keys(fields) as (keyof typeof fieldNames)[]).filter(
    (field) => !isSame(ticket[field], fields[field]),
  )
  if (changed.length === 0) return
  await updateTicket(tx.db, ticket.id, Object.fromEntries(changed.map((field) => [field, fields[field]])))
  await recordHistory(tx, ticket.id, 'edited', { fields: changed.map((field) => fieldNames[field]) })
}

const isSame = (before: unknown, after: unknown): boolean =>
  before instanceof Date && typeof after === 'string' ? before.getTime() === Date.parse(after) : before === after

async function changePriority(tx: Tx, ticket: TicketRow, { priority }: UpdateTicket): Promise<void> {
  if (!priority || priority === ticket.priority) return
  const due = await applyPolicy(tx, { ...ticket, priority })
  await updateTicket(tx.db, ticket.id, { ...due, priority })
  await recordHistory(tx, ticket.id, 'priority_changed', { from: ticket.priority, to: priority })
}

async function changeStatus(ctx: Context, tx: Tx, ticket: TicketRow, { status }: UpdateTicket): Promise<void> {
  if (!status || status === ticket.status) return
  const due =
    status === 'pending'
      ? await pauseResolution(tx, ticket.id)
      : ticket.status === 'pending'
        ? await resumeResolution(tx, ticket.id)
        : {}
  await updateTicket(tx.db, ticket.id, { ...due, status })
  await recordHistory(tx, ticket.id, 'status_changed', { from: ticket.status, to: status })
  const message = `${tx.actor.name} set ${ticketKey(ticket.number)} to ${status.replace('_', ' ')}: ${ticket.title}`
  await notify(ctx, tx, {
    ticketId: ticket.id,
    event: 'status',
    message,
    recipients: await findConcerned(tx.db, ticket.id),
    quietly: true,
  })
}

import type { ResolveTicket, Ticket } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { recordAudit } from '../../../db/audit.ts'
import { inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError } from '../../../http/app-error.ts'
import { notify } from '../../notifications/notify.ts'
import { cancelClocks, restartResolution, stopClocks } from '../../sla/clocks.service.ts'
import { recordHistory } from '../history.ts'
import { findAdmins, findConcerned, findDirectors, findManagers, findNames } from '../people.queries.ts'
import { assertTransition, authorize } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { updateTicket } from '../tickets.queries.ts'
import { assertOpen, type Move, moveTicket, runMove } from './move.ts'

export const resolveTicket = (ctx: Context, id: string, outcome: ResolveTicket): Promise<Ticket> =>
  moveTicket(ctx, id, resolving(ctx, id, outcome))

export const resolving = (
  ctx: Context,
  id: string,
  { note, clientInformed, clientInformedHow = '' }: ResolveTicket,
): Move => ({
  authorize: ({ actor }, facts) => authorize(actor, 'resolve', facts),
  assert: ({ status }) => assertTransition(status, 'resolved'),
  act: async (tx, ticket) => {
    const how = clientInformedHow || null
    const due = await stopClocks(tx, id, ['first_response', 'resolution'])
    await updateTicket(tx.db, id, {
      ...due,
      status: 'resolved',
      resolutionNote: note,
      clientInformed,
      clientInformedHow: how,
      resolvedAt: tx.now,
      resolvedByUserId: tx.actor.id,
    })
    await recordHistory(tx, id, 'resolved', { note, clientInformed, how })
    const message = `${tx.actor.name} resolved ${ticketKey(ticket.number)}: ${ticket.title}`
    await notify(ctx, tx, { ticketId: id, event: 'resolved', message, recipients: await findConcerned(tx.db, id) })
  },
})

export const closeTicket = (ctx: Context, id: string): Promise<Ticket> => moveTicket(ctx, id, closing(ctx, id))

export const closing = (ctx: Context, id: string): Move => ({
  authorize: ({ actor }, facts) => authorize(actor, 'close', facts),
  assert: ({ status }) => assertTransition(status, 'closed'),
  act: async (tx, ticket) => {
    await updateTicket(tx.db, id, { status: 'closed', closedAt: tx.now })
    await recordHistory(tx, id, 'closed', {})
    const message = `${tx.actor.name} closed ${ticketKey(ticket.number)}: ${ticket.title}`
    await notify(ctx, tx, {
      ticketId: id,
      event: 'status',
      kind: 'closed',
      message,
      recipients: await findConcerned(tx.db, id),
    })
  },
})

export const reopenTicket = (ctx: Context, id: string, reason: string): Promise<Ticket> =>
  moveTicket(ctx, id, reopening(ctx, id, reason))

export const reopening = (ctx: Context, id: string, reason: string): Move => ({
  authorize: ({ actor }, facts) => authorize(actor, 'reopen', facts),
  assert: ({ status }) => assertTransition(status, 'reopened'),
  act: async (tx, ticket) => {
    const due = await restartResolution(tx, ticket)
    await updateTicket(tx.db, id, {
      ...due,
      status: 'reopened',
      resolutionNote: null,
      clientInformed: false,
      clientInformedHow: null,
      resolvedAt: null,
      resolvedByUserId: null,
      closedAt: null,
    })
    await recordHistory(tx, id, 'reopened', { reason })
    const message = `${tx.actor.name} reopened ${ticketKey(ticket.number)}: ${reason}`
    await notify(ctx, tx, { ticketId: id, event: 'reopened', message, recipients: await findConcerned(tx.db, id) })
  },
})

/** By hand, one level at a time: first the manager, then the directors. Levels only rise. */
export const escalateTicket = (ctx: Context, id: string, reason: string): Promise<Ticket> =>
  moveTicket(ctx, id, {
    authorize: ({ actor }, facts) => authorize(actor, 'escalate', facts),
    assert: (_ticket, facts) => {
      assertOpen(facts)
      if (facts.escalationLevel >= 2) throw new AppError('conflict', 'This ticket is with the directors already.')
    },
    act: async (tx, ticket) => {
      const level = ticket.escalationLevel + 1
      const recipients = await findWhoHelps(tx, level, ticket.assignedTeamId)
      await updateTicket(tx.db, id, { escalationLevel: level })
      await recordHistory(tx, id, 'escalated', { level, reason, to: await findNames(tx.db, recipients) })
      const message = `${tx.actor.name} escalated ${ticketKey(ticket.number)} to you: ${reason}`
      await notify(ctx, tx, { ticketId: id, event: 'escalation', message, recipients })
      const followers = (await findConcerned(tx.db, id)).filter((person) => !recipients.includes(person))
      const told = `${tx.actor.name} escalated ${ticketKey(ticket.number)} to level ${level}: ${reason}`
      await notify(ctx, tx, { ticketId: id, event: 'escalation', message: told, recipients: followers, quietly: true })
    },
  })

/** The manager, then the directors; one step further up where that would be only the person who asks. */
async function findWhoHelps({ db, actor }: Tx, level: number, teamId: string | null): Promise<string[]> {
  const steps = [() => findManagers(db, teamId), () => findDirectors(db), () => findAdmins(db)].slice(level - 1)
  for (const find of steps) {
    const others = (await find()).filter((person) => person !== actor.id)
    if (others.length > 0) return others
  }
  return []
}

/** Into the trash, where only admins see it. */
export const deleteTicket = (ctx: Context, id: string): Promise<void> =>
  inTransaction(ctx, async (begun) => {
    await runMove(ctx, begun, id, deleting(id))
  })

export const deleting = (id: string): Move => ({
  action: 'delete',
  authorize: ({ actor }, facts) => authorize(actor, 'remove', facts),
  act: async (tx, ticket) => {
    const due = await cancelClocks(tx, id)
    await updateTicket(tx.db, id, { ...due, deletedAt: tx.now })
    await recordHistory(tx, id, 'deleted', {})
    await recordAudit(tx.db, { actorId: tx.actor.id, action: 'ticket.deleted', subject: ticketKey(ticket.number) })
  },
})

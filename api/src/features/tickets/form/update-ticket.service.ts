import type { Ticket, UpdateTicket } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { attachFiles } from '../../files/attachments.ts'
import { notify } from '../../notifications/notify.ts'
import { applyPolicy, pauseResolution, resumeResolution } from '../../sla/clocks.service.ts'
import { lookupIdsOf } from '../answer-words.ts'
import { recordHistory } from '../history.ts'
import { readState, recordChange } from '../moves/changes.service.ts'
import { assertOpen, checkMove } from '../moves/move.ts'
import { findConcerned } from '../people.queries.ts'
import { assertTransition, authorize } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewTicket } from '../ticket-view.ts'
import { type EditableRow, findLookupNames, getEditable, type TicketRow, updateTicket } from '../tickets.queries.ts'
import { editedFields } from './edited-fields.ts'
import { setTags } from './tags.service.ts'
import { prepareEdit } from './ticket-edit.ts'

/** What a reporter may correct while the ticket is open; the rest is the work of whoever has it. */
const details: readonly string[] = ['title', 'description', 'client', 'clientMood', 'occurredAt']

export const changeTicket = (ctx: Context, id: string, changes: UpdateTicket): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => viewTicket(await runChange(ctx, begun, id, changes), id))

/** The same without showing it. */
export async function runChange(ctx: Context, begun: Tx, id: string, changes: UpdateTicket): Promise<Tx> {
  const { tx, ticket } = await checkMove(ctx, begun, id, {
    authorize: ({ actor }, facts) => {
      const onlyDetails = Object.keys(changes).every((field) => details.includes(field))
      authorize(actor, onlyDetails ? 'editDetails' : 'edit', facts)
    },
    assert: (locked, facts) => {
      assertOpen(facts)
      if (changes.status && changes.status !== locked.status) assertTransition(locked.status, changes.status)
    },
  })
  const before = await getEditable(tx.db, id)
  const { columns, fileIds } = await prepareEdit(tx, ticket, before, changes)

  await actAsSystem(tx.db, [id])
  const state = await readState(tx.db, id)
  if (Object.keys(columns).length > 0) {
    await updateTicket(tx.db, id, columns)
    await recordEdit(tx, id, before)
  }
  const attached = await attachFiles(tx.db, fileIds, { ticketId: id })
  if (attached.length > 0) await recordHistory(tx, id, 'attached', { files: attached })
  await changePriority(tx, ticket, changes)
  if (changes.tags) await setTags(tx, ticket, changes.tags)
  await remeasure(tx, ticket, { ...ticket, ...columns, priority: changes.priority ?? ticket.priority })
  await changeStatus(ctx, tx, ticket, changes)
  // an edit is corrected by another edit; half of it taken back would leave clocks of another category
  if (Object.keys(columns).length === 0) await recordChange(tx, id, state, { action: 'change' })
  return tx
}

async function recordEdit(tx: Tx, id: string, before: EditableRow): Promise<void> {
  const after = await getEditable(tx.db, id)
  const ids = [before, after].flatMap(({ formFields, answers }) => lookupIdsOf(formFields, answers))
  const names = ids.length > 0 ? await findLookupNames(tx.db, ids) : []
  const changes = editedFields(before, after, new Map(names.map(({ id: entry, name }) => [entry, name])))
  await recordHistory(tx, id, 'edited', { changes })
}

async function changePriority(tx: Tx, ticket: TicketRow, { priority }: UpdateTicket): Promise<void> {
  if (!priority || priority === ticket.priority) return
  await updateTicket(tx.db, ticket.id, { priority })
  await recordHistory(tx, ticket.id, 'priority_changed', { from: ticket.priority, to: priority })
}

type Timed = Pick<TicketRow, 'priority' | 'categoryId' | 'subcategoryId' | 'studioId'>

/** Another policy may apply to what the ticket is now: the due times follow, and the story says so. */
async function remeasure(tx: Tx, ticket: TicketRow, now: Timed): Promise<void> {
  const measures = ['priority', 'subcategoryId', 'studioId'] as const
  if (measures.every((field) => ticket[field] === now[field])) return
  const { due, policyName } = await applyPolicy(tx, { ...now, id: ticket.id })
  await updateTicket(tx.db, ticket.id, due)
  const [from, to] = [ticket.resolutionDueAt, due.resolutionDueAt ?? null]
  if (from?.getTime() === to?.getTime()) return
  const detail = { policy: policyName, from: from?.toISOString() ?? null, to: to?.toISOString() ?? null }
  await recordHistory(tx, ticket.id, 'measured', detail, { bySystem: true })
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
    kind: status,
    message,
    recipients: await findConcerned(tx.db, ticket.id),
  })
}

import type { Ticket } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Context } from '../../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError } from '../../../http/app-error.ts'
import type { TicketFacts } from '../ticket.policy.ts'
import { viewTicket } from '../ticket-view.ts'
import { factsOf, getTicketForUpdate, type TicketRow } from '../tickets.queries.ts'
import { readState, recordChange } from './changes.service.ts'

interface Checks {
  /** 403 unless the caller may. */
  authorize: (tx: Tx, facts: TicketFacts) => void | Promise<void>
  /** 409 unless the ticket's state allows it. */
  assert?: (ticket: TicketRow, facts: TicketFacts) => void
}

export interface Move extends Checks {
  /** What taking it back is about; a change of fields unless said. */
  action?: 'delete'
  /** Runs as the system, for this ticket only. */
  act: (tx: Tx, ticket: TicketRow) => Promise<void>
}

/** A change beyond what the caller's own columns allow: load, check, act, and show the result. */
export const moveTicket = (ctx: Context, id: string, move: Move): Promise<Ticket> =>
  inTransaction(ctx, async (begun) => viewTicket(await runMove(ctx, begun, id, move), id))

/** The same without showing it. */
export async function runMove(ctx: Context, begun: Tx, id: string, move: Move): Promise<Tx> {
  const { tx, ticket } = await checkMove(ctx, begun, id, move)
  await actAsSystem(tx.db, [id])
  const before = await readState(tx.db, id)
  await move.act(tx, ticket)
  await recordChange(tx, id, before, { action: move.action ?? 'change' })
  return tx
}

/** The ticket, locked, once all that could speak against the move has been asked. Still as the caller. */
export async function checkMove(
  ctx: Context,
  begun: Tx,
  id: string,
  { authorize, assert }: Checks,
): Promise<{ tx: Tx; ticket: TicketRow }> {
  const { tx, ticket, facts } = await lockTicket(begun, id)
  await authorize(tx, facts)
  assertCurrent(ctx, ticket)
  assertNotGone(facts)
  assert?.(ticket, facts)
  return { tx, ticket }
}

/** The ticket, locked. The time of a change is taken after that, so that the story is in the order of the changes. */
export async function lockTicket(begun: Tx, id: string): Promise<{ tx: Tx; ticket: TicketRow; facts: TicketFacts }> {
  const ticket = await getTicketForUpdate(begun.db, id)
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(begun.db)
  return { tx: { ...begun, now: rows[0]?.now ?? begun.now }, ticket, facts: factsOf(ticket) }
}

/** 412 when the edit is based on an older version than the one that stands. */
export function assertCurrent(ctx: Context, ticket: { version: number }): void {
  if (ctx.expectedVersion === undefined || ctx.expectedVersion === ticket.version) return
  throw new AppError('stale_version', 'Somebody changed this ticket meanwhile. Look at it again before you change it.')
}

/** Only an open ticket is worked on. */
export function assertOpen(facts: TicketFacts): void {
  if (facts.isOpen) return
  throw new AppError('conflict', `This ticket is ${facts.status}. Reopen it first.`)
}

/** Neither in the trash nor merged: both have a way back, and no other. */
export function assertNotGone(facts: TicketFacts): void {
  if (facts.isDeleted) throw new AppError('conflict', 'This ticket is in the trash. Restore it first.')
  if (facts.isMerged) throw new AppError('conflict', 'This ticket was merged into another. Unmerge it first.')
}

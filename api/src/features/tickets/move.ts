import type { Ticket } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import type { TicketFacts } from './ticket.policy.ts'
import { viewTicket } from './ticket-view.ts'
import { factsOf, getTicketForUpdate, type TicketRow } from './tickets.queries.ts'

interface Move {
  /** 403 unless the caller may. */
  authorize: (tx: Tx, facts: TicketFacts) => void | Promise<void>
  /** 409 unless the ticket's state allows it. */
  assert?: (ticket: TicketRow, facts: TicketFacts) => void
  /** Runs as the system, for this ticket only. */
  act: (tx: Tx, ticket: TicketRow) => Promise<void>
}

/** A change beyond what the caller's own columns allow: load, check, act, and show the result. */
export const moveTicket = (ctx: Context, id: string, move: Move): Promise<Ticket> =>
  inTransaction(ctx, async (tx) => {
    await runMove(ctx, tx, id, move)
    return viewTicket(tx, id)
  })

export async function runMove(ctx: Context, tx: Tx, id: string, move: Move): Promise<void> {
  const ticket = await getTicketForUpdate(tx.db, id)
  const facts = factsOf(ticket)
  await move.authorize(tx, facts)
  assertCurrent(ctx, ticket)
  assertNotDeleted(facts)
  move.assert?.(ticket, facts)

  await actAsSystem(tx.db, [id])
  await move.act(tx, ticket)
}

/** 412 when the edit is based on an older version than the one that stands. */
function assertCurrent(ctx: Context, ticket: { version: number }): void {
  if (ctx.expectedVersion === undefined || ctx.expectedVersion === ticket.version) return
  throw new AppError('stale_version', 'Somebody changed this ticket meanwhile. Look at it again before you change it.')
}

/** Only an open ticket is worked on. */
export function assertOpen(facts: TicketFacts): void {
  if (facts.isOpen) return
  throw new AppError('conflict', `This ticket is ${facts.status}. Reopen it first.`)
}

export function assertNotDeleted(facts: TicketFacts): void {
  if (facts.isDeleted) throw new AppError('conflict', 'This ticket is in the trash. Restore it first.')
}

import type { BulkChange, BulkUpdate } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../db/database.ts'
import type { Tx } from '../../../db/transaction.ts'
import { changingTags } from '../form/tags.service.ts'
import { runChange } from '../form/update-ticket.service.ts'
import { assigning } from '../moves/assign-ticket.service.ts'
import { type Move, runMove } from '../moves/move.ts'
import { closing, deleting, reopening, resolving } from '../moves/ticket-moves.service.ts'
import { findTicketPage } from './ticket-list.queries.ts'
import { readWanted } from './wanted-tickets.ts'

/** Those the caller does not see. */
export async function findUnseen(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db.selectFrom('tickets').select('id').where(sql<boolean>`id = any (${ids}::uuid[])`).execute()
  const seen = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !seen.has(id))
}

/** What the list shows with this filter, oldest first. */
export async function findMatching(
  tx: Tx,
  filter: NonNullable<BulkUpdate['filter']>,
  limit: number,
): Promise<string[]> {
  const wanted = await readWanted(tx, { ...filter, sort: '-createdAt' })
  const rows = await findTicketPage(tx.db, tx, wanted, limit, undefined)
  return rows
    .slice(0, limit)
    .map(({ id }) => id)
    .reverse()
}

/** The same as for a single ticket, with the same rules; only that nobody looks at the result. */
export async function changeOne(ctx: Context, tx: Tx, id: string, change: BulkChange): Promise<void> {
  if ('priority' in change) await runChange(ctx, tx, id, { priority: change.priority })
  else if ('status' in change && change.status !== 'closed') await runChange(ctx, tx, id, { status: change.status })
  else await runMove(ctx, tx, id, moveOf(ctx, id, change))
}

function moveOf(ctx: Context, id: string, change: Exclude<BulkChange, { priority: unknown }>): Move {
  if ('tags' in change) return changingTags(change.tags)
  if ('assign' in change) return assigning(ctx, id, change.assign)
  if ('resolve' in change) return resolving(ctx, id, change.resolve)
  if ('reopen' in change) return reopening(ctx, id, change.reopen.reason)
  return 'delete' in change ? deleting(id) : closing(ctx, id)
}

/** The change that was made in this transaction, if any. */
export async function findChangeSince({ db, actor, now }: Tx, ticketId: string): Promise<string | null> {
  const row = await db
    .selectFrom('ticketChanges')
    .select('id')
    .where('ticketId', '=', ticketId)
    .where('actorId', '=', actor.id)
    .where('endedAt', '>=', now)
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

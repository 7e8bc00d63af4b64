import type { BulkChange, BulkUpdate } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import type { Tx } from '../../db/transaction.ts'
import { assignTicket } from './assign-ticket.service.ts'
import { changeTags } from './tags.service.ts'
import { findTicketPage } from './ticket-list.queries.ts'
import { closeTicket, deleteTicket, reopenTicket, resolveTicket } from './ticket-moves.service.ts'
import { changeTicket } from './update-ticket.service.ts'
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
  const wanted = await readWanted(tx.db, { ...filter, sort: '-createdAt' })
  const rows = await findTicketPage(tx.db, tx, wanted, limit, undefined)
  return rows
    .slice(0, limit)
    .map(({ id }) => id)
    .reverse()
}

/** The same as for a single ticket, with the same rules. */
export async function changeOne(ctx: Context, id: string, change: BulkChange): Promise<void> {
  if ('priority' in change) await changeTicket(ctx, id, { priority: change.priority })
  else if ('tags' in change) await changeTags(ctx, id, change.tags)
  else if ('assign' in change) await assignTicket(ctx, id, change.assign)
  else if ('resolve' in change) await resolveTicket(ctx, id, change.resolve)
  else if ('reopen' in change) await reopenTicket(ctx, id, change.reopen.reason)
  else if ('delete' in change) await deleteTicket(ctx, id)
  else if (change.status === 'closed') await closeTicket(ctx, id)
  else await changeTicket(ctx, id, { status: change.status })
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

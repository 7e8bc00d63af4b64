import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/transaction.ts'
import type { HistoryDetails, HistoryEvent } from './history-sentence.ts'

/** Adds a line to the ticket's story, in the transaction of what it tells. */
export async function recordHistory<E extends HistoryEvent>(
  { db, actor }: Pick<Tx, 'db' | 'actor'>,
  ticketId: string,
  event: E,
  detail: HistoryDetails[E],
  { bySystem = false } = {},
): Promise<void> {
  await db
    .insertInto('ticketHistory')
    .values({ id: uuid(), ticketId, actorId: bySystem ? null : actor.id, event, detail: JSON.stringify(detail) })
    .execute()
}

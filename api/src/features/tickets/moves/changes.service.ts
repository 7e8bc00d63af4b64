import { v7 as uuid } from 'uuid'
import type { Db } from '../../../db/database.ts'
import type { ChangeAction, MovedByMerge, StoredDifference } from '../../../db/tables.ts'
import type { Tx } from '../../../db/transaction.ts'
import { readClockStates, restoreClocks } from '../../sla/restore-clocks.service.ts'
import { updateTicket } from '../tickets.queries.ts'
import { differenceOf, earlierValues, isNoDifference, type State, type TicketState } from './change-states.ts'
import { canSee, getTracked, insertChange } from './changes.queries.ts'

/** The ticket and its clocks as they stand. Needs `actAsSystem`, like all of this. */
export const readState = async (db: Db, ticketId: string): Promise<TicketState> => ({
  ticket: asJson(await getTracked(db, ticketId)),
  clocks: Object.fromEntries(
    Object.entries(await readClockStates(db, ticketId)).map(([key, clock]) => [key, asJson(clock)]),
  ),
})

/** As it comes back from the database. */
const asJson = (value: object): State => JSON.parse(JSON.stringify(value))

interface Recorded {
  action: ChangeAction
  merge?: { targetId: string; moved: MovedByMerge }
}

/**
 * Keeps what changed since `before`, so that it can be taken back. Nothing is kept when nothing of it changed, nor when the
 * caller gave the ticket out of sight: it is no longer theirs to change.
 */
export async function recordChange(
  { db, actor, now }: Tx,
  ticketId: string,
  before: TicketState,
  { action, merge }: Recorded,
): Promise<string | null> {
  const difference = differenceOf(before, await readState(db, ticketId))
  if (isNoDifference(difference) || !(await canSee(db, ticketId))) return null
  const id = uuid()
  await insertChange(db, {
    id,
    ticketId,
    actorId: actor.id,
    action,
    difference,
    beganAt: now,
    ...(merge && { merge }),
  })
  return id
}

/** Makes the ticket what it was before, in what this changed. */
export async function restoreState(db: Db, ticketId: string, difference: StoredDifference): Promise<void> {
  const due = await restoreClocks(db, ticketId, difference.clocks)
  await updateTicket(db, ticketId, { ...earlierValues(difference.ticket), ...due })
}

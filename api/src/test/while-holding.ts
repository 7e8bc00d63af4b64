import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import type { Db } from '../db/database.ts'

/** Locks a ticket, begins something that needs it, and looks at what is once that waits. Answers what came of it afterwards. */
export async function whileHolding<T>(
  db: Db,
  ticketId: string,
  begin: () => Promise<T>,
  look: () => Promise<void>,
): Promise<T> {
  const begun = await db.transaction().execute(async (holding) => {
    await lockTicket(holding, ticketId)
    const work = begin()
    await vi.waitFor(async () => expect(await countWaiting(holding)).toBe(1), { timeout: 10_000, interval: 10 })
    await look()
    return { work }
  })
  return begun.work
}

/** As an edit does: others may still point to it. */
const lockTicket = (holding: Db, id: string) =>
  holding.selectFrom('tickets').select('id').where('id', '=', id).forNoKeyUpdate().execute()

/** Whoever waits for a row waits for the transaction that holds it. */
async function countWaiting(holding: Db): Promise<number> {
  const { rows } = await sql`
    select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid`.execute(holding)
  return rows.length
}

/** Whether somebody else holds a ticket. */
export async function isHeld(db: Db, id: string): Promise<boolean> {
  const free = await db.selectFrom('tickets').select('id').where('id', '=', id).forUpdate().skipLocked().execute()
  return free.length === 0
}

import type { ClockKind } from '@physique57/contracts'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

export type ClockRow = Selectable<Tables['ticketClocks']>

/** The latest cycle of each clock of these tickets. */
export const findCurrentClocks = (db: Db, ticketIds: string[]): Promise<ClockRow[]> =>
  db
    .selectFrom('ticketClocks')
    .selectAll()
    .distinctOn(['ticketId', 'kind'])
    .where(sql<boolean>`ticket_id = any (${ticketIds}::uuid[])`)
    .orderBy('ticketId')
    .orderBy('kind')
    .orderBy('cycle', 'desc')
    .execute()

/** Every cycle of one ticket's clocks. */
export const findClocks = (db: Db, ticketId: string): Promise<ClockRow[]> =>
  db.selectFrom('ticketClocks').selectAll().where('ticketId', '=', ticketId).orderBy('kind').orderBy('cycle').execute()

export const insertClocks = (db: Db, clocks: Insertable<Tables['ticketClocks']>[]) =>
  db.insertInto('ticketClocks').values(clocks).execute()

interface ClockKey {
  ticketId: string
  kind: ClockKind
  cycle: number
}

export const deleteClock = (db: Db, { ticketId, kind, cycle }: ClockKey) =>
  db
    .deleteFrom('ticketClocks')
    .where('ticketId', '=', ticketId)
    .where('kind', '=', kind)
    .where('cycle', '=', cycle)
    .execute()

export const updateClock = (db: Db, clock: ClockKey, changes: Updateable<Tables['ticketClocks']>) =>
  db
    .updateTable('ticketClocks')
    .set(changes)
    .where('ticketId', '=', clock.ticketId)
    .where('kind', '=', clock.kind)
    .where('cycle', '=', clock.cycle)
    .execute()

export const findPolicies = (db: Db) => db.selectFrom('slaPolicies').selectAll().execute()

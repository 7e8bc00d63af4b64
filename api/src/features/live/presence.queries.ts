import type { Role } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** Of these people those who work here, with what decides what they see. */
export async function findPeoplePresent(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'teamId'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('status', '=', 'active')
    .orderBy('name')
    .execute()
  return rows.map(
    ({ teamId, ...person }): PersonPresent => ({ ...person, team: teamId ? { id: teamId, name: '' } : null }),
  )
}

interface PersonPresent {
  id: string
  name: string
  role: Role
  team: { id: string; name: string } | null
}

/** All API processes hear it. Its channel is its own: an older process, which would ask everybody to look again, does not listen there. */
export const announcePresence = (db: Db, note: object) =>
  sql`select pg_notify('presence', ${JSON.stringify(note)})`.execute(db)

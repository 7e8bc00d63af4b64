import type { Db } from '../../../db/database.ts'

/** Somebody who works here, with what decides what they see. */
export async function findColleague(db: Db, id: string) {
  const row = await db
    .selectFrom('users')
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select(['users.id', 'users.name', 'users.role', 'teams.id as teamId', 'teams.name as teamName'])
    .where('users.id', '=', id)
    .where('users.status', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  const { teamId, teamName, ...person } = row
  return { ...person, team: teamId && teamName ? { id: teamId, name: teamName } : null }
}

export const insertWatcher = (db: Db, ticketId: string, userId: string) =>
  db
    .insertInto('ticketWatchers')
    .values({ ticketId, userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const deleteWatcher = (db: Db, ticketId: string, userId: string) =>
  db.deleteFrom('ticketWatchers').where('ticketId', '=', ticketId).where('userId', '=', userId).execute()

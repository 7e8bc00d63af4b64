import type { Me } from '@physique57/contracts'
import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Sessions } from '../../db/schema.ts'

export const findCredentials = (db: Db, email: string) =>
  db
    .selectFrom('users')
    .innerJoin('userCredentials', 'userCredentials.userId', 'users.id')
    .select(['users.id', 'users.status', 'userCredentials.passwordHash'])
    .where('users.email', '=', email)
    .executeTakeFirst()

export const insertSession = (db: Db, session: Insertable<Sessions>) =>
  db.insertInto('sessions').values(session).execute()

export const findSessionForUpdate = (db: Db, id: string) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .selectAll('sessions')
    .where('sessions.id', '=', id)
    .where('users.status', '=', 'active')
    .forUpdate('sessions')
    .executeTakeFirst()

export const updateSession = (db: Db, id: string, changes: Updateable<Sessions>) =>
  db.updateTable('sessions').set(changes).where('id', '=', id).execute()

export async function getMe(db: Db, userId: string): Promise<Me> {
  const row = await db
    .selectFrom('users')
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select([
      'users.id',
      'users.name',
      'users.email',
      'users.role',
      'users.timeZone',
      'teams.id as teamId',
      'teams.name as teamName',
    ])
    .where('users.id', '=', userId)
    .executeTakeFirstOrThrow()
  const { teamId, teamName, ...person } = row
  return { ...person, team: teamId && teamName ? { id: teamId, name: teamName } : null }
}

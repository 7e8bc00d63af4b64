import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export const findTeamName = (db: Db, id: string) =>
  db.selectFrom('teams').select(['id', 'name']).where('id', '=', id).executeTakeFirst()

export async function findAvailableMembers(db: Db, teamId: string): Promise<string[]> {
  const members = await db
    .selectFrom('users')
    .select('id')
    .where('teamId', '=', teamId)
    .where('status', '=', 'active')
    .where('availability', '=', 'available')
    .execute()
  return members.map(({ id }) => id)
}

/** The team's own manager, else all managers, else the admins. */
export async function findManagers(db: Db, teamId: string | null): Promise<string[]> {
  const own = teamId
    ? await db
        .selectFrom('teams')
        .innerJoin('users', 'users.id', 'teams.managerId')
        .select('users.id')
        .where('teams.id', '=', teamId)
        .where('users.status', '=', 'active')
        .execute()
    : []
  if (own.length > 0) return own.map(({ id }) => id)
  return findFirstOf(db, ['manager', 'admin'])
}

/** The directors, else the admins. */
export const findDirectors = (db: Db): Promise<string[]> => findFirstOf(db, ['director', 'admin'])

async function findFirstOf(db: Db, roles: ('admin' | 'director' | 'manager')[]): Promise<string[]> {
  for (const role of roles) {
    const people = await db
      .selectFrom('users')
      .select('id')
      .where('role', '=', role)
      .where('status', '=', 'active')
      .execute()
    if (people.length > 0) return people.map(({ id }) => id)
  }
  return []
}

/** Reporter, assignee and watchers: who follows a ticket. Needs `actAsSystem` for it. */
export async function findFollowers(db: Db, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(array[reported_by_user_id, assigned_to_user_id]) as id from public.tickets where id = ${ticketId}
    union select user_id from public.ticket_watchers where ticket_id = ${ticketId}`.execute(db)
  return rows.map(({ id }) => id).filter((id) => id !== null)
}

export const findNames = (db: Db, ids: string[]) =>
  db.selectFrom('users').select(['id', 'name']).where(sql<boolean>`id = any (${ids}::uuid[])`).execute()

/** Somebody a ticket can be given to. */
export const findAssignee = (db: Db, id: string) =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'teamId'])
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst()

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

export const findAdmins = (db: Db): Promise<string[]> => findFirstOf(db, ['admin'])

/** Where a ticket without any team waits. */
export const findDefaultTeam = (db: Db) =>
  db
    .selectFrom('settings')
    .innerJoin('teams', 'teams.id', 'settings.defaultTeamId')
    .select(['teams.id', 'teams.name'])
    .executeTakeFirst()

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

/** Reporter, assignee and watchers, and the available members of the team while nobody has it. Needs `actAsSystem`. */
export async function findConcerned(db: Db, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(array[reported_by_user_id, assigned_to_user_id]) as id from public.tickets where id = ${ticketId}
    union select user_id from public.ticket_watchers where ticket_id = ${ticketId}
    union select u.id from public.tickets t join public.users u on u.team_id = t.assigned_team_id
      where t.id = ${ticketId} and t.assigned_to_user_id is null and u.status = 'active' and u.availability = 'available'`.execute(
    db,
  )
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

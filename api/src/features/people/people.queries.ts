import type { UserDetails } from '@physique57/contracts'
import { sql } from 'kysely'
import { comesAfter } from '../../db/comes-after.ts'
import type { Db } from '../../db/database.ts'
import type { NameCursor } from '../../http/cursor.ts'

export interface PeopleWanted {
  q?: string | undefined
  teamId?: string[] | undefined
}

/** Who works here now; whoever left is found only by id. */
const active = (db: Db, { q, teamId }: PeopleWanted) =>
  db
    .selectFrom('users')
    .where('users.status', '=', 'active')
    .$if(q !== undefined, (query) => query.where('users.name', 'ilike', `%${q?.replace(/[\\%_]/g, '\\$&')}%`))
    .$if(teamId !== undefined, (query) => query.where('users.teamId', 'in', teamId ?? []))

export const findPeople = (db: Db, wanted: PeopleWanted, limit: number, after: NameCursor | undefined) =>
  active(db, wanted)
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select(['users.id', 'users.name', 'users.teamId', 'teams.name as teamName'])
    .where(comesAfter(['users.name', 'users.id'], after))
    .orderBy('users.name')
    .orderBy('users.id')
    .limit(limit)
    .execute()

export async function countPeople(db: Db, wanted: PeopleWanted): Promise<number> {
  const counted = active(db, wanted).select((where) => where.fn.countAll<number>().as('total'))
  return (await counted.executeTakeFirstOrThrow()).total
}

export const findPerson = (db: Db, id: string) =>
  db
    .selectFrom('users')
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select(['users.id', 'users.name', 'users.teamId', 'teams.name as teamName'])
    .where('users.id', '=', id)
    .executeTakeFirst()

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>

type ProfileRow = UserDetails & { userId: string }

/** What the caller may know beyond name and team, of those of whom they may. */
export async function findProfiles(db: Db, ids: string[]): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`select * from app.profiles_of(${ids}::uuid[])`.execute(db)
  return rows
}

const teamsWithPeople = (db: Db) =>
  db
    .selectFrom('teams')
    .leftJoin('users as lead', 'lead.id', 'teams.leadUserId')
    .leftJoin('users as manager', 'manager.id', 'teams.managerId')
    .select((where) => [
      'teams.id',
      'teams.name',
      'lead.id as leadId',
      'lead.name as leadName',
      'manager.id as managerId',
      'manager.name as managerName',
      where
        .selectFrom('users')
        .whereRef('users.teamId', '=', 'teams.id')
        .where('users.status', '=', 'active')
        .select((members) => members.fn.countAll<number>().as('count'))
        .as('memberCount'),
    ])

export const findTeams = (db: Db, limit: number, after: NameCursor | undefined) =>
  teamsWithPeople(db)
    .where(comesAfter(['teams.name', 'teams.id'], after))
    .orderBy('teams.name')
    .orderBy('teams.id')
    .limit(limit)
    .execute()

export const findTeam = (db: Db, id: string) => teamsWithPeople(db).where('teams.id', '=', id).executeTakeFirst()

export type TeamRow = NonNullable<Awaited<ReturnType<typeof findTeam>>>

export async function countTeams(db: Db): Promise<number> {
  const counted = db.selectFrom('teams').select((where) => where.fn.countAll<number>().as('total'))
  return (await counted.executeTakeFirstOrThrow()).total
}

import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'

export type ColleagueRow = Awaited<ReturnType<typeof findColleagues>>[number]

const colleagues = (db: Db) =>
  db
    .selectFrom('users')
    .leftJoin('teams', 'teams.id', 'users.teamId')
    .select(['users.id', 'users.name', 'users.role', 'teams.id as teamId', 'teams.name as teamName'])
    .where('users.status', '=', 'active')

/** Of these people those who work here, with what decides what they see. */
export const findColleagues = (db: Db, ids: string[]) =>
  colleagues(db).where(sql<boolean>`users.id = any (${ids}::uuid[])`).execute()

interface Near {
  /** Reporter, assignee and watchers. */
  concerned: string[]
  teamId: string | null
  exceptId: string
}

/** By the beginning of a word of their name. The order only guesses who sees the ticket, so that few rows are enough. */
export function findMentionable(db: Db, q: string, { concerned, teamId, exceptId }: Near, limit: number) {
  const begin = `${q.replace(/[\\%_]/g, '\\$&')}%`
  return colleagues(db)
    .where('users.id', '!=', exceptId)
    .where((where) => where.or([where('users.name', 'ilike', begin), where('users.name', 'ilike', `% ${begin}`)]))
    .orderBy(
      sql`case when users.id = any (${concerned}::uuid[]) then 0 when users.team_id = ${teamId}::uuid then 1
        when users.role in ('admin', 'director', 'manager') then 2 else 3 end`,
    )
    .orderBy('users.name')
    .orderBy('users.id')
    .limit(limit)
    .execute()
}

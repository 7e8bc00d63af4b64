import type { Priority } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export const findRules = (db: Db) => db.selectFrom('assignmentRules').selectAll().where('isActive', '=', true).execute()

export const getResponsibleTeams = (db: Db, subcategoryId: string) =>
  db
    .selectFrom('subcategories')
    .leftJoin('settings', (join) => join.onTrue())
    .select(['subcategories.defaultTeamId as subcategoryTeamId', 'settings.defaultTeamId', 'settings.priorityWeights'])
    .where('subcategories.id', '=', subcategoryId)
    .executeTakeFirstOrThrow()

export const findTeam = (db: Db, id: string) =>
  db.selectFrom('teams').select(['id', 'name', 'leadUserId']).where('id', '=', id).executeTakeFirst()

const person = ['id', 'name', 'status', 'availability', 'teamId'] as const

export const findPerson = (db: Db, id: string) =>
  db.selectFrom('users').select(person).where('id', '=', id).executeTakeFirst()

export const findMembers = (db: Db, teamId: string) =>
  db.selectFrom('users').select(person).where('teamId', '=', teamId).execute()

/** What is read next stays true until this transaction ends: two tickets at once do not both see the same idle colleague. */
export const lockTeam = (db: Db, teamId: string) =>
  sql`select pg_advisory_xact_lock(hashtext('assignment'), hashtext(${teamId}))`.execute(db)

export async function findWorkloads(db: Db, userIds: string[]) {
  const { rows } = await sql<{ userId: string; priority: Priority; tickets: number }>`
    select * from app.workload_of(${userIds}::uuid[])`.execute(db)
  return rows
}

export async function findLastAssigned(db: Db, userIds: string[]) {
  const { rows } = await sql<{ userId: string; at: Date | null }>`
    select * from app.last_assigned(${userIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ userId, at }) => [userId, at]))
}

export const insertDecision = (
  db: Db,
  decision: {
    id: string
    ticketId: string
    ruleId: string | null
    assigneeId: string | null
    teamId: string | null
    reason: string
    candidates: string
  },
) => db.insertInto('assignmentDecisions').values(decision).execute()

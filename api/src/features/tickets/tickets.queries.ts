import type { Answers } from '@physique57/contracts'
import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import { notFound } from '../../http/app-error.ts'
import type { TicketFacts } from './ticket.policy.ts'

/** The row of a ticket about to change, locked. */
export type TicketRow = Awaited<ReturnType<typeof getTicketForUpdate>>

export async function getTicketForUpdate(db: Db, id: string) {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('This ticket')
  return row
}

export const factsOf = (row: {
  status: TicketFacts['status']
  isOpen: boolean
  deletedAt: Date | null
  mergedIntoId: string | null
  escalationLevel: number
  reportedByUserId: string
  assignedToUserId: string | null
  assignedTeamId: string | null
}): TicketFacts => ({
  status: row.status,
  isOpen: row.isOpen,
  isDeleted: row.deletedAt !== null,
  isMerged: row.mergedIntoId !== null,
  escalationLevel: row.escalationLevel,
  reporterId: row.reportedByUserId,
  assigneeId: row.assignedToUserId,
  teamId: row.assignedTeamId,
})

export const insertTicket = (db: Db, ticket: Insertable<Tables['tickets']>) =>
  db.insertInto('tickets').values(ticket).execute()

export const updateTicket = (db: Db, id: string, changes: Updateable<Tables['tickets']>) =>
  db.updateTable('tickets').set(changes).where('id', '=', id).execute()

const summaries = (db: Db) =>
  db
    .selectFrom('tickets')
    .innerJoin('categories', 'categories.id', 'tickets.categoryId')
    .innerJoin('subcategories', 'subcategories.id', 'tickets.subcategoryId')
    .innerJoin('studios', 'studios.id', 'tickets.studioId')
    .innerJoin('users as reporter', 'reporter.id', 'tickets.reportedByUserId')
    .leftJoin('users as assignee', 'assignee.id', 'tickets.assignedToUserId')
    .leftJoin('teams', 'teams.id', 'tickets.assignedTeamId')
    .leftJoin('clients', 'clients.id', 'tickets.clientId')
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.title',
      'tickets.status',
      'tickets.isOpen',
      'tickets.priority',
      'tickets.tags',
      'tickets.categoryId',
      'tickets.subcategoryId',
      'tickets.studioId',
      'tickets.reportedByUserId',
      'tickets.assignedToUserId',
      'tickets.assignedTeamId',
      'tickets.clientMood',
      'tickets.source',
      'tickets.escalationLevel',
      'tickets.createdAt',
      'tickets.updatedAt',
      'tickets.occurredAt',
      'tickets.followUpAt',
      'tickets.resolvedAt',
      'tickets.closedAt',
      'tickets.deletedAt',
      'tickets.mergedIntoId',
      'tickets.version',
      'categories.name as categoryName',
      'subcategories.name as subcategoryName',
      'studios.name as studioName',
      'studios.shortName as studioShortName',
      'studios.city as studioCity',
      'reporter.name as reporterName',
      'assignee.name as assigneeName',
      'teams.name as teamName',
      'clients.name as clientName',
    ])

export type SummaryRow = Awaited<ReturnType<typeof findSummaries>>[number]

/** In no particular order. */
export const findSummaries = (db: Db, ids: string[]) =>
  summaries(db).where(sql<boolean>`tickets.id = any (${ids}::uuid[])`).execute()

/** Of each ticket, its answers to these questions, and the form they were given to. */
export const findAnswers = (db: Db, ids: string[], keys: string[]) =>
  db
    .selectFrom('tickets')
    .select([
      'tickets.id',
      'formVersionId',
      sql<Answers>`(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(tickets.answers) where key = any (${keys}))`.as(
        'answers',
      ),
    ])
    .where(sql<boolean>`tickets.id = any (${ids}::uuid[])`)
    .execute()

export const findForms = (db: Db, formVersionIds: string[]) =>
  db
    .selectFrom('formVersions')
    .select(['id', 'fields'])
    .where(sql<boolean>`id = any (${formVersionIds}::uuid[])`)
    .execute()

export type DetailRow = Awaited<ReturnType<typeof getTicketDetail>>

export async function getTicketDetail(db: Db, id: string) {
  const row = await summaries(db)
    .innerJoin('formVersions', 'formVersions.id', 'tickets.formVersionId')
    .leftJoin('users as resolver', 'resolver.id', 'tickets.resolvedByUserId')
    .select([
      'tickets.description',
      'tickets.actionTaken',
      'tickets.clientId',
      'tickets.answers',
      'tickets.resolutionNote',
      'tickets.clientInformed',
      'tickets.clientInformedHow',
      'tickets.resolvedByUserId',
      'resolver.name as resolverName',
      'tickets.formVersionId',
      'formVersions.version as formVersion',
      'formVersions.fields as formFields',
      'clients.email as clientEmail',
      'clients.phone as clientPhone',
      'clients.membershipNumber as clientMembershipNumber',
      'clients.status as clientStatus',
    ])
    .where('tickets.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('This ticket')
  return row
}

export const findWatchers = (db: Db, ticketId: string) =>
  db
    .selectFrom('users')
    .select(['users.id', 'users.name'])
    .where('users.id', 'in', sql<string>`(select app.watchers_of(${ticketId}))`)
    .orderBy('users.name')
    .execute()

export const findLatestDecision = (db: Db, ticketId: string) =>
  db
    .selectFrom('assignmentDecisions')
    .leftJoin('assignmentRules', 'assignmentRules.id', 'assignmentDecisions.ruleId')
    .select(['assignmentDecisions.at', 'reason', 'candidates', 'assignmentRules.name as ruleName'])
    .where('assignmentDecisions.ticketId', '=', ticketId)
    .where('retractedAt', 'is', null)
    .orderBy('assignmentDecisions.at', 'desc')
    .orderBy('assignmentDecisions.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Names of lookup entries and studios, by id. */
export const findLookupNames = (db: Db, ids: string[]) =>
  db
    .selectFrom('lookupValues')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .unionAll(db.selectFrom('studios').select(['id', 'name']).where(sql<boolean>`id = any (${ids}::uuid[])`))
    .execute()

export type EditableRow = Awaited<ReturnType<typeof getEditable>>

/** What an edit may change, with the names that history will tell. */
export const getEditable = (db: Db, ticketId: string) =>
  db
    .selectFrom('tickets')
    .innerJoin('categories', 'categories.id', 'tickets.categoryId')
    .innerJoin('subcategories', 'subcategories.id', 'tickets.subcategoryId')
    .innerJoin('studios', 'studios.id', 'tickets.studioId')
    .innerJoin('formVersions', 'formVersions.id', 'tickets.formVersionId')
    .leftJoin('clients', 'clients.id', 'tickets.clientId')
    .select([
      'title',
      'description',
      'clientMood',
      'source',
      'occurredAt',
      'followUpAt',
      'actionTaken',
      'answers',
      'formVersionId',
      'formVersions.fields as formFields',
      'clientId',
      'clients.name as clientName',
      'studios.name as studioName',
      'tickets.subcategoryId',
      'subcategories.name as subcategoryName',
      'categories.name as categoryName',
    ])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirstOrThrow()

/** 404 unless the caller sees it. */
export async function getVisibleTicket(db: Db, id: string): Promise<TicketFacts> {
  const row = await db
    .selectFrom('tickets')
    .select([
      'status',
      'isOpen',
      'deletedAt',
      'mergedIntoId',
      'escalationLevel',
      'reportedByUserId',
      'assignedToUserId',
      'assignedTeamId',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('This ticket')
  return factsOf(row)
}

export const getTitle = (db: Db, id: string) =>
  db.selectFrom('tickets').select(['number', 'title']).where('id', '=', id).executeTakeFirstOrThrow()

/** The newest open tickets of a subcategory, enough to find one that is the same. */
export const findOpenAlike = (db: Db, subcategoryId: string) =>
  db
    .selectFrom('tickets')
    .select(['id', 'title', 'description', 'studioId'])
    .where('subcategoryId', '=', subcategoryId)
    .where(sql<boolean>`is_open`)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

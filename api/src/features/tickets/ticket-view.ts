import {
  type Clock,
  type ClockKind,
  type ExplainedClock,
  isFormColumn,
  nextStatuses,
  type PersonRef,
  type Ticket,
  type TicketColumnKey,
  type TicketSummary,
} from '@physique57/contracts'
import type { Tx } from '../../db/transaction.ts'
import { findAttachments } from '../files/attachments.ts'
import { explainClocks, readClocks } from '../sla/clocks.service.ts'
import { lookupIdsOf } from './answer-words.ts'
import { findUndoable } from './moves/changes.queries.ts'
import { findFinalId, findMergedFrom } from './moves/merge.queries.ts'
import { findNames } from './people.queries.ts'
import { viewAnswers } from './shown-answers.ts'
import { findStoryEnd } from './thread/thread.queries.ts'
import { whatCanBeDone } from './ticket.policy.ts'
import { ticketKey } from './ticket-key.ts'
import {
  type DetailRow,
  factsOf,
  findLatestDecision,
  findLookupNames,
  findSummaries,
  findWatchers,
  getTicketDetail,
  type SummaryRow,
} from './tickets.queries.ts'

/** Rows of a list, in the order of the ids; one that went out of sight meanwhile is left out. */
export async function viewSummaries({ db, actor, now }: Tx, ids: string[]): Promise<TicketSummary[]> {
  if (ids.length === 0) return []
  const rows = new Map((await findSummaries(db, ids)).map((row) => [row.id, row]))
  const clocks = await readClocks(db, ids, now)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    const both = clocks.get(id)
    return row && both ? [{ ...toSummary(row, both), can: whatCanBeDone(actor, factsOf(row)) }] : []
  })
}

/** The same, with what these columns show besides. */
export async function viewRows(tx: Tx, ids: string[], columns: readonly TicketColumnKey[]): Promise<TicketSummary[]> {
  const rows = await viewSummaries(tx, ids)
  const keys = columns.filter(isFormColumn)
  if (keys.length === 0 || rows.length === 0) return rows
  const answers = await viewAnswers(tx, ids, keys)
  return rows.map((row) => ({ ...row, shownAnswers: answers.get(row.id) ?? {} }))
}

/** The whole ticket, with what the caller may do to it. */
export async function viewTicket(tx: Tx, id: string): Promise<Ticket> {
  const { db, actor, now } = tx
  const row = await getTicketDetail(db, id)
  const clocks = await explainClocks(db, id, now)
  if (!clocks) throw new Error(`ticket ${id} has no clocks`)

  const facts = factsOf(row)
  const target = await findFinal(db, row)
  return {
    ...toSummary(row, clocks),
    firstResponse: clocks.first_response,
    resolution: clocks.resolution,
    description: row.description,
    actionTaken: row.actionTaken,
    client: clientOf(row),
    form: { formVersionId: row.formVersionId, version: row.formVersion, fields: row.formFields },
    answers: row.answers,
    lookupNames: await lookupNamesOf(db, row),
    attachments: await findAttachments(db, actor, { ticketId: id, facts }),
    assignment: await viewDecision(db, id),
    outcome: outcomeOf(row),
    watchers: await findWatchers(db, id),
    mergedInto: target && { id: target.id, key: target.row && ticketKey(target.row.number) },
    mergedFrom: (await findMergedFrom(db, id)).map(({ number, ...from }) => ({ ...from, key: ticketKey(number) })),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    undoable: await viewUndoable(tx, id),
    storyAt: ((await findStoryEnd(db, id)) ?? row.createdAt).toISOString(),
    nextStatuses: facts.isDeleted || facts.isMerged ? [] : [...nextStatuses[row.status]],
    can: whatCanBeDone(actor, facts, target?.row ? factsOf(target.row) : null),
  }
}

/** The ticket that stands for a merged one, with its row if the caller sees it. */
async function findFinal(db: Tx['db'], { id, mergedIntoId }: DetailRow) {
  if (!mergedIntoId) return null
  const finalId = await findFinalId(db, id)
  const [row = null] = await findSummaries(db, [finalId])
  return { id: finalId, row }
}

async function viewUndoable({ db, actor, now }: Tx, id: string): Promise<Ticket['undoable']> {
  const change = await findUndoable(db, id, actor.id, now)
  return change ? { id: change.id, until: change.until.toISOString() } : null
}

type Clocks = Record<ClockKind, Clock | ExplainedClock>

const toSummary = (row: SummaryRow, { first_response, resolution }: Clocks): Omit<TicketSummary, 'can'> => ({
  id: row.id,
  number: row.number,
  key: ticketKey(row.number),
  title: row.title,
  status: row.status,
  priority: row.priority,
  tags: row.tags,
  category: { id: row.categoryId, name: row.categoryName },
  subcategory: { id: row.subcategoryId, name: row.subcategoryName },
  studio: { id: row.studioId, name: row.studioName, shortName: row.studioShortName, city: row.studioCity },
  reporter: { id: row.reportedByUserId, name: row.reporterName },
  assignee: personOf(row.assignedToUserId, row.assigneeName),
  team: personOf(row.assignedTeamId, row.teamName),
  clientName: row.clientName,
  clientMood: row.clientMood,
  source: row.source,
  escalationLevel: row.escalationLevel,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  occurredAt: row.occurredAt?.toISOString() ?? null,
  followUpAt: row.followUpAt?.toISOString() ?? null,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  version: row.version,
  firstResponse: first_response,
  resolution,
})

const personOf = (id: string | null, name: string | null): PersonRef | null => (id && name ? { id, name } : null)

const clientOf = (row: DetailRow): Ticket['client'] =>
  row.clientId && row.clientName && row.clientStatus
    ? {
        id: row.clientId,
        name: row.clientName,
        email: row.clientEmail,
        phone: row.clientPhone,
        membershipNumber: row.clientMembershipNumber,
        status: row.clientStatus,
      }
    : null

const outcomeOf = (row: DetailRow): Ticket['outcome'] =>
  row.resolvedAt && row.resolutionNote !== null
    ? {
        note: row.resolutionNote,
        clientInformed: row.clientInformed,
        clientInformedHow: row.clientInformedHow,
        at: row.resolvedAt.toISOString(),
        by: personOf(row.resolvedByUserId, row.resolverName),
      }
    : null

async function lookupNamesOf(db: Tx['db'], { formFields, answers }: DetailRow): Promise<Record<string, string>> {
  const ids = lookupIdsOf(formFields, answers)
  if (ids.length === 0) return {}
  return Object.fromEntries((await findLookupNames(db, ids)).map(({ id, name }) => [id, name]))
}

async function viewDecision(db: Tx['db'], ticketId: string): Promise<Ticket['assignment']> {
  const decision = await findLatestDecision(db, ticketId)
  if (!decision) return null
  const names = new Map(
    (
      await findNames(
        db,
        decision.candidates.map(({ userId }) => userId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    at: decision.at.toISOString(),
    reason: decision.reason,
    rule: decision.ruleName,
    candidates: decision.candidates.map(({ userId, load, available }) => ({
      person: { id: userId, name: names.get(userId) ?? 'Somebody who left' },
      load,
      available,
    })),
  }
}

import { undoMinutes } from '@physique57/contracts'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { ChangeAction, MovedByMerge, StoredDifference, Tables } from '../../../db/tables.ts'

export type ChangeRow = Selectable<Tables['ticketChanges']>

interface NewChange {
  id: string
  ticketId: string
  actorId: string
  action: ChangeAction
  difference: StoredDifference
  beganAt: Date
  merge?: { targetId: string; moved: MovedByMerge }
}

export const insertChange = (db: Db, { difference, merge, ...change }: NewChange) =>
  db
    .insertInto('ticketChanges')
    .values({
      ...change,
      difference: JSON.stringify(difference),
      targetId: merge?.targetId ?? null,
      moved: merge ? JSON.stringify(merge.moved) : null,
    })
    .execute()

/** Row-level security shows one's own, and merges. */
export const findChange = (db: Db, id: string): Promise<ChangeRow | undefined> =>
  db.selectFrom('ticketChanges').selectAll().where('id', '=', id).executeTakeFirst()

/** How this ticket was merged, while it is. */
export const findMerge = (db: Db, ticketId: string): Promise<ChangeRow | undefined> =>
  db
    .selectFrom('ticketChanges')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('action', '=', 'merge')
    .where('undoneAt', 'is', null)
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The latest of this person's changes to a ticket, or merges into it, while it can be taken back. */
export async function findUndoable(db: Db, ticketId: string, actorId: string, now: Date) {
  const change = await db
    .selectFrom('ticketChanges')
    .select(['id', 'endedAt', 'undoneAt'])
    .where((where) => where.or([where('ticketId', '=', ticketId), where('targetId', '=', ticketId)]))
    .where('actorId', '=', actorId)
    .where('endedAt', '>', new Date(now.getTime() - undoMs))
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return change && !change.undoneAt ? { id: change.id, until: new Date(change.endedAt.getTime() + undoMs) } : undefined
}

export const undoMs = undoMinutes * 60_000

export const markUndone = (db: Db, id: string, at: Date) =>
  db.updateTable('ticketChanges').set({ undoneAt: at }).where('id', '=', id).execute()

const trackedColumns = [
  'status',
  'priority',
  'tags',
  'assignedToUserId',
  'assignedTeamId',
  'resolutionNote',
  'clientInformed',
  'clientInformedHow',
  'resolvedByUserId',
  'resolvedAt',
  'closedAt',
  'mergedIntoId',
  'deletedAt',
] as const

/** What moves change of a ticket. */
export const getTracked = (db: Db, ticketId: string) =>
  db.selectFrom('tickets').select(trackedColumns).where('id', '=', ticketId).executeTakeFirstOrThrow()

/** Whether the caller sees it by themselves, whatever role they act in. */
export async function canSee(db: Db, ticketId: string): Promise<boolean> {
  const { rows } = await sql<{ isSeen: boolean }>`select app.can_see(${ticketId}) as is_seen`.execute(db)
  return rows[0]?.isSeen ?? false
}

/** Decisions of that time no longer answer "why me?". */
export const retractDecisions = (db: Db, { ticketId, beganAt, endedAt }: ChangeRow, at: Date) =>
  db
    .updateTable('assignmentDecisions')
    .set({ retractedAt: at })
    .where('ticketId', '=', ticketId)
    .where('at', '>=', beganAt)
    .where('at', '<=', endedAt)
    .execute()

/** What the story says since, by whom: all of it, or what happened while this change lasted. */
export const findStory = (db: Db, ticketId: string, from: Date, to?: Date) =>
  db
    .selectFrom('ticketHistory')
    .leftJoin('users as actor', 'actor.id', 'ticketHistory.actorId')
    .select(['actor.name as actorName', 'event', 'detail'])
    .where('ticketId', '=', ticketId)
    .where('at', '>=', from)
    .$if(to !== undefined, (query) => query.where('at', '<=', to ?? from))
    .orderBy('at')
    .orderBy('ticketHistory.id')
    .limit(20)
    .execute()

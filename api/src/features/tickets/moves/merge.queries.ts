import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import type { MovedByMerge } from '../../../db/tables.ts'

/** The ticket that stands in the end, when this one was merged into one that was merged itself; otherwise this one. */
export async function findFinalId(db: Db, ticketId: string): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`select app.merged_into(${ticketId}) as id`.execute(db)
  return rows[0]?.id ?? ticketId
}

export const findMergedFrom = (db: Db, ticketId: string) =>
  db
    .selectFrom('tickets')
    .select(['id', 'number', 'title'])
    .where('mergedIntoId', '=', ticketId)
    .where('deletedAt', 'is', null)
    .orderBy('number')
    .execute()

/** Those the caller sees, locked in the order of their ids, so that two merges of the same pair do not wait for each other. */
export const lockTickets = (db: Db, ids: string[]) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()

/** What was said and attached. Answers what moved. */
export async function moveContents(
  db: Db,
  from: string,
  to: string,
): Promise<Pick<MovedByMerge, 'responses' | 'attachments'>> {
  const responses = await db
    .updateTable('ticketResponses')
    .set({ ticketId: to })
    .where('ticketId', '=', from)
    .returning('id')
    .execute()
  const attachments = await db
    .updateTable('ticketAttachments')
    .set({ ticketId: to })
    .where('ticketId', '=', from)
    .returning('id')
    .execute()
  return { responses: responses.map(({ id }) => id), attachments: attachments.map(({ id }) => id) }
}

export async function moveContentsBack(db: Db, from: string, to: string, moved: MovedByMerge): Promise<void> {
  for (const [table, ids] of [
    ['ticketResponses', moved.responses],
    ['ticketAttachments', moved.attachments],
  ] as const) {
    await db
      .updateTable(table)
      .set({ ticketId: to })
      .where('ticketId', '=', from)
      .where(sql<boolean>`id = any (${ids}::uuid[])`)
      .execute()
  }
}

/** Whoever followed the source follows the target. Answers those who did not before. */
export async function addFollowersOf(db: Db, sourceId: string, targetId: string): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    insert into public.ticket_watchers (user_id, ticket_id)
    select person, ${targetId} from (
      select unnest(array[s.reported_by_user_id, s.assigned_to_user_id]) as person from public.tickets s where s.id = ${sourceId}
      union select user_id from public.ticket_watchers where ticket_id = ${sourceId}) follower
    where person is not null and not exists (
      select from public.tickets t where t.id = ${targetId} and person in (t.reported_by_user_id, t.assigned_to_user_id))
    on conflict do nothing
    returning user_id`.execute(db)
  return rows.map(({ userId }) => userId)
}

export async function removeWatchers(db: Db, ticketId: string, userIds: string[]): Promise<void> {
  await db
    .deleteFrom('ticketWatchers')
    .where('ticketId', '=', ticketId)
    .where(sql<boolean>`user_id = any (${userIds}::uuid[])`)
    .execute()
}

export async function removeTags(db: Db, ticketId: string, tags: string[]): Promise<void> {
  if (tags.length === 0) return
  await sql`
    update public.tickets set tags = array(select tag from unnest(tags) tag where tag <> all (${tags}::text[]) order by tag)
    where id = ${ticketId} and tags && ${tags}::text[]`.execute(db)
}

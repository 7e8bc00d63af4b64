import { sql } from 'kysely'
import { expect } from 'vitest'
import { loadOf } from '../features/assignment/load-of.ts'
import type { TestApp } from './test-app.ts'

/** Of each ticket everything that its creation makes, once. Expects that every one of them found an assignee. */
export async function expectEachStoredOnce(t: TestApp, keys: string[]): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`
    select k.key, k.status as answered,
      (select count(*) from public.tickets where id = k.ticket_id) as tickets,
      (select count(*) from public.ticket_history h where h.ticket_id = k.ticket_id and event = 'created') as created,
      (select count(*) from public.ticket_history h where h.ticket_id = k.ticket_id) as history,
      (select array_agg(kind || ' ' || cycle order by kind) from public.ticket_clocks c where c.ticket_id = k.ticket_id) as clocks,
      (select array_agg(event order by event) from public.notifications n where n.ticket_id = k.ticket_id) as notifications,
      (select count(*) from public.notifications n join public.tickets t on t.id = n.ticket_id and t.assigned_to_user_id = n.user_id
        where t.id = k.ticket_id) as told_to_assignee,
      (select count(*) from public.assignment_decisions d where d.ticket_id = k.ticket_id) as decisions,
      (select count(*) from jobs.job j where j.data ->> 'ticketId' = k.ticket_id::text) as mails
    from public.idempotency_keys k order by k.key`.execute(t.everything)

  const once = {
    answered: 201,
    tickets: 1,
    created: 1,
    history: 2,
    clocks: ['first_response 1', 'resolution 1'],
    notifications: ['assigned'],
    toldToAssignee: 1,
    decisions: 1,
    mails: 1,
  }
  expect(rows).toEqual(keys.toSorted().map((key) => ({ key, ...once })))
  const all = await sql<{ count: number }>`select count(*) from public.tickets`.execute(t.everything)
  expect(all.rows[0]?.count).toBe(keys.length)
}

/** The sums of the weights of what each of these people has open, lowest first. */
export async function loadsOf(t: TestApp, userIds: string[]): Promise<number[]> {
  const rows = await t.everything
    .selectFrom('tickets')
    .select(['assignedToUserId', 'priority'])
    .where('isOpen', '=', true)
    .execute()
  return userIds
    .map((id) =>
      rows
        .filter((row) => row.assignedToUserId === id)
        .reduce((sum, { priority }) => sum + loadOf({ [priority]: 1 }), 0),
    )
    .toSorted((a, b) => a - b)
}

import { type Notification, notifications, tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let person: TestUser
let ticketId: string
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

async function withUnread(count: number) {
  person = await t.newUser()
  ticketId = (await t.newTicket(person, { assignee: null })).id
  await sql`
    insert into public.notifications (id, user_id, ticket_id, event, message, created_at, in_app_at)
    select gen_random_uuid(), ${person.id}, ${ticketId}, 'response', 'News ' || n, at, at
    from generate_series(1, ${count}) n, lateral (select now() - make_interval(mins => n / 3) as at) then_`.execute(
    t.everything,
  )
}

const unread = async (user: TestUser) => (await t.call(user, notifications.unreadCount)).body.unread

/** Everything from here on; `between` happens after each page. */
async function itemsFrom(
  cursor: string | null,
  between: () => Promise<unknown> = async () => {},
): Promise<Notification[]> {
  const query = { limit: 100, unread: 'true' as const, ...(cursor && { cursor }) }
  const { items, nextCursor } = (await t.call(person, notifications.list, { query })).body
  await between()
  return nextCursor ? [...items, ...(await itemsFrom(nextCursor, between))] : items
}

test('a thousand unread are counted, and paged through without one missing or twice, while more come in', async () => {
  await withUnread(1000)
  expect(await unread(person)).toBe(1000)
  const row = { userId: person.id, ticketId, event: 'response' as const, message: 'Newer' }
  const items = await itemsFrom(null, () =>
    t.everything
      .insertInto('notifications')
      .values({ id: uuid(), ...row })
      .execute(),
  )
  expect(items).toHaveLength(1000)
  expect(new Set(items.map(({ id }) => id)).size).toBe(1000)
  const times = items.map(({ arrivedAt }) => arrivedAt)
  expect(times).toEqual(times.toSorted().reverse())
})

test('all are marked as read at once, and nobody else’s', async () => {
  await withUnread(1000)
  const other = await t.newUser()
  await t.everything
    .insertInto('notifications')
    .values({ id: uuid(), userId: other.id, ticketId, event: 'response', message: 'Theirs' })
    .execute()
  await t.everything.insertInto('ticketWatchers').values({ ticketId, userId: other.id }).execute()

  expect((await t.call(person, notifications.readAll)).body).toEqual({ unread: 0 })
  expect(await unread(person)).toBe(0)
  expect(await itemsFrom(null)).toEqual([])
  expect(await unread(other)).toBe(1)
})

test('those about one ticket are marked as read together, and the answer says how many are left', async () => {
  await withUnread(3)
  const other = await t.newTicket(person, { assignee: null })
  const row = { userId: person.id, ticketId: other.id, event: 'response' as const, message: 'Elsewhere' }
  await t.everything
    .insertInto('notifications')
    .values({ id: uuid(), ...row })
    .execute()

  const readOn = (id: string) => t.call(person, notifications.readAll, { query: { ticketId: id } })
  expect((await readOn(ticketId)).body).toEqual({ unread: 1 })
  expect((await itemsFrom(null)).map(({ message }) => message)).toEqual(['Elsewhere'])
  expect((await readOn(uuid())).body, 'of a ticket that is not there').toEqual({ unread: 1 })
})

test('one is read once; the time it was first read stays', async () => {
  await withUnread(2)
  const [first] = (await t.call(person, notifications.list)).body.items
  if (!first) throw new Error('nothing in the inbox')
  const read = () => t.call(person, notifications.read, { params: { id: first.id } })
  const { readAt } = (await read()).body
  expect(readAt).not.toBeNull()
  expect((await read()).body.readAt).toBe(readAt)
  expect(await unread(person)).toBe(1)
})

test('what is about a ticket one no longer sees is neither listed nor counted', async () => {
  await withUnread(3)
  const manager = await t.newUser({ role: 'manager' })
  await t.everything
    .updateTable('tickets')
    .set({ reportedByUserId: manager.id, assignedTeamId: null })
    .where('id', '=', ticketId)
    .execute()
  expect((await t.call(person, tickets.get, { params: { id: ticketId } })).status).toBe(404)
  expect(await unread(person)).toBe(0)
  expect((await t.call(person, notifications.list)).body.items).toEqual([])
})

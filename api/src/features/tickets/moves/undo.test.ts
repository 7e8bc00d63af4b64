import { changes, merging, notifications, type Ticket, tickets, trash } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let manager: TestUser
let admin: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
  admin = await t.newUser({ role: 'admin' })
})
afterAll(() => t.stop())

const get = async (user: TestUser, id: string) => (await t.call(user, tickets.get, { params: { id } })).body
const undo = (user: TestUser, { undoable }: Ticket) =>
  t.call(user, changes.undo, { params: { id: undoable?.id ?? uuid() }, headers: { 'idempotency-key': uuid() } })
const update = (user: TestUser, id: string, body: object) => t.call(user, tickets.update, { params: { id }, body })
const bell = async (user: TestUser) => (await t.call(user, notifications.list)).body.items.map(({ message }) => message)

/** What a person would notice, and when its clocks are due. */
function lasting({
  version: _,
  updatedAt: __,
  undoable: ___,
  storyAt: ____,
  firstResponse,
  resolution,
  ...ticket
}: Ticket) {
  const clocks = [firstResponse, resolution].map(({ kind, state, dueAt, startedAt, stoppedAt, targetMinutes }) => ({
    kind,
    state,
    dueAt,
    startedAt,
    stoppedAt,
    targetMinutes,
  }))
  return { ...ticket, clocks }
}

/** Each thing one can do and take back, from a ticket in the state it needs. */
const moves: [string, object, (id: string, person: TestUser) => Promise<{ status: number; body: Ticket }>][] = [
  ['waiting', {}, (id) => update(manager, id, { status: 'in_progress' })],
  ['pausing', { status: 'in_progress' }, (id) => update(manager, id, { status: 'pending' })],
  ['tagging', {}, (id) => update(manager, id, { tags: ['vip', 'refund'] })],
  ['another priority', {}, (id) => update(manager, id, { priority: 'critical' })],
  [
    'giving it to somebody',
    {},
    (id, person) => t.call(manager, tickets.assign, { params: { id }, body: { userId: person.id } }),
  ],
  ['resolving', {}, (id) => t.call(manager, tickets.resolve, { params: { id }, body: { note: 'Done' } })],
  ['closing', { status: 'resolved' }, (id) => t.call(manager, tickets.close, { params: { id } })],
  [
    'reopening',
    { status: 'closed' },
    (id) => t.call(manager, tickets.reopen, { params: { id }, body: { reason: 'It is back' } }),
  ],
]

test.each(moves)('%s is taken back as if it had never been; the story remembers', async (_, given, move) => {
  const [reporter, other] = [await t.newUser(), await t.newUser({ team: 'Marketing' })]
  const ticket = await t.newTicket(reporter, given)
  const before = lasting(await get(manager, ticket.id))

  const moved = await move(ticket.id, other)
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect(lasting(moved.body)).not.toEqual(before)
  const undone = await undo(manager, moved.body)

  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  expect(lasting(undone.body)).toEqual(before)
  const { body: story } = await t.call(manager, tickets.history, { params: { id: ticket.id } })
  const [done, last] = story.items.filter(({ event }) => event !== 'measured').slice(-2)
  expect(last?.sentence).toBe(`took back: ${done?.sentence}`)
})

test('taken back before the mail goes, nobody has heard of it; who had read it reads that it was taken back', async () => {
  const [reporter, early, late] = [await t.newUser(), await t.newUser(), await t.newUser()]
  const assign = (id: string, userId: string) => t.call(manager, tickets.assign, { params: { id }, body: { userId } })
  const { id, key } = await t.newTicket(reporter)

  await undo(manager, (await assign(id, late.id)).body)
  await t.runJobs()
  expect(await bell(late)).toEqual([])
  expect(await t.mailsTo(late)).toEqual([])

  const given = (await assign(id, early.id)).body
  await t.call(early, notifications.readAll)
  // or the ticket would be out of sight again
  await t.everything.insertInto('ticketWatchers').values({ ticketId: id, userId: early.id }).execute()
  await undo(manager, given)
  expect((await bell(early))[0]).toMatch(`Anita took back a change to ${key}: assigned it to ${early.name}`)
})

test('what somebody else changed since stands: 409 says what it was, and nothing changes', async () => {
  const reporter = await t.newUser()
  const other = await t.newUser({ role: 'director', name: 'Devika' })
  const { id } = await t.newTicket(reporter)
  const changed = (await update(manager, id, { priority: 'medium' })).body
  await update(other, id, { priority: 'high' })
  const before = await get(manager, id)

  const reply = await undo(manager, changed)

  expect(reply.status).toBe(409)
  expect(problemOf(reply).detail).toContain('Devika changed the priority from medium to high')
  expect(problemOf(reply).errors?.map(({ path }) => path)).toContain('priority')
  expect(await get(manager, id)).toMatchObject({ priority: 'high', version: before.version })
})

test('another thing that changed since is left as it is', async () => {
  const [reporter, assignee] = [await t.newUser(), await t.newUser()]
  const { id } = await t.newTicket(reporter, { assignee })
  const changed = (await update(manager, id, { priority: 'critical' })).body
  await t.call(assignee, tickets.respond, { params: { id }, body: { kind: 'reply', body: 'On my way' } })
  await update(assignee, id, { title: 'Said better' })

  const { status, body } = await undo(manager, changed)

  expect(status).toBe(200)
  expect(body).toMatchObject({ priority: 'low', title: 'Said better', firstResponse: { state: 'met' } })
})

test('only whoever did it, once, and for five minutes', async () => {
  const { id } = await t.newTicket(await t.newUser())
  const changed = (await update(manager, id, { priority: 'critical' })).body
  expect(Date.parse(changed.undoable?.until ?? '') - Date.now()).toBeGreaterThan(4 * 60_000)
  expect((await get(admin, id)).undoable).toBeNull()
  expect((await undo(admin, changed)).status).toBe(404)

  const [first, second] = await Promise.all([undo(manager, changed), undo(manager, changed)])
  expect([first.status, second.status].sort()).toEqual([200, 409])
  expect((await get(manager, id)).undoable).toBeNull()

  const late = (await update(manager, id, { priority: 'high' })).body
  await sql`update public.ticket_changes set ended_at = now() - interval '5 minutes 1 second' where id = ${late.undoable?.id}`.execute(
    t.everything,
  )
  expect((await get(manager, id)).undoable).toBeNull()
  expect((await undo(manager, late)).status).toBe(409)
})

test('a merge is taken back by the same button', async () => {
  const person = await t.newUser()
  const [source, target] = [await t.newTicket(person), await t.newTicket(person)]
  const before = lasting(await get(manager, source.id))
  const merged = await t.call(manager, merging.merge, { params: { id: source.id }, body: { targetId: target.id } })

  const { status, body } = await undo(manager, merged.body)

  expect(status).toBe(200)
  expect(lasting(body)).toEqual(before)
  expect((await undo(manager, merged.body)).status).toBe(409)
})

test('whoever hands a ticket out of their own sight is offered no undo', async () => {
  const assignee = await t.newUser({ team: 'Sales' })
  const { id } = await t.newTicket(await t.newUser(), { assignee, team: 'Finance' })
  const { body } = await t.call(assignee, tickets.assign, { params: { id }, body: { userId: null } })
  expect(body.undoable).toBeNull()
})

test('a deleted ticket lies in the trash with who deleted it, and comes back as it was', async () => {
  const ticket = await t.newTicket(await t.newUser(), { title: 'Deleted by mistake' })
  const params = { id: ticket.id }
  const before = lasting(await get(admin, ticket.id))
  await t.call(admin, tickets.remove, { params })

  const { body } = await t.call(admin, trash.list, { query: { limit: 1 } })
  expect(body.items).toMatchObject([{ id: ticket.id, deletedBy: { id: admin.id } }])
  const deleted = await get(admin, ticket.id)
  expect(deleted).toMatchObject({ deletedAt: body.items[0]?.deletedAt, can: { restore: true, remove: false } })

  const restored = await t.call(admin, trash.restore, { params })
  expect(restored.status, JSON.stringify(restored.body)).toBe(200)
  expect(lasting(restored.body)).toEqual(before)
  expect((await t.call(manager, tickets.get, { params })).status).toBe(200)
  const audit = await t.everything.selectFrom('auditLog').select('action').where('subject', '=', ticket.key).execute()
  expect(audit.map(({ action }) => action)).toEqual(['ticket.deleted', 'ticket.restored'])
})

test('deleting is taken back within five minutes, as everything else', async () => {
  const { id } = await t.newTicket(await t.newUser())
  const before = lasting(await get(admin, id))
  await t.call(admin, tickets.remove, { params: { id } })
  const { status, body } = await undo(admin, await get(admin, id))
  expect(status).toBe(200)
  expect(lasting(body)).toEqual(before)
})

test('the trash is read page by page, latest first', async () => {
  for (let n = 0; n < 3; n++) {
    const { id } = await t.newTicket(await t.newUser())
    await t.call(admin, tickets.remove, { params: { id } })
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = { limit: 2, ...(cursor && { cursor }) }
    const { body }: { body: Awaited<ReturnType<typeof t.call<typeof trash.list>>>['body'] } = await t.call(
      admin,
      trash.list,
      { query },
    )
    seen.push(...body.items.map(({ deletedAt }) => deletedAt))
    cursor = body.nextCursor
    expect(body.total).toBeGreaterThanOrEqual(3)
  } while (cursor)
  expect(seen).toEqual([...seen].sort().reverse())
  expect(seen.length).toBeGreaterThanOrEqual(3)
})

import { type BulkOperation, type BulkUpdate, bulk, notifications, tickets } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { createMailer } from '../../deps.ts'
import { copyTickets } from '../../test/copy-tickets.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { whileHolding } from '../../test/while-holding.ts'
import { sendDigest } from '../notifications/digest.jobs.ts'

// jobs are waited for, also where everything else runs at the same time
vi.setConfig({ testTimeout: 120_000 })

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
})
afterAll(() => t.stop())

const update = (user: TestUser, body: z.input<typeof BulkUpdate>, headers = {}) =>
  t.call(user, bulk.update, { body, headers })
const get = async (user: TestUser, { id }: BulkOperation) => (await t.call(user, bulk.get, { params: { id } })).body
const results = async (user: TestUser, { id }: BulkOperation) =>
  (await t.call(user, bulk.items, { params: { id }, query: { limit: 100 } })).body.items
const ticket = async (id: string) => (await t.call(manager, tickets.get, { params: { id } })).body

/** So many tickets of one studio's own reporter, to be found by a filter. */
async function manyTickets(count: number, reporter: TestUser): Promise<string[]> {
  const original = await t.newTicket(reporter, { assignee: null, team: 'Finance' })
  return [original.id, ...(await copyTickets(t.everything, original.id, Array(count - 1).fill({})))]
}

test.each([
  ['priority', { priority: 'critical' }, { priority: 'critical' }],
  ['status', { status: 'in_progress' }, { status: 'in_progress' }],
  ['resolving', { resolve: { note: 'Done with all of them' } }, { status: 'resolved' }],
] as const)('%s of several tickets is changed by the time it answers', async (_, change, expected) => {
  const ids = await manyTickets(3, await t.newUser())
  const { status, body } = await update(manager, { ids, change })

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({ change, total: 3, changed: 3, refused: 0 })
  expect(body.finishedAt).not.toBeNull()
  for (const id of ids) expect(await ticket(id)).toMatchObject(expected)
  // whoever waited for the answer has it
  const bell = (await t.call(manager, notifications.list)).body.items
  expect(bell.filter(({ work }) => work?.id === body.id)).toEqual([])
})

test('none counts as changed before it is: a process that dies over it leaves it to be done', async () => {
  const [user, [id = '']] = [await t.newUser({ role: 'manager' }), await manyTickets(1, await t.newUser())]

  const { body } = await whileHolding(
    t.everything,
    id,
    () => update(user, { ids: [id], change: { priority: 'critical' } }),
    async () => {
      const [under] = (await t.call(user, bulk.list)).body.items
      expect(under).toMatchObject({ total: 1, changed: 0, refused: 0, finishedAt: null })
    },
  )

  expect(body).toMatchObject({ changed: 1, refused: 0 })
})

test('each is assigned, closed, reopened and deleted by the rules of a single one', async () => {
  const [person, admin] = [await t.newUser({ team: 'Sales' }), await t.newUser({ role: 'admin' })]
  const ids = await manyTickets(2, await t.newUser())
  const [first = ''] = ids

  await update(manager, { ids, change: { assign: { userId: person.id } } })
  expect(await ticket(first)).toMatchObject({ status: 'assigned', assignee: { id: person.id } })
  const tooEarly = (await update(manager, { ids, change: { status: 'closed' } })).body
  expect(tooEarly).toMatchObject({ changed: 0, refused: 2, undoableUntil: null })
  expect((await results(manager, tooEarly))[0]?.reason).toContain('cannot become closed')
  await update(manager, { ids, change: { resolve: { note: 'Done' } } })
  await update(manager, { ids, change: { status: 'closed' } })
  await update(manager, { ids, change: { reopen: { reason: 'It is back' } } })
  expect(await ticket(first)).toMatchObject({ status: 'reopened' })

  expect((await update(manager, { ids, change: { delete: true } })).body).toMatchObject({ changed: 0, refused: 2 })
  expect((await update(admin, { ids, change: { delete: true } })).body).toMatchObject({ changed: 2, refused: 0 })
  expect((await t.call(manager, tickets.get, { params: { id: first } })).status).toBe(404)
})

test('however many are refused at the same time, each is told', async () => {
  const ids = await manyTickets(3, await t.newUser())
  for (const round of Array(40).keys()) {
    const { body } = await update(manager, { ids, change: { delete: true } })
    expect(body, `round ${round}`).toMatchObject({ changed: 0, refused: 3 })
  }
})

test('what one may not change is refused with the reason, and the others are changed', async () => {
  const lead = await t.newUser({ role: 'team_lead', team: 'Marketing' })
  const own = await t.newTicket(await t.newUser(), { team: 'Marketing', assignee: null })
  const seen = await t.newTicket(lead, { team: 'Finance', assignee: null })

  const { body } = await update(lead, { ids: [seen.id, own.id], change: { priority: 'high' } })

  expect(body).toMatchObject({ total: 2, changed: 1, refused: 1 })
  expect(await results(lead, body)).toMatchObject([
    {
      ticket: { id: seen.id, key: seen.key },
      state: 'refused',
      reason: 'You may see this ticket, but not work on it.',
    },
    { ticket: { id: own.id }, state: 'changed', reason: null },
  ])
  const refused = await t.call(lead, bulk.items, { params: { id: body.id }, query: { state: 'refused' } })
  expect(refused.body).toMatchObject({ total: 1, items: [{ ticket: { id: seen.id } }] })
})

test('ids of tickets out of sight or made up are 422 and nothing is changed', async () => {
  const member = await t.newUser({ team: 'Training' })
  const own = await t.newTicket(await t.newUser(), { assignee: member })
  const hidden = await t.newTicket(await t.newUser(), { team: 'Finance', assignee: null })

  for (const foreign of [hidden.id, uuid()]) {
    const reply = await update(member, { ids: [own.id, foreign], change: { priority: 'critical' } })
    expect(reply.status).toBe(422)
    expect(problemOf(reply).errors).toEqual([{ path: 'ids.1', message: 'There is no such ticket' }])
  }
  expect((await ticket(own.id)).version).toBe(own.version)
  expect((await ticket(hidden.id)).version).toBe(hidden.version)
})

test.each([
  ['neither ids nor a filter', {}],
  ['both', { ids: [uuid()], filter: {} }],
  ['more than 100 at once', { ids: Array.from({ length: 101 }, () => uuid()) }],
  ['what nobody may set', { ids: [uuid()], change: { version: 3 } }],
])('%s is no request', async (_, body) => {
  const reply = await t.send({
    method: 'POST',
    url: '/api/tickets/bulk-update',
    headers: { authorization: `Bearer ${manager.token}` },
    payload: { change: { priority: 'high' }, ...body },
  })
  expect(reply.statusCode).toBe(400)
})

test('what matches a filter is changed in the background, shown as it goes, and taken back in one step', async () => {
  const reporter = await t.newUser()
  const ids = await manyTickets(40, reporter)
  const [refusedId = ''] = ids
  await t.everything.updateTable('tickets').set({ status: 'resolved' }).where('id', '=', refusedId).execute()
  const filter = { reporter: reporter.id }

  const { body } = await update(manager, { filter, change: { priority: 'high' } })
  expect(body).toMatchObject({ total: 40, changed: 0, refused: 0, finishedAt: null })
  const running = t.runJobs()
  await expect.poll(async () => (await get(manager, body)).changed, { timeout: 20_000 }).toBeGreaterThan(0)
  await running.catch(() => {})
  await expect.poll(async () => (await get(manager, body)).finishedAt, { timeout: 60_000 }).not.toBeNull()

  expect(await get(manager, body)).toMatchObject({ changed: 39, refused: 1 })
  const refused = await t.call(manager, bulk.items, { params: { id: body.id }, query: { state: 'refused' } })
  expect(refused.body.items).toMatchObject([{ ticket: { id: refusedId }, reason: expect.stringContaining('resolved') }])
  const high = async () =>
    (await t.call(manager, tickets.list, { query: { ...filter, priority: 'high', limit: 1 } })).body
  expect((await high()).total).toBe(39)

  const ended = (await t.call(manager, notifications.list)).body.items.filter(({ work }) => work?.id === body.id)
  expect(ended.map(({ message }) => message)).toEqual(['39 tickets are changed, 1 refused'])

  const since = ids[5] ?? ''
  await t.call(manager, tickets.update, { params: { id: since }, body: { priority: 'critical' } })
  const headers = { 'idempotency-key': uuid() }
  const undone = (await t.call(manager, bulk.undo, { params: { id: body.id }, headers })).body
  expect(undone).toMatchObject({ kind: 'undo', total: 39 })
  await runJobs()
  await expect.poll(async () => (await get(manager, undone)).finishedAt, { timeout: 60_000 }).not.toBeNull()
  expect(await get(manager, undone)).toMatchObject({ changed: 38, refused: 1 })
  expect((await high()).total).toBe(0)
  expect((await ticket(since)).priority).toBe('critical')
  expect((await t.call(manager, bulk.undo, { params: { id: body.id } })).status).toBe(409)
  expect((await get(manager, body)).undoableUntil).toBeNull()
}, 180_000)

/** Until nothing is left to do, however busy this machine is. */
const runJobs = () =>
  expect
    .poll(
      () =>
        t.runJobs().then(
          () => 'done',
          () => 'busy',
        ),
      { timeout: 60_000 },
    )
    .toBe('done')

test('whoever is given many tickets at once reads of each in the app, and gets one mail about all of them', async () => {
  const person = await t.newUser({ team: 'Sales' })
  const ids = await manyTickets(4, await t.newUser())
  await update(manager, { ids, change: { assign: { userId: person.id } } })
  await runJobs()
  const { body } = await t.call(person, notifications.list)
  expect(body.items.filter(({ event }) => event === 'assigned')).toHaveLength(4)
  expect(await t.mailsTo(person)).toEqual([])

  await t.everything.updateTable('notifications').set({ mailAt: new Date() }).where('userId', '=', person.id).execute()
  await sendDigest({ config: t.config, db: t.everything, mailer: createMailer() }, { userId: person.id })
  const mails = await t.mailsTo(person)
  expect(mails.map(({ subject }) => subject)).toEqual(['4 updates on 4 tickets'])
})

test('a filter means what it means in the list: nothing out of sight is touched', async () => {
  const lead = await t.newUser({ role: 'team_lead', team: 'Sales' })
  const reporter = await t.newUser()
  const own = await t.newTicket(reporter, { assignee: lead })
  await t.newTicket(reporter, { team: 'Finance', assignee: null })

  const { body } = await update(lead, { filter: { reporter: reporter.id }, change: { priority: 'high' } })
  await runJobs()

  expect(body.total).toBe(1)
  expect((await results(lead, body)).map((item) => item.ticket?.id)).toEqual([own.id])
})

test('it goes on when its owner has signed out, and stops when they no longer work here', async () => {
  const signedOut = await t.newUser({ role: 'manager' })
  const [reporter, other] = [await t.newUser(), await t.newUser()]
  await manyTickets(2, reporter)
  const { body } = await update(signedOut, { filter: { reporter: reporter.id }, change: { priority: 'high' } })
  await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('userId', '=', signedOut.id).execute()
  await runJobs()
  const again = { ...signedOut, ...(await t.signedIn(signedOut.id)) }
  expect(await get(again, body)).toMatchObject({ changed: 2 })

  const [id = ''] = await manyTickets(2, other)
  await update(again, { filter: { reporter: other.id }, change: { priority: 'high' } })
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', again.id).execute()
  await runJobs()
  expect((await ticket(id)).priority).toBe('low')
})

test('the same request twice is one operation, answered the same', async () => {
  const ids = await manyTickets(2, await t.newUser())
  const headers = { 'idempotency-key': uuid() }
  const [first, second] = await Promise.all([
    update(manager, { ids, change: { priority: 'high' } }, headers),
    update(manager, { ids, change: { priority: 'high' } }, headers),
  ])
  expect(second.body.id).toBe(first.body.id)
  const third = await update(manager, { ids, change: { priority: 'high' } }, headers)
  expect(third.headers['idempotency-replayed']).toBe('true')
  expect(third.body).toMatchObject({ id: first.body.id, changed: 2 })
  for (const id of ids) {
    const { body: story } = await t.call(manager, tickets.history, { params: { id } })
    expect(story.items.filter(({ event }) => event === 'priority_changed')).toHaveLength(1)
  }
  expect((await t.call(manager, bulk.list)).body.items[0]?.id).toBe(first.body.id)
})

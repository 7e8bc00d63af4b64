import { notifications, type Ticket, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let lead: TestUser
let stranger: TestUser
let ticket: Ticket
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  lead = await t.newUser({ role: 'team_lead', team: 'Facilities', name: 'Noor Bandelkar' })
  await t.newUser({ team: 'Facilities' })
})
afterAll(() => t.stop())

const watch = (who: TestUser, whom: TestUser) =>
  t.call(who, tickets.watch, { params: { id: ticket.id }, body: { userId: whom.id } })
const unwatch = (who: TestUser, whom: TestUser) =>
  t.call(who, tickets.unwatch, { params: { id: ticket.id, userId: whom.id } })
const seesIt = async (who: TestUser) => (await t.call(who, tickets.get, { params: { id: ticket.id } })).status === 200
const story = async () =>
  (await t.call(lead, tickets.history, { params: { id: ticket.id } })).body.items.map(({ sentence }) => sentence)

async function afresh() {
  ticket = await t.newTicket(reporter)
  stranger = await t.newUser({ team: 'Finance', name: 'Rustom Irani' })
}

test('the lead shares a ticket: whoever could not see it now does, is told, and may answer it', async () => {
  await afresh()
  expect(await seesIt(stranger)).toBe(false)

  const { status, body } = await watch(lead, stranger)

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.watchers).toEqual([{ id: stranger.id, name: 'Rustom Irani' }])
  expect(await seesIt(stranger)).toBe(true)
  const told = await t.call(stranger, notifications.list)
  expect(told.body.items.map(({ event, message }) => `${event}: ${message}`)).toEqual([
    `mentioned: Noor Bandelkar shared ${ticket.key} with you: ${ticket.title}`,
  ])
  const replied = await t.call(stranger, tickets.respond, {
    params: { id: ticket.id },
    body: { kind: 'note', body: 'Refund is on its way' },
  })
  expect(replied.status).toBe(201)
  expect((await story()).at(-2)).toBe('shared it with Rustom Irani')
})

test('twice is once', async () => {
  await afresh()
  await watch(lead, stranger)
  const lines = (await story()).length
  expect((await watch(lead, stranger)).body.watchers).toHaveLength(1)
  expect(await story()).toHaveLength(lines)
})

test('who is taken off no longer sees it', async () => {
  await afresh()
  await watch(lead, stranger)
  expect((await unwatch(lead, stranger)).status).toBe(204)
  expect(await seesIt(stranger)).toBe(false)
  expect((await story()).at(-1)).toBe('no longer shares it with Rustom Irani')
})

test('everybody follows and stops following for themselves, without a line in the story', async () => {
  await afresh()
  const before = await story()
  expect((await watch(reporter, reporter)).body.watchers).toMatchObject([{ id: reporter.id }])
  expect((await unwatch(reporter, reporter)).status).toBe(204)
  expect((await unwatch(reporter, reporter)).status).toBe(204)
  expect(await story()).toEqual(before)
  expect(await seesIt(reporter)).toBe(true)
})

test('who stops following what they saw only so can do so, and then sees it no longer', async () => {
  await afresh()
  await watch(lead, stranger)
  expect((await unwatch(stranger, stranger)).status).toBe(204)
  expect(await seesIt(stranger)).toBe(false)
})

test('who left is not offered a ticket', async () => {
  await afresh()
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', stranger.id).execute()
  expect((await watch(lead, stranger)).status).toBe(422)
})

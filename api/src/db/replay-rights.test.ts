import { type Ticket, tickets } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { startTestApp, type TestApp, type TestUser } from '../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let ticket: Ticket
let headers: Record<string, string>
beforeAll(async () => {
  t = await startTestApp()
})
beforeEach(async () => {
  reporter = await t.newUser({ team: 'Operations' })
  ticket = await t.newTicket(reporter, { assignee: null, team: 'Facilities' })
  headers = { 'idempotency-key': uuid() }
})
afterAll(() => t.stop())

const resolve = (user: TestUser) =>
  t.call(user, tickets.resolve, { params: { id: ticket.id }, body: { note: 'Done' }, headers })

const change = (user: TestUser, changes: { role?: 'team_member' | 'director'; teamId?: string }) =>
  t.everything.updateTable('users').set(changes).where('id', '=', user.id).execute()

const historyLength = async () =>
  (await t.call(reporter, tickets.history, { params: { id: ticket.id }, query: { limit: 100 } })).body.items.length

test('whoever was demoted since does not hear again what they then did, and nothing happens', async () => {
  const manager = await t.newUser({ role: 'manager', team: 'Facilities' })
  expect((await resolve(manager)).status).toBe(200)
  const before = await historyLength()

  await change(manager, { role: 'team_member' })
  const again = await resolve(manager)
  expect(again.status).toBe(403)
  expect(again.headers['idempotency-replayed']).toBeUndefined()
  expect(await historyLength()).toBe(before)
})

test('whoever was moved out of sight finds nothing', async () => {
  const lead = await t.newUser({ role: 'team_lead', team: 'Facilities' })
  await t.everything
    .updateTable('teams')
    .set({ leadUserId: lead.id })
    .where('id', '=', idOf.team('Facilities'))
    .execute()
  expect((await resolve(lead)).status).toBe(200)
  await change(lead, { teamId: idOf.team('Finance') })
  expect((await resolve(lead)).status).toBe(404)
})

test('whoever has other rights that still allow it hears the first answer, and it is not done twice', async () => {
  const manager = await t.newUser({ role: 'manager' })
  const first = await resolve(manager)
  const before = await historyLength()

  await change(manager, { role: 'director' })
  const again = await resolve(manager)
  expect(again.status).toBe(200)
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(again.body).toEqual(first.body)
  expect(await historyLength()).toBe(before)
})

test('what one did oneself does not take away its answer: who has just taken a ticket may ask again', async () => {
  const member = await t.newUser({ team: 'Facilities' })
  const take = () => t.call(member, tickets.assign, { params: { id: ticket.id }, body: { userId: member.id }, headers })
  expect((await take()).status).toBe(200)
  const again = await take()
  expect(again.status).toBe(200)
  expect(again.headers['idempotency-replayed']).toBe('true')
})

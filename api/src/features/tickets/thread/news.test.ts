import { type Ticket, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let lead: TestUser
let colleague: TestUser
let ticket: Ticket
beforeAll(async () => {
  t = await startTestApp()
  lead = await t.newUser({ role: 'team_lead', team: 'Facilities', name: 'Noor Bandelkar' })
  colleague = await t.newUser({ team: 'Facilities', name: 'Dev Anand' })
})
afterAll(() => t.stop())
beforeEach(async () => {
  ticket = await t.newTicket(await t.newUser({ team: 'Operations' }), { team: 'Facilities', assignee: colleague })
})

const read = async () => (await t.call(lead, tickets.get, { params: { id: ticket.id } })).body
const reply = (who: TestUser, body: string, seenUntil?: string, headers = {}) =>
  t.call(who, tickets.respond, {
    params: { id: ticket.id },
    body: { kind: 'reply', body, ...(seenUntil && { seenUntil }) },
    headers,
  })
const newsSince = async (since: string) =>
  (await t.call(lead, tickets.news, { params: { id: ticket.id }, query: { since } })).body.items

test('a reply over what somebody else said or changed meanwhile is refused until its writer has seen it', async () => {
  const { storyAt } = await read()
  expect(await newsSince(storyAt)).toEqual([])

  await reply(colleague, 'The technician comes at four')
  await t.call(colleague, tickets.update, { params: { id: ticket.id }, body: { status: 'in_progress' } })

  const refused = await reply(lead, 'Nobody can come today', storyAt)
  expect(refused.status).toBe(412)
  const news = await newsSince(storyAt)
  expect(news.map(({ actor, sentence }) => `${actor?.name} ${sentence}`)).toEqual([
    'Dev Anand replied to the client',
    'Dev Anand set it from assigned to in progress',
  ])
  expect((await reply(lead, 'As Dev said', news.at(-1)?.at)).status).toBe(201)
})

test('what one did oneself, or what matters to nobody who answers, is no news', async () => {
  const { storyAt } = await read()
  await reply(lead, 'First')
  await t.call(colleague, tickets.watch, { params: { id: ticket.id }, body: { userId: lead.id } })
  expect(await newsSince(storyAt)).toEqual([])
  expect((await reply(lead, 'Second', storyAt)).status).toBe(201)
})

test('without saying how far one has read, nothing is asked', async () => {
  await reply(colleague, 'Mine')
  expect((await reply(lead, 'Mine, too')).status).toBe(201)
})

test('a reply that was stored although its answer got lost is answered again, whatever happened since', async () => {
  const { storyAt } = await read()
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const first = await reply(lead, 'On my way', storyAt, headers)
  await reply(colleague, 'I go')
  const again = await reply(lead, 'On my way', storyAt, headers)
  expect([again.status, again.body.id]).toEqual([201, first.body.id])
})

test('there are never more than twenty, and the news of a ticket out of sight are nobody’s', async () => {
  const { storyAt } = await read()
  for (let n = 0; n < 22; n++) await reply(colleague, `No. ${n}`)
  expect(await newsSince(storyAt)).toHaveLength(20)
  const stranger = await t.newUser({ team: 'Finance' })
  const { status } = await t.call(stranger, tickets.news, { params: { id: ticket.id }, query: { since: storyAt } })
  expect(status).toBe(404)
})

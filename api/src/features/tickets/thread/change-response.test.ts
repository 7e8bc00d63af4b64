import { notifications, type Ticket, type TicketResponse, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upload } from '../../../test/files.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let assignee: TestUser
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  assignee = await t.newUser({ team: 'Facilities', name: 'Devika Samarthan' })
  manager = await t.newUser({ role: 'manager' })
})
afterAll(() => t.stop())

async function respond(
  who: TestUser,
  { id }: Ticket,
  body = 'The technician comes at nine',
  kind: 'reply' | 'note' = 'reply',
) {
  const { status, body: response } = await t.call(who, tickets.respond, { params: { id }, body: { kind, body } })
  expect(status).toBe(201)
  return response
}
const change = (who: TestUser, { id }: Ticket, response: TicketResponse, body = 'At ten') =>
  t.call(who, tickets.changeResponse, { params: { id, responseId: response.id }, body: { body } })
const takeBack = (who: TestUser, { id }: Ticket, response: TicketResponse) =>
  t.call(who, tickets.removeResponse, { params: { id, responseId: response.id } })
const threadOf = async ({ id }: Ticket, who = manager) =>
  (await t.call(who, tickets.responses, { params: { id } })).body.items
const read = async ({ id }: Ticket, who = manager) => (await t.call(who, tickets.get, { params: { id } })).body
const lastOf = async ({ id }: Ticket) => (await t.call(manager, tickets.history, { params: { id } })).body.items.at(-1)

const writtenMinutesAgo = (response: TicketResponse, minutes: number) =>
  t.everything
    .updateTable('ticketResponses')
    .set({ createdAt: new Date(Date.now() - minutes * 60_000) })
    .where('id', '=', response.id)
    .execute()

test('whoever wrote a reply corrects it, and the story keeps what it said before', async () => {
  const ticket = await t.newTicket(reporter)
  const response = await respond(assignee, ticket, 'At nine')
  expect(Date.parse(response.changeableUntil ?? '')).toBe(Date.parse(response.createdAt) + 15 * 60_000)

  const { status, body } = await change(assignee, ticket, response, 'At ten')

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({ body: 'At ten', editedAt: expect.any(String) })
  expect(await threadOf(ticket)).toMatchObject([{ id: response.id, body: 'At ten', changeableUntil: null }])
  expect(await lastOf(ticket)).toMatchObject({
    actor: { name: 'Devika Samarthan' },
    sentence: 'corrected their reply to the client',
    changes: [{ field: 'Reply to the client', from: 'At nine', to: 'At ten' }],
  })
})

test('whoever took one back leaves its place without its words, also in the story', async () => {
  const ticket = await t.newTicket(reporter)
  const response = await respond(assignee, ticket, 'Wrong ticket, sorry', 'note')

  expect((await takeBack(assignee, ticket, response)).status).toBe(204)

  expect(await threadOf(ticket)).toMatchObject([{ id: response.id, body: '', deletedAt: expect.any(String) }])
  expect(await lastOf(ticket)).toMatchObject({ sentence: 'took back their internal note', changes: [] })
  const again = await takeBack(assignee, ticket, response)
  expect(again.status).toBe(404)
  const stored = await t.everything
    .selectFrom('ticketHistory')
    .select('detail')
    .where('ticketId', '=', ticket.id)
    .execute()
  expect(JSON.stringify(stored)).toContain('Wrong ticket, sorry')
})

test('nobody else may, not even an admin', async () => {
  const ticket = await t.newTicket(reporter)
  const response = await respond(assignee, ticket)
  for (const who of [reporter, manager, await t.newUser({ role: 'admin' })]) {
    expect((await change(who, ticket, response)).status).toBe(403)
    expect((await takeBack(who, ticket, response)).status).toBe(403)
  }
  expect(await threadOf(ticket)).toMatchObject([{ body: response.body, editedAt: null, deletedAt: null }])
})

test('after fifteen minutes it stands', async () => {
  const ticket = await t.newTicket(reporter)
  const response = await respond(assignee, ticket)
  await writtenMinutesAgo(response, 14)
  expect((await change(assignee, ticket, response)).status).toBe(200)
  await writtenMinutesAgo(response, 15)

  const late = await change(assignee, ticket, response, 'Too late')
  expect(late.status).toBe(409)
  expect(problemOf(late).detail).toContain('15 minutes')
  expect((await takeBack(assignee, ticket, response)).status).toBe(409)
  expect(await threadOf(ticket, assignee)).toMatchObject([{ body: 'At ten', changeableUntil: null }])
})

test('a response is found in its own ticket only', async () => {
  const [ticket, other] = [await t.newTicket(reporter), await t.newTicket(reporter)]
  const response = await respond(assignee, ticket)

  expect((await change(assignee, other, response)).status).toBe(404)
  expect((await takeBack(assignee, other, response)).status).toBe(404)
})

test('the first response clock goes on when the only answer is taken back, and not when another stands', async () => {
  const ticket = await t.newTicket(reporter)
  const first = await respond(assignee, ticket)
  expect((await read(ticket)).firstResponse.state).toBe('met')
  await takeBack(assignee, ticket, first)
  const after = await read(ticket)
  expect(after.firstResponse).toMatchObject({ state: 'running', stoppedAt: null, dueAt: ticket.firstResponse.dueAt })

  const second = await respond(assignee, ticket)
  await respond(manager, ticket)
  await takeBack(assignee, ticket, second)
  expect((await read(ticket)).firstResponse.state).toBe('met')
})

test('a note, or the reporter’s own words, taken back leave the clock alone', async () => {
  const ticket = await t.newTicket(reporter)
  const answer = await respond(assignee, ticket)
  const note = await respond(manager, ticket, 'Among us', 'note')
  await takeBack(manager, ticket, note)
  expect((await read(ticket)).firstResponse.state).toBe('met')
  await t.call(assignee, tickets.resolve, { params: { id: ticket.id }, body: { note: 'Done' } })
  await takeBack(assignee, ticket, answer)
  expect((await read(ticket)).firstResponse.state).toBe('met')
})

test('what is told about a response leads to it, in the app and in the mail', async () => {
  const other = await t.newUser({ team: 'Operations' })
  const ticket = await t.newTicket(other)
  const response = await respond(assignee, ticket)
  await t.runJobs()

  const { body } = await t.call(other, notifications.list)
  expect(body.items.find(({ event }) => event === 'response')?.responseId).toBe(response.id)
  const [mail] = await t.mailsTo(other)
  expect(mail?.textBody).toContain(`/tickets/${ticket.id}#r-${response.id}`)
  expect(mail?.htmlBody).toContain(`/tickets/${ticket.id}#r-${response.id}"`)
})

test('files of a response that is taken back go with it', async () => {
  const ticket = await t.newTicket(reporter)
  const file = await upload(t, assignee, Buffer.from('a list of members'), 'members.txt')
  const { body: response } = await t.call(assignee, tickets.respond, {
    params: { id: ticket.id },
    body: { kind: 'note', body: '', attachmentIds: [file.id] },
  })
  expect(response.attachments).toHaveLength(1)

  expect((await takeBack(assignee, ticket, response)).status).toBe(204)

  expect(await threadOf(ticket)).toMatchObject([{ attachments: [] }])
  expect(await t.everything.selectFrom('ticketAttachments').select('id').where('id', '=', file.id).execute()).toEqual(
    [],
  )
})

test('a reply on another ticket is not there, also for whoever wrote it and sees both', async () => {
  const [ticket, other] = [await t.newTicket(reporter), await t.newTicket(reporter)]
  const response = await respond(assignee, other, 'At nine')

  expect((await change(assignee, ticket, response)).status).toBe(404)
  expect((await takeBack(assignee, ticket, response)).status).toBe(404)
  expect(await threadOf(other)).toMatchObject([{ id: response.id, body: 'At nine', editedAt: null }])
})

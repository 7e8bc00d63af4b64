import { mentions, notifications, type PersonRef, type Ticket, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let teammate: TestUser
let lead: TestUser
let stranger: TestUser
let ticket: Ticket
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations', name: 'Asha Rao' })
  teammate = await t.newUser({ team: 'Facilities', name: 'Dev Anand' })
  lead = await t.newUser({ role: 'team_lead', team: 'Facilities', name: 'Noor Bandelkar' })
})
afterAll(() => t.stop())
beforeEach(async () => {
  // one of that name at a time
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('name', '=', 'Rustom Irani').execute()
  stranger = await t.newUser({ team: 'Finance', name: 'Rustom Irani' })
  ticket = await t.newTicket(reporter, { team: 'Facilities', assignee: null })
})

const say = (who: TestUser, body: string, whom: { id: string }[] = [], kind: 'reply' | 'note' = 'note') =>
  t.call(who, tickets.respond, {
    params: { id: ticket.id },
    body: { kind, body, mentions: whom.map(({ id }) => id) },
  })
const correct = (who: TestUser, responseId: string, body: string, whom?: { id: string }[]) =>
  t.call(who, tickets.changeResponse, {
    params: { id: ticket.id, responseId },
    body: { body, ...(whom && { mentions: whom.map(({ id }) => id) }) },
  })
const refOf = ({ id, name }: PersonRef): PersonRef => ({ id, name })
const sees = async (who: TestUser) => (await t.call(who, tickets.get, { params: { id: ticket.id } })).status === 200
const toldOf = async (who: TestUser) =>
  (await t.call(who, notifications.list)).body.items
    .filter((each) => each.ticket?.id === ticket.id)
    .map(({ event, message }) => `${event}: ${message}`)
const watchers = async () => (await t.call(lead, tickets.get, { params: { id: ticket.id } })).body.watchers
const find = async (who: TestUser, q = '') =>
  (await t.call(who, mentions.find, { params: { id: ticket.id }, query: { q } })).body.items

test('whoever is mentioned follows the ticket and is told once, although they would have heard of the response anyway', async () => {
  await t.call(teammate, tickets.watch, { params: { id: ticket.id }, body: { userId: teammate.id } })

  const { status, body } = await say(lead, 'Can you look, @Dev Anand?', [teammate])

  expect(status, JSON.stringify(body)).toBe(201)
  expect(body.mentions).toEqual([refOf(teammate)])
  expect(await watchers()).toEqual([refOf(teammate)])
  expect((await toldOf(teammate)).filter((each) => !each.startsWith('assigned'))).toEqual([
    `mentioned: Noor Bandelkar mentioned you in a note on ${ticket.key}: ${ticket.title}`,
  ])
  expect((await toldOf(reporter)).at(0)).toContain('response: Noor Bandelkar left a note')
  await t.runJobs()
  const mailed = (await t.mailsTo(teammate)).map(({ textBody }) => textBody).join('\n')
  expect(mailed.match(/mentioned you in a note/g)).toHaveLength(1)
  expect(mailed).not.toContain('left a note')
})

test('who may share gives sight by mentioning, and the story says so', async () => {
  expect(await sees(stranger)).toBe(false)
  expect((await say(lead, '@Rustom Irani please refund', [stranger], 'reply')).status).toBe(201)
  expect(await sees(stranger)).toBe(true)
  expect(await toldOf(stranger)).toEqual([
    `mentioned: Noor Bandelkar mentioned you in a reply to the client on ${ticket.key}: ${ticket.title}`,
  ])
  const story = await t.call(lead, tickets.history, { params: { id: ticket.id } })
  expect(story.body.items.map(({ sentence }) => sentence)).toContain('shared it with Rustom Irani')
})

test.each([
  ['a member of the team', () => teammate],
  ['the reporter', () => reporter],
])('%s may not give sight by mentioning: 403 at the mention, and nothing is said', async (_, who) => {
  const reply = await say(who(), 'Ask @Noor Bandelkar or @Rustom Irani', [lead, stranger])
  expect(reply.status).toBe(403)
  expect(problemOf(reply).errors).toEqual([
    { path: 'mentions.1', message: 'Rustom Irani does not see this ticket, and you may not share it' },
  ])
  expect(await sees(stranger)).toBe(false)
  expect(await watchers()).toEqual([])
  expect((await t.call(lead, tickets.responses, { params: { id: ticket.id } })).body.items).toEqual([])
})

test('a mention of nobody, of who left, or of whom the text does not name is refused at its place', async () => {
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', stranger.id).execute()
  for (const [body, id] of [
    ['@Nobody', crypto.randomUUID()],
    ['@Rustom Irani', stranger.id],
    ['No name at all', teammate.id],
    ['@Dev Anandamurti', teammate.id],
  ] as const) {
    const reply = await say(lead, body, [{ id }])
    expect(reply.status, body).toBe(422)
    expect(problemOf(reply).errors?.[0]?.path).toBe('mentions.0')
  }
  expect((await say(lead, 'x', [teammate, teammate])).status).toBe(400)
  expect(
    (
      await say(
        lead,
        'x',
        Array.from({ length: 21 }, () => ({ id: crypto.randomUUID() })),
      )
    ).status,
  ).toBe(400)
})

test('mentioning oneself tells nobody', async () => {
  expect((await say(lead, 'Note to @Noor Bandelkar', [lead])).body.mentions).toEqual([refOf(lead)])
  expect(await watchers()).toEqual([])
  expect(await toldOf(lead)).not.toContainEqual(expect.stringContaining('mentioned'))
})

test('a correction tells only those it adds, and lets go of those it no longer names', async () => {
  const { body: said } = await say(lead, '@Dev Anand, look', [teammate])

  const grown = await correct(lead, said.id, '@Dev Anand and @Asha Rao, look', [teammate, reporter])
  expect(grown.body.mentions).toEqual([refOf(teammate), refOf(reporter)])
  expect((await toldOf(teammate)).filter((each) => each.startsWith('mentioned'))).toHaveLength(1)
  expect((await toldOf(reporter)).filter((each) => each.startsWith('mentioned'))).toHaveLength(1)

  const shrunk = await correct(lead, said.id, 'Only @Asha Rao, look')
  expect(shrunk.body.mentions).toEqual([refOf(reporter)])
  expect((await toldOf(reporter)).filter((each) => each.startsWith('mentioned'))).toHaveLength(1)
  expect((await watchers()).map(({ id }) => id).sort()).toEqual([teammate.id, reporter.id].sort())
})

test('a correction gives no sight that its writer may not give', async () => {
  const { body: said } = await say(teammate, 'I ask around')
  expect((await correct(teammate, said.id, 'I ask @Rustom Irani', [stranger])).status).toBe(403)
  expect(await sees(stranger)).toBe(false)
})

test('what is taken back mentions nobody any more', async () => {
  const { body: said } = await say(lead, '@Dev Anand', [teammate])
  await t.call(lead, tickets.removeResponse, { params: { id: ticket.id, responseId: said.id } })
  const { body } = await t.call(lead, tickets.responses, { params: { id: ticket.id } })
  expect(body.items.map(({ mentions }) => mentions)).toEqual([[]])
})

test('who is merely mentioned in the text, without being picked, is not told', async () => {
  expect((await say(lead, 'Says @Dev Anand')).body.mentions).toEqual([])
  expect(await watchers()).toEqual([])
})

test('people who see the ticket are offered first; the others only to whoever may share, and marked', async () => {
  const byLead = await find(lead)
  expect(byLead.length).toBeLessThanOrEqual(8)
  expect(byLead[0]).toMatchObject({ name: 'Asha Rao', sees: true })
  expect(byLead.map(({ sees }) => sees)).toEqual(
    byLead.map(({ sees }) => sees).toSorted((a, b) => Number(b) - Number(a)),
  )
  expect(byLead).not.toContainEqual(expect.objectContaining({ id: lead.id }))
  expect((await find(lead, 'rus')).map(({ id, sees }) => [id, sees])).toContainEqual([stranger.id, false])
  expect((await find(lead, 'irani')).map(({ id }) => id)).toContain(stranger.id)

  for (const person of [teammate, reporter]) {
    expect(await find(person, 'rus')).toEqual([])
    expect((await find(person)).every(({ sees }) => sees)).toBe(true)
  }
  await say(lead, '@Rustom Irani', [stranger])
  expect((await find(teammate, 'rus')).map(({ id, sees }) => [id, sees])).toContainEqual([stranger.id, true])
})

test('nobody who left is offered, what is typed is taken literally, and a ticket out of sight is not there', async () => {
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', stranger.id).execute()
  expect((await find(lead, 'rustom')).map(({ id }) => id)).not.toContain(stranger.id)
  expect(await find(lead, '%')).toEqual([])
  expect(await find(lead, '_')).toEqual([])
  const other = await t.newUser({ team: 'Sales' })
  expect((await t.call(other, mentions.find, { params: { id: ticket.id } })).status).toBe(404)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { type PresenceState, presence, type Ticket, tickets } from '@physique57/contracts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let elsewhere: Awaited<ReturnType<typeof createApp>>
let [lead, colleague, reporter, stranger]: TestUser[] = []
let ticket: Ticket
beforeAll(async () => {
  t = await startTestApp()
  await t.listen()
  // another API process as far as memory goes: what it knows it has heard through the database
  elsewhere = await createApp(t.app.deps)
  await elsewhere.ready()
})
afterAll(async () => {
  await elsewhere.close()
  await t.stop()
})
beforeEach(async () => {
  lead = await t.newUser({ role: 'team_lead', team: 'Facilities', name: 'Noor Bandelkar' })
  colleague = await t.newUser({ team: 'Facilities', name: 'Dev Anand', availability: 'away' })
  reporter = await t.newUser({ team: 'Operations', name: 'Asha Rao' })
  stranger = await t.newUser({ team: 'Finance' })
  ticket = await t.newTicket(reporter, { team: 'Facilities', assignee: null })
})

const tell = (who: TestUser | undefined, state: PresenceState, tab = 'tab') =>
  t.call(who ?? null, presence.tell, { params: { id: ticket.id }, body: { state, tab } })
const wordsOf = (items: { person: { name: string }; state: string }[]) =>
  items.map(({ person, state }) => `${person.name} ${state}`)
const seenBy = async (who: TestUser | undefined) =>
  wordsOf((await t.call(who ?? null, presence.list, { params: { id: ticket.id } })).body.items)
const seenElsewhere = async (who: TestUser | undefined) => {
  const url = `/api/tickets/${ticket.id}/presence`
  const reply = await elsewhere.inject({ url, headers: { authorization: `Bearer ${who?.token}` } })
  return wordsOf(reply.json().items)
}
const soon = (look: () => Promise<string[]>) => expect.poll(look, { timeout: 5_000, interval: 30 })

const open = new Set<AbortController>()
afterEach(() => {
  for (const stop of open) stop.abort()
  open.clear()
})

/** What a browser of theirs hears. */
async function listen(who: TestUser | undefined): Promise<() => string> {
  const stop = new AbortController()
  open.add(stop)
  const headers = { authorization: `Bearer ${who?.token}` }
  const response = await fetch(`${await t.listen()}/api/live`, { headers, signal: stop.signal })
  let text = ''
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  }
  read().catch(() => undefined)
  return () => text
}

test('who looks and who writes is told to those who are there too, on every API process, until they go', async () => {
  expect((await tell(lead, 'viewing')).body.items).toEqual([])
  await soon(() => seenBy(colleague)).toEqual(['Noor Bandelkar viewing'])
  await soon(() => seenElsewhere(colleague)).toEqual(['Noor Bandelkar viewing'])
  expect(wordsOf((await tell(colleague, 'replying')).body.items)).toEqual(['Noor Bandelkar viewing'])
  await soon(() => seenBy(lead)).toEqual(['Dev Anand replying'])
  await soon(() => seenElsewhere(reporter)).toEqual(['Dev Anand replying', 'Noor Bandelkar viewing'])

  await tell(colleague, 'gone')
  await soon(() => seenBy(lead)).toEqual([])
  await soon(() => seenElsewhere(lead)).toEqual([])
})

test('only who is at a ticket and may see it hears that something changed there, and no name', async () => {
  const [byLead, byColleague, byStranger] = [await listen(lead), await listen(colleague), await listen(stranger)]
  await tell(lead, 'viewing')
  await soon(() => seenBy(reporter)).toEqual(['Noor Bandelkar viewing'])
  expect((await tell(stranger, 'viewing')).status).toBe(404)
  await tell(reporter, 'replying')

  await expect.poll(byLead).toContain(`{"type":"presence","ticketId":"${ticket.id}"}`)
  expect(byLead()).not.toContain('Asha')
  await sleep(200)
  expect(byColleague()).not.toContain('presence')
  expect(byStranger()).not.toContain('presence')
})

test('whoever cannot see a ticket neither hears who is there nor is shown there', async () => {
  await tell(lead, 'viewing')
  expect((await tell(stranger, 'viewing')).status).toBe(404)
  expect((await t.call(stranger ?? null, presence.list, { params: { id: ticket.id } })).status).toBe(404)
  await soon(() => seenBy(colleague)).toEqual(['Noor Bandelkar viewing'])
})

test('sight that is lost ends both at once: hearing of others, and being shown to them', async () => {
  const heard = await listen(colleague)
  await tell(colleague, 'viewing')
  await soon(() => seenBy(reporter)).toEqual(['Dev Anand viewing'])
  const manager = await t.newUser({ role: 'manager' })
  await t.call(manager, tickets.assign, { params: { id: ticket.id }, body: { teamId: idOf.team('Finance') } })

  expect(await seenBy(reporter)).toEqual([])
  const before = heard().split('"presence"').length
  await tell(reporter, 'replying')
  await soon(() => seenBy(manager)).toEqual(['Asha Rao replying'])
  await sleep(200)
  expect(heard().split('"presence"').length).toBe(before)
})

test('signing out, being disabled or moved takes somebody off every ticket', async () => {
  await tell(lead, 'replying')
  await soon(() => seenBy(reporter)).toEqual(['Noor Bandelkar replying'])
  await t.everything
    .updateTable('sessions')
    .set({ endedAt: new Date() })
    .where('id', '=', lead?.sessionId ?? '')
    .execute()
  await soon(() => seenBy(reporter)).toEqual([])
  await soon(() => seenElsewhere(reporter)).toEqual([])
})

test('a look writes nothing into the database', async () => {
  const written = async () =>
    (await t.everything.selectFrom('tickets').select('updatedAt').where('id', '=', ticket.id).executeTakeFirstOrThrow())
      .updatedAt
  const before = await written()
  await tell(lead, 'replying')
  expect(await written()).toEqual(before)
})

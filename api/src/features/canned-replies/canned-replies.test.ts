import { type CannedReply, cannedReplies } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let member: TestUser
let lead: TestUser
let manager: TestUser
let other: TestUser
beforeAll(async () => {
  t = await startTestApp()
  member = await t.newUser({ team: 'Facilities' })
  lead = await t.newUser({ team: 'Facilities', role: 'team_lead' })
  manager = await t.newUser({ role: 'manager' })
  other = await t.newUser({ team: 'Finance' })
})
afterAll(() => t.stop())

type Wanted = Partial<Pick<CannedReply, 'title' | 'body' | 'audience' | 'category'>> & { teamId?: string | null }
const write = (who: TestUser, reply: Wanted) =>
  t.call(who, cannedReplies.create, { body: { title: 'Thanks', body: 'Thank you', ...reply } })
const change = (who: TestUser, id: string, body: Wanted) => t.call(who, cannedReplies.update, { params: { id }, body })
const remove = (who: TestUser, id: string) => t.call(who, cannedReplies.remove, { params: { id } })
const titlesFor = async (who: TestUser, q = '') =>
  (await t.call(who, cannedReplies.list, { query: { q } })).body.items.map(({ title }) => title)
const facilities = idOf.team('Facilities')

test('one’s own is for nobody else, not even for an admin', async () => {
  const admin = await t.newUser({ role: 'admin' })
  const { status, body } = await write(member, { title: 'Mine alone' })
  expect([status, body.can]).toEqual([201, { edit: true, remove: true }])
  expect(await titlesFor(member)).toContain('Mine alone')
  for (const person of [lead, manager, admin]) {
    expect(await titlesFor(person)).not.toContain('Mine alone')
    expect((await change(person, body.id, { title: 'x' })).status).toBe(404)
    expect((await remove(person, body.id)).status).toBe(404)
    expect((await t.call(person, cannedReplies.get, { params: { id: body.id } })).status).toBe(404)
  }
  expect((await change(member, body.id, { title: 'Still mine' })).body.title).toBe('Still mine')
  expect((await remove(member, body.id)).status).toBe(204)
  expect((await remove(member, body.id)).status).toBe(404)
})

test('a lead writes for their team, which reads it and does not change it; other teams never see it', async () => {
  const { body } = await write(lead, { title: 'Technician comes', audience: 'team', teamId: facilities })
  expect(body.team).toEqual({ id: facilities, name: 'Facilities' })
  expect(await titlesFor(member)).toContain('Technician comes')
  expect(await titlesFor(manager)).toContain('Technician comes')
  expect(await titlesFor(other)).not.toContain('Technician comes')
  expect((await change(member, body.id, { title: 'x' })).status).toBe(403)
  expect((await change(other, body.id, { title: 'x' })).status).toBe(404)
  expect((await change(manager, body.id, { title: 'Technician is coming' })).status).toBe(200)
  expect((await write(lead, { audience: 'team', teamId: idOf.team('Finance') })).status).toBe(403)
})

test('managers write for everyone; a lead can make none of theirs everyone’s', async () => {
  const { body } = await write(manager, { title: 'Welcome', audience: 'everyone' })
  expect(await titlesFor(other)).toContain('Welcome')
  expect((await change(lead, body.id, { title: 'x' })).status).toBe(403)
  const theirs = await write(lead, { title: 'Of the team', audience: 'team', teamId: facilities })
  expect((await change(lead, theirs.body.id, { audience: 'everyone' })).status).toBe(403)
  expect((await change(manager, theirs.body.id, { audience: 'private' })).status).toBe(403)
  expect((await change(lead, theirs.body.id, { audience: 'private' })).body.team).toBeNull()
})

test('an edit says what it is based on; a stale one changes and deletes nothing', async () => {
  const { body: reply } = await write(manager, { audience: 'everyone' })
  const based = (on: number) => ({ params: { id: reply.id }, headers: { 'if-match': `"${on}"` } })
  const edit = (title: string) => t.call(manager, cannedReplies.update, { ...based(reply.version), body: { title } })

  expect((await edit('First')).body).toMatchObject({ title: 'First', version: reply.version + 1 })
  const second = await edit('Second')
  expect([second.status, problemOf(second).code]).toEqual([412, 'stale_version'])
  expect((await t.call(manager, cannedReplies.remove, based(reply.version))).status).toBe(412)
  const { body: standing } = await t.call(other, cannedReplies.get, { params: { id: reply.id } })
  expect(standing).toMatchObject({ title: 'First', version: reply.version + 1, can: { edit: false } })
  expect((await t.call(manager, cannedReplies.remove, based(reply.version + 1))).status).toBe(204)
})

test('sent again with the same key it is still one', async () => {
  const sent = { body: { title: 'Once', body: 'Once' }, headers: { 'idempotency-key': crypto.randomUUID() } }
  const [first, again] = [
    await t.call(member, cannedReplies.create, sent),
    await t.call(member, cannedReplies.create, sent),
  ]
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
  expect(await titlesFor(member, 'once')).toEqual(['Once'])
})

test('what makes no sense is refused at its field', async () => {
  for (const [reply, path] of [
    [{ audience: 'team' as const }, 'teamId'],
    [{ teamId: facilities }, 'teamId'],
    [{ audience: 'team' as const, teamId: crypto.randomUUID() }, 'teamId'],
  ] as const) {
    const refused = await write(manager, reply)
    expect([refused.status, problemOf(refused).errors?.[0]?.path]).toEqual([422, path])
  }
  const unknown = await write(member, { body: 'Dear {{client.nmae}}' })
  expect([unknown.status, problemOf(unknown).errors?.[0]?.message]).toEqual([
    400,
    'There is no variable {{client.nmae}}',
  ])
})

test('the list is found by words of title, category and text, taken literally, page by page', async () => {
  for (const title of ['Zumba one', 'Zumba two', 'Zumba three'])
    await write(other, { title, category: 'Classes', body: '100% off' })
  expect(await titlesFor(other, 'zumba classes')).toEqual(['Zumba one', 'Zumba three', 'Zumba two'])
  expect(await titlesFor(other, '100%')).toHaveLength(3)
  expect(await titlesFor(other, 'z_mba')).toEqual([])
  const first = await t.call(other, cannedReplies.list, { query: { q: 'zumba', limit: 2 } })
  expect(first.body.total).toBe(3)
  const next = await t.call(other, cannedReplies.list, {
    query: { q: 'zumba', limit: 2, cursor: first.body.nextCursor ?? '' },
  })
  expect(next.body.items.map(({ title }) => title)).toEqual(['Zumba two'])
})

test('the next page begins where the last one ended, also when that reply was renamed or deleted meanwhile', async () => {
  for (const title of ['Yoga a', 'Yoga b', 'Yoga c', 'Yoga d']) await write(other, { title })
  const pageAfter = (cursor: string | null) =>
    t.call(other, cannedReplies.list, { query: { q: 'yoga', limit: 1, ...(cursor && { cursor }) } })
  const first = (await pageAfter(null)).body
  await change(other, first.items[0]?.id ?? '', { title: 'Yoga z' })
  const second = (await pageAfter(first.nextCursor)).body
  expect(second.items.map(({ title }) => title)).toEqual(['Yoga b'])
  await remove(other, second.items[0]?.id ?? '')
  expect((await pageAfter(second.nextCursor)).body.items.map(({ title }) => title)).toEqual(['Yoga c'])
})

test('the list says for whom its reader may write', async () => {
  const audiences = async (who: TestUser) => (await t.call(who, cannedReplies.list)).body.audiences
  expect(await audiences(member)).toEqual(['private'])
  expect(await audiences(lead)).toEqual(['private', 'team'])
  expect(await audiences(manager)).toEqual(['private', 'team', 'everyone'])
})

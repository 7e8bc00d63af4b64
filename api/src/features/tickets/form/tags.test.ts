import { bulk, changes, merging, type Ticket, tags, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
})
afterAll(() => t.stop())

const get = async (id: string) => (await t.call(manager, tickets.get, { params: { id } })).body
const tag = (user: TestUser, { id, version }: Pick<Ticket, 'id' | 'version'>, wanted: string[]) =>
  t.call(user, tickets.update, { params: { id }, body: { tags: wanted }, headers: { 'if-match': `"${version}"` } })
const found = async (user: TestUser, query: object) =>
  (await t.call(user, tickets.list, { query })).body.items.map(({ id }) => id)
const inUse = async (user: TestUser, q?: string) =>
  (await t.call(user, tags.list, { query: q === undefined ? {} : { q } })).body.items
const story = async (id: string) =>
  (await t.call(manager, tickets.history, { params: { id } })).body.items.map(({ sentence }) => sentence)

test('a ticket is logged with tags, and one word is one tag however it is written', async () => {
  const reporter = await t.newUser()
  const { status, body } = await t.call(reporter, tickets.create, {
    body: { ...parkingTrouble, tags: ['  VIP ', 'vip', 'Monsoon   Leak', 'मरम्मत'] },
  })
  expect(status, JSON.stringify(body)).toBe(201)
  expect(body.tags).toEqual(['monsoon leak', 'vip', 'मरम्मत'])
  const listed = await t.call(reporter, tickets.list, { query: { reporter: 'me' } })
  expect(listed.body.items[0]?.tags).toEqual(body.tags)
})

test.each([
  ['nothing at all', [' ']],
  ['41 characters', ['x'.repeat(41)]],
  ['punctuation', ['a,b']],
  ['more than 20 of them', Array.from({ length: 21 }, (_, n) => `tag ${n}`)],
])('%s is no tag', async (_, wanted) => {
  const ticket = await t.newTicket(await t.newUser())
  const reply = await tag(manager, ticket, wanted)
  expect(reply.status).toBe(400)
  expect(problemOf(reply).errors?.[0]?.path).toMatch(/^tags/)
  expect(await get(ticket.id)).toMatchObject({ tags: [], version: ticket.version })
})

test('whoever works on it tags it; the version rises, the story says what was added and removed', async () => {
  const [reporter, assignee] = [await t.newUser(), await t.newUser()]
  const ticket = await t.newTicket(reporter, { assignee })
  expect((await tag(reporter, ticket, ['vip'])).status).toBe(403)

  const tagged = (await tag(assignee, ticket, ['vip', 'refund'])).body
  expect(tagged).toMatchObject({ tags: ['refund', 'vip'], version: ticket.version + 1 })
  expect((await tag(assignee, ticket, ['other'])).status).toBe(412)
  expect((await tag(assignee, tagged, ['refund', 'vip'])).body.version).toBe(tagged.version)
  await tag(assignee, tagged, ['refund', 'angry'])

  expect((await story(ticket.id)).slice(-2)).toEqual([
    'added the tags “refund” and “vip”',
    'added the tag “angry” and removed the tag “vip”',
  ])
})

test('a resolved ticket keeps its tags until it is reopened', async () => {
  const ticket = await t.newTicket(await t.newUser(), { status: 'resolved' })
  expect((await tag(manager, ticket, ['vip'])).status).toBe(409)
})

test('lists are narrowed to a tag, to any of several, to none and to all but one', async () => {
  const reporter = await t.newUser()
  const [both, one, none] = [await t.newTicket(reporter), await t.newTicket(reporter), await t.newTicket(reporter)]
  await tag(manager, both, ['water leak', 'urgent'])
  await tag(manager, one, ['urgent'])
  const mine = (filter: string) => found(reporter, { reporter: 'me', filter, sort: 'createdAt' })

  expect(await mine('tag:"Water  LEAK"')).toEqual([both.id])
  expect(await mine('tag:"water leak",urgent')).toEqual([both.id, one.id])
  expect(await mine('tag:urgent -tag:"water leak"')).toEqual([one.id])
  expect(await mine('tag:none')).toEqual([none.id])
  expect(await mine('-tag:urgent')).toEqual([none.id])
  expect(await mine('tag:urg')).toEqual([])
})

test('a ticket is found by its tags while it has them, a letter wrong or not', async () => {
  const reporter = await t.newUser()
  const ticket = await t.newTicket(reporter)
  const tagged = (await tag(manager, ticket, ['flabbergasted client'])).body
  expect(await found(reporter, { q: 'flabbergasted' })).toEqual([ticket.id])
  expect(await found(reporter, { q: 'flabergasted' })).toEqual([ticket.id])
  await tag(manager, tagged, [])
  expect(await found(reporter, { q: 'flabbergasted' })).toEqual([])
})

test('the tags in use are those of tickets one sees, the most used first, by how a word begins', async () => {
  const [reporter, stranger] = [await t.newUser({ team: 'Sales' }), await t.newUser({ team: 'Marketing' })]
  for (const wanted of [['lost property'], ['lost property', 'locker'], ['proper-noun']]) {
    await tag(manager, await t.newTicket(reporter, { assignee: null, team: 'Finance' }), wanted)
  }
  expect(await inUse(reporter, 'Prop')).toEqual([
    { name: 'lost property', tickets: 2 },
    { name: 'proper-noun', tickets: 1 },
  ])
  expect((await inUse(reporter, 'lo')).map(({ name }) => name)).toEqual(['lost property', 'locker'])
  expect(await inUse(reporter, '%')).toEqual([])
  expect(await inUse(stranger)).toEqual([])
})

test('tags are taken back, unless somebody changed them since', async () => {
  const ticket = await t.newTicket(await t.newUser())
  const other = await t.newUser({ role: 'manager' })
  const tagged = (await tag(manager, ticket, ['vip'])).body
  const undo = () => t.call(manager, changes.undo, { params: { id: tagged.undoable?.id ?? '' } })
  const since = (await tag(other, tagged, ['vip', 'refund'])).body

  const refused = await undo()
  expect(refused.status).toBe(409)
  expect(problemOf(refused).detail).toContain('added the tag “refund”')
  await tag(other, since, ['vip'])
  expect((await undo()).body.tags).toEqual([])
})

test('merging brings the source’s tags to the target; unmerging takes back exactly those', async () => {
  const reporter = await t.newUser()
  const [source, target] = [await t.newTicket(reporter), await t.newTicket(reporter)]
  await tag(manager, source, ['vip', 'water'])
  await tag(manager, target, ['refund', 'vip'])

  const merged = await t.call(manager, merging.merge, { params: { id: source.id }, body: { targetId: target.id } })
  expect(merged.body.tags).toEqual(['refund', 'vip', 'water'])
  expect((await t.call(manager, merging.unmerge, { params: { id: source.id } })).body.tags).toEqual(['vip', 'water'])
  expect((await get(target.id)).tags).toEqual(['refund', 'vip'])
})

test('a target with many tags takes as many more as fit', async () => {
  const reporter = await t.newUser()
  const [source, target] = [await t.newTicket(reporter), await t.newTicket(reporter)]
  await tag(manager, source, ['a', 'b', 'c'])
  await tag(
    manager,
    target,
    Array.from({ length: 18 }, (_, n) => `tag ${n}`),
  )
  const merged = await t.call(manager, merging.merge, { params: { id: source.id }, body: { targetId: target.id } })
  expect(merged.body.tags.filter((each) => each.length === 1)).toEqual(['a', 'b'])
})

test('many tickets get tags and lose others together, each beside its own; too many are refused', async () => {
  const reporter = await t.newUser()
  const [one, two, full] = [await t.newTicket(reporter), await t.newTicket(reporter), await t.newTicket(reporter)]
  await tag(manager, one, ['old', 'own'])
  await tag(
    manager,
    full,
    Array.from({ length: 20 }, (_, n) => `tag ${n}`),
  )
  const ids = [one.id, two.id, full.id]
  const { status, body } = await t.call(manager, bulk.update, {
    body: { ids, change: { tags: { add: ['New'], remove: ['old'] } } },
  })

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({ changed: 2, refused: 1 })
  expect((await get(one.id)).tags).toEqual(['new', 'own'])
  expect((await get(two.id)).tags).toEqual(['new'])
  const refused = await t.call(manager, bulk.items, { params: { id: body.id }, query: { state: 'refused' } })
  expect(refused.body.items[0]?.reason).toBe('With these it would have 21 tags; 20 is the most.')
})

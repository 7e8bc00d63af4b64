import { merging, notifications, type Ticket, tickets } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds } from '../../../test/rounds.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'
import { isHeld, whileHolding } from '../../../test/while-holding.ts'

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
})
afterAll(() => t.stop())

const get = async (user: TestUser, id: string) => (await t.call(user, tickets.get, { params: { id } })).body
const say = (user: TestUser, id: string, body: string) =>
  t.call(user, tickets.respond, { params: { id }, body: { kind: 'note', body } })
const merge = (user: TestUser, id: string, targetId: string) =>
  t.call(user, merging.merge, { params: { id }, body: { targetId } })
const unmerge = (user: TestUser, id: string) => t.call(user, merging.unmerge, { params: { id } })
const saidOn = async (id: string) =>
  (await t.call(manager, tickets.responses, { params: { id } })).body.items.map(({ body }) => body)
const story = async (id: string) =>
  (await t.call(manager, tickets.history, { params: { id } })).body.items.map(({ sentence }) => sentence)

async function attach(ticketId: string, user: TestUser): Promise<string> {
  const id = uuid()
  const file = { id, ticketId, uploadedByUserId: user.id, name: 'ac.jpg', contentType: 'image/jpeg', size: 3 }
  const stored = { ...file, status: 'ready' as const, sha256: Buffer.alloc(32) }
  await t.everything.insertInto('ticketAttachments').values(stored).execute()
  return id
}
const attachedTo = async (ticketId: string) =>
  (await t.everything.selectFrom('ticketAttachments').select('id').where('ticketId', '=', ticketId).execute()).map(
    ({ id }) => id,
  )

/** Everything but what says when somebody last looked after it, and what the time of day moves. */
function lasting({
  version: _,
  updatedAt: __,
  undoable: ___,
  storyAt: ____,
  firstResponse,
  resolution,
  ...ticket
}: Ticket) {
  const clocks = [firstResponse, resolution].map(
    ({ slices: _, countedMinutes: __, remainingMinutes: ___, ...clock }) => clock,
  )
  return { ...ticket, clocks }
}

test('the source becomes a closed ticket that leads to the target, which gets what was said and attached', async () => {
  const [reporter, other] = [await t.newUser({ name: 'Mehrish' }), await t.newUser()]
  const source = await t.newTicket(reporter, { title: 'AC drips' })
  const target = await t.newTicket(other, { title: 'AC drips on the barre' })
  await say(reporter, source.id, 'It drips since noon')
  const file = await attach(source.id, reporter)
  await say(other, target.id, 'Vendor called')

  const merged = await merge(manager, source.id, target.id)

  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  expect(merged.body.id).toBe(target.id)
  const tombstone = await get(manager, source.id)
  expect(tombstone).toMatchObject({
    status: 'closed',
    mergedInto: { id: target.id, key: target.key },
    nextStatuses: [],
    firstResponse: { state: 'cancelled' },
    resolution: { state: 'cancelled' },
    can: { unmerge: true, reopen: false, respond: false, merge: false },
  })
  expect((await get(manager, target.id)).mergedFrom).toEqual([{ id: source.id, key: source.key, title: 'AC drips' }])
  expect(await saidOn(target.id)).toEqual(['It drips since noon', 'Vendor called'])
  expect(await saidOn(source.id)).toEqual([])
  expect(await attachedTo(target.id)).toEqual([file])
  expect((await story(source.id)).at(-1)).toBe(`merged it into ${target.key}`)
  expect((await story(target.id)).at(-1)).toBe(`merged ${source.key} into it`)
})

test('lists, totals and related tickets have only the target; whoever logged the source follows it there and is told', async () => {
  const [reporter, other] = [await t.newUser(), await t.newUser()]
  const source = await t.newTicket(reporter, { title: 'Lockers jammed' })
  const target = await t.newTicket(other, { title: 'Lockers jammed again' })

  await merge(manager, source.id, target.id)

  const { body: list } = await t.call(reporter, tickets.list)
  expect(list.items.map(({ id }) => id)).toEqual([target.id])
  expect(list.total).toBe(1)
  const related = (await t.call(manager, merging.related, { params: { id: target.id } })).body.items
  expect(related.map(({ id }) => id)).not.toContain(source.id)
  const { body: bell } = await t.call(reporter, notifications.list)
  expect(bell.items.filter(({ ticket }) => ticket?.id === target.id).map(({ message }) => message)).toEqual([
    `Anita merged ${source.key} into ${target.key}: ${target.title}`,
  ])
})

test('unmerging restores both exactly, the story aside; what was said on the target since stays there', async () => {
  const [reporter, other, watcher] = [await t.newUser(), await t.newUser(), await t.newUser()]
  const source = await t.newTicket(reporter)
  const target = await t.newTicket(other, { assignee: other })
  await t.everything.insertInto('ticketWatchers').values({ ticketId: source.id, userId: watcher.id }).execute()
  await say(reporter, source.id, 'from the source')
  const file = await attach(source.id, reporter)
  await t.call(manager, tickets.update, { params: { id: source.id }, body: { status: 'in_progress' } })
  await t.call(manager, tickets.update, { params: { id: source.id }, body: { status: 'pending' } })
  const before = [await get(manager, source.id), await get(manager, target.id)].map(lasting)
  const rows = () =>
    t.everything
      .selectFrom('ticketClocks')
      .selectAll()
      .where('ticketId', 'in', [source.id, target.id])
      .orderBy('ticketId')
      .orderBy('kind')
      .execute()
  const clocks = await rows()

  await merge(manager, source.id, target.id)
  expect((await get(watcher, target.id)).watchers.map(({ id }) => id).sort()).toEqual(
    [...new Set([reporter.id, watcher.id, ...(source.assignee ? [source.assignee.id] : [])])].sort(),
  )
  await say(other, target.id, 'said since')
  const undone = await unmerge(manager, source.id)

  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  expect(undone.body.id).toBe(source.id)
  expect([await get(manager, source.id), await get(manager, target.id)].map(lasting)).toEqual(before)
  expect(await rows()).toEqual(clocks)
  expect(await saidOn(source.id)).toEqual(['from the source'])
  expect(await saidOn(target.id)).toEqual(['said since'])
  expect(await attachedTo(source.id)).toEqual([file])
  expect((await t.call(watcher, tickets.get, { params: { id: target.id } })).status).toBe(404)
  expect((await story(source.id)).at(-1)).toBe(`took it out of ${target.key} again`)
  expect((await story(target.id)).at(-1)).toBe(`took ${source.key} out of it again`)
})

test('a chain leads to its end, also when merging into its middle, and comes apart in any order', async () => {
  const person = await t.newUser()
  const newTicket = () => t.newTicket(person)
  const [a, b, c, d] = [await newTicket(), await newTicket(), await newTicket(), await newTicket()]
  await say(person, a.id, 'said on a')
  await say(person, b.id, 'said on b')

  await merge(manager, a.id, b.id)
  await merge(manager, b.id, c.id)
  expect((await get(manager, a.id)).mergedInto).toEqual({ id: c.id, key: c.key })
  expect((await merge(manager, d.id, a.id)).body.id).toBe(c.id)
  expect(await saidOn(c.id)).toEqual(['said on a', 'said on b'])

  expect((await unmerge(manager, a.id)).status).toBe(200)
  expect(await saidOn(a.id)).toEqual(['said on a'])
  expect(await saidOn(c.id)).toEqual(['said on b'])
  await unmerge(manager, b.id)
  expect(await saidOn(b.id)).toEqual(['said on b'])
  expect(await saidOn(c.id)).toEqual([])
})

test('a circle is refused, and so is a ticket into itself', async () => {
  const person = await t.newUser()
  const [a, b, c] = [await t.newTicket(person), await t.newTicket(person), await t.newTicket(person)]
  await merge(manager, a.id, b.id)
  await merge(manager, b.id, c.id)

  expect((await merge(manager, c.id, a.id)).status).toBe(409)
  expect((await merge(manager, c.id, b.id)).status).toBe(409)
  expect((await merge(manager, c.id, c.id)).status).toBe(422)
  expect((await merge(manager, a.id, c.id)).status).toBe(409)
})

const races = rounds({ few: 20, many: 100 })

test(`${races} rounds of A into B and B into A at once: one wins, the other gets 409, and nothing is lost`, async () => {
  const person = await t.newUser()
  const [a, b] = [await t.newTicket(person), await t.newTicket(person)]
  await say(person, a.id, 'said on a')
  await say(person, b.id, 'said on b')

  const wins = { a: 0, b: 0 }
  for (let round = 0; round < races; round++) {
    const [ab, ba] = await Promise.all([merge(manager, a.id, b.id), merge(manager, b.id, a.id)])
    expect([ab.status, ba.status].sort(), `round ${round}`).toEqual([200, 409])
    const [loser, winner] = ab.status === 200 ? [a, b] : [b, a]
    wins[winner === a ? 'a' : 'b']++
    expect((await saidOn(winner.id)).sort()).toEqual(['said on a', 'said on b'])
    expect((await unmerge(manager, loser.id)).status).toBe(200)
    expect(await saidOn(a.id)).toEqual(['said on a'])
    expect(await saidOn(b.id)).toEqual(['said on b'])
  }
  expect(wins.a + wins.b).toBe(races)
}, 240_000)

test.each(['upwards', 'downwards'])(
  'merging %s takes the lower id first, so that no two merges wait for each other',
  async (way) => {
    const person = await t.newUser()
    const pair = [await t.newTicket(person), await t.newTicket(person)].map(({ id }) => id).sort()
    const [lower = '', higher = ''] = pair
    const [source = '', target = ''] = way === 'upwards' ? pair : pair.toReversed()

    const merged = await whileHolding(
      t.everything,
      higher,
      () => merge(manager, source, target),
      async () => expect(await isHeld(t.everything, lower)).toBe(true),
    )

    expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  },
)

test('who may edit only one of the two can neither merge nor unmerge them, and nothing changes', async () => {
  const lead = await t.newUser({ role: 'team_lead', team: 'Marketing' })
  const reporter = await t.newUser()
  const mine = await t.newTicket(reporter, { team: 'Marketing', assignee: null })
  const seen = await t.newTicket(lead, { team: 'Finance', assignee: null })
  const hidden = await t.newTicket(reporter, { team: 'Finance', assignee: null })

  expect((await merge(lead, mine.id, seen.id)).status).toBe(403)
  expect((await merge(lead, seen.id, mine.id)).status).toBe(403)
  expect((await merge(lead, mine.id, hidden.id)).status).toBe(422)
  expect((await merge(lead, hidden.id, mine.id)).status).toBe(404)
  expect((await get(manager, mine.id)).version).toBe(mine.version)

  await merge(manager, mine.id, hidden.id)
  const tombstone = await get(lead, mine.id)
  expect(tombstone.mergedInto).toEqual({ id: hidden.id, key: null })
  expect(tombstone.can.unmerge).toBe(false)
  expect((await unmerge(lead, mine.id)).status).toBe(409)
  expect((await merge(lead, seen.id, mine.id)).status).toBe(403)
})

test('nothing is done to a merged ticket any more', async () => {
  const person = await t.newUser()
  const [source, target] = [await t.newTicket(person), await t.newTicket(person)]
  await merge(manager, source.id, target.id)
  const params = { id: source.id }

  const replies = [
    await t.call(manager, tickets.reopen, { params, body: { reason: 'It is back' } }),
    await t.call(manager, tickets.assign, { params, body: { userId: manager.id } }),
    await t.call(manager, tickets.update, { params, body: { priority: 'low' } }),
    await t.call(manager, tickets.respond, { params, body: { kind: 'note', body: 'too late' } }),
    await t.call(await t.newUser({ role: 'admin' }), tickets.remove, { params }),
  ]
  expect(replies.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409])
  expect(problemOf(replies[0] as never).detail).toContain('Unmerge it first')
})

test('open work is not buried in a ticket nobody works on; the trash takes nothing in', async () => {
  const person = await t.newUser()
  const open = await t.newTicket(person)
  const closed = await t.newTicket(person, { status: 'closed' })
  const deleted = await t.newTicket(person)
  const admin = await t.newUser({ role: 'admin' })
  await t.call(admin, tickets.remove, { params: { id: deleted.id } })

  expect((await merge(manager, open.id, closed.id)).status).toBe(409)
  expect((await merge(manager, open.id, deleted.id)).status).toBe(422)
  expect((await merge(admin, open.id, deleted.id)).status).toBe(409)
  expect((await merge(manager, closed.id, open.id)).status).toBe(200)
})

test('a merge based on an older version is refused; the same request twice merges once', async () => {
  const person = await t.newUser()
  const [source, target] = [await t.newTicket(person), await t.newTicket(person)]
  const request = { params: { id: source.id }, body: { targetId: target.id } }

  const stale = await t.call(manager, merging.merge, { ...request, headers: { 'if-match': '"99"' } })
  expect(stale.status).toBe(412)
  const headers = { 'idempotency-key': uuid() }
  const first = await t.call(manager, merging.merge, { ...request, headers })
  const second = await t.call(manager, merging.merge, { ...request, headers })
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect((await story(target.id)).filter((sentence) => sentence.startsWith('merged'))).toHaveLength(1)
})

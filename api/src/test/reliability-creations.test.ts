import type { CreateTicketSent } from '@physique57/contracts'
import { tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { atATime, createUntilAcknowledged } from './retrying-client.ts'
import { expectEachStoredOnce, loadsOf } from './stored-once.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from './test-app.ts'

describe('200 creations, 20 at a time, each key sent two or three times', () => {
  let t: TestApp
  let team: TestUser[]
  const priorities = ['low', 'medium', 'high', 'critical'] as const
  const keys = Array.from({ length: 200 }, (_, index) => `tablet-7-${String(index).padStart(3, '0')}`)
  const answers = new Map<string, Awaited<ReturnType<typeof createUntilAcknowledged>>[]>()

  beforeAll(async () => {
    t = await startTestApp()
    const baseUrl = await t.listen()
    const reporters = await Promise.all([1, 2, 3].map(() => t.newUser({ team: 'Operations' })))
    team = await Promise.all([1, 2, 3, 4, 5].map(() => t.newUser({ team: 'Facilities' })))

    await atATime(20, keys, async (key, index) => {
      const body = { ...parkingTrouble, priority: priorities[index % 4], title: `Report ${key}` }
      const ask = () =>
        createUntilAcknowledged(baseUrl, {
          key,
          token: reporters[index % 3]?.token ?? '',
          body: body as CreateTicketSent,
        })
      const atOnce = index % 3 === 0 ? [ask(), ask()] : [ask()]
      const first = await Promise.all(atOnce)
      answers.set(key, [...first, await ask()])
    })
  })
  afterAll(() => t.stop())

  test('make as many tickets as there are keys, each with one story, one pair of clocks, one message and one decision', () =>
    expectEachStoredOnce(t, keys))

  test('are answered once and then replayed, with the same status and body', () => {
    for (const [key, given] of answers) {
      const [first] = given
      expect(first?.body.title).toBe(`Report ${key}`)
      expect(given.filter(({ isReplay }) => !isReplay)).toHaveLength(1)
      for (const { status, body } of given) expect({ status, body }).toEqual({ status: 201, body: first?.body })
    }
  })

  test('leave the members of a team that started empty at most one ticket apart', async () => {
    const loads = await loadsOf(
      t,
      team.map(({ id }) => id),
    )
    expect(loads.reduce((sum, load) => sum + load)).toBe((200 / 4) * (1 + 2 + 3 + 4))
    expect((loads.at(-1) ?? 0) - (loads[0] ?? 0)).toBeLessThanOrEqual(4)
  })
})

describe('an Idempotency-Key', () => {
  let t: TestApp
  let reporter: TestUser
  beforeAll(async () => {
    t = await startTestApp()
    reporter = await t.newUser({ team: 'Operations' })
    await t.newUser({ team: 'Facilities' })
  })
  afterAll(() => t.stop())

  const create = (user: TestUser, key: string, body: CreateTicketSent = parkingTrouble) =>
    t.call(user, tickets.create, { body, headers: { 'idempotency-key': key } })

  test('sent ten times at once makes one ticket; the others get its answer', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => create(reporter, 'ten-at-once')))
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect(replies.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(9)
    expect(new Set(replies.map(({ headers }) => headers.location))).toEqual(
      new Set([`/api/tickets/${replies[0]?.body.id}`]),
    )
  })

  test('whose first request is still running after two seconds is refused with 409, and may be sent again', async () => {
    const key = 'still-running'
    const release = Promise.withResolvers<void>()
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>()
    const running = t.everything.transaction().execute(async (db) => {
      await db
        .insertInto('idempotencyKeys')
        .values({ userId: reporter.id, method: 'POST', path: '/api/tickets', key, requestHash: Buffer.from('x') })
        .execute()
      isHeld()
      await release.promise
      throw new Error('rolled back')
    })
    await held

    const refused = await create(reporter, key)
    release.resolve()
    await expect(running).rejects.toThrow('rolled back')
    expect(refused.status).toBe(409)
    expect(problemOf(refused).code).toBe('request_in_progress')
    expect(refused.headers['retry-after']).toBeDefined()
    expect((await create(reporter, key)).status).toBe(201)
  })

  test('with another body is refused with 422, and the first answer stands', async () => {
    const first = await create(reporter, 'reused')
    const other = await create(reporter, 'reused', { ...parkingTrouble, description: 'Something else' })
    expect(other.status).toBe(422)
    expect(problemOf(other).code).toBe('key_reused')
    expect((await create(reporter, 'reused')).body).toEqual(first.body)
  })

  test('is not used up by a request that failed', async () => {
    const refused = await create(reporter, 'corrected', { ...parkingTrouble, answers: {} })
    expect(refused.status).toBe(422)
    const corrected = await create(reporter, 'corrected')
    expect(corrected.status).toBe(201)
    expect(corrected.headers['idempotency-replayed']).toBeUndefined()
  })

  test('belongs to one user: the same key of somebody else is another ticket', async () => {
    const other = await t.newUser({ team: 'Operations' })
    const [mine, theirs] = [await create(reporter, 'shared'), await create(other, 'shared')]
    expect(theirs.status).toBe(201)
    expect(theirs.headers['idempotency-replayed']).toBeUndefined()
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  test('belongs to one method and path: it answers a reply and two tickets apart', async () => {
    const headers = { 'idempotency-key': 'everywhere' }
    const [one, two] = [await create(reporter, 'everywhere'), await t.newTicket(reporter)]
    const body = { kind: 'note', body: 'Asked the valet' } as const
    const say = (id: string) => t.call(reporter, tickets.respond, { params: { id }, body, headers })

    const said = [await say(one.body.id), await say(two.id)]
    expect(said.map(({ status }) => status)).toEqual([201, 201])
    expect(said[0]?.body.id).not.toBe(said[1]?.body.id)

    const again = await say(two.id)
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(again.body).toEqual(said[1]?.body)
    const thread = await t.call(reporter, tickets.responses, { params: { id: two.id } })
    expect(thread.body.total).toBe(1)
  })

  test('shows its answer only to those who still see the ticket', async () => {
    const created = await create(reporter, 'out-of-sight')
    const someoneElse = await t.newUser({ team: 'Finance' })
    await t.everything
      .updateTable('tickets')
      .set({ reportedByUserId: someoneElse.id, assignedTeamId: idOf.team('Finance') })
      .where('id', '=', created.body.id)
      .execute()

    const again = await create(reporter, 'out-of-sight')
    expect(again.status).toBe(404)
    expect(problemOf(again).code).toBe('not_found')
  })

  test('of one new client named by many tickets at once enters the client once', async () => {
    const client = { name: 'Aarti Deshpande', phone: '+91 98200 12345' }
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => create(reporter, uuid(), { ...parkingTrouble, client })),
    )
    expect(new Set(replies.map(({ body }) => body.client?.id)).size).toBe(1)
    const stored = await sql<{ count: number }>`select count(*) from public.clients`.execute(t.everything)
    expect(stored.rows[0]?.count).toBe(1)
  })
})

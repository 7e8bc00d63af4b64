import { setTimeout as sleep } from 'node:timers/promises'
import { tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { atATime, createUntilAcknowledged } from './retrying-client.ts'
import { expectEachStoredOnce } from './stored-once.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from './test-app.ts'

let t: TestApp
let reporter: TestUser
let assignee: TestUser
let manager: TestUser
let superuser: pg.Client
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  assignee = await t.newUser({ team: 'Facilities' })
  manager = await t.newUser({ role: 'manager' })
  superuser = new pg.Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await t.stop()
})

test('all connections are cut again and again under load: each answer is right or 503 with Retry-After, and nothing is lost or doubled', async () => {
  const baseUrl = await t.listen()
  const keys = Array.from({ length: 60 }, (_, index) => `cut-${String(index).padStart(2, '0')}`)
  const answered: { status: number; retryAfter: string | null }[] = []
  const ended = new AbortController()
  const cut = async () => {
    let cuts = 0
    for (let round = 0; round < 6 && !ended.signal.aborted; round++) {
      await sleep(400)
      const { rows } = await superuser.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'api'",
      )
      cuts += rows.length
    }
    return cuts
  }
  const look = async () => {
    while (!ended.signal.aborted) {
      const headers = { authorization: `Bearer ${manager.token}` }
      const response = await fetch(`${baseUrl}/api/tickets?open=true`, { headers })
      await response.arrayBuffer()
      answered.push({ status: response.status, retryAfter: response.headers.get('retry-after') })
    }
  }

  const [cuts] = await Promise.all([
    cut(),
    look(),
    look(),
    atATime(10, keys, (key) =>
      createUntilAcknowledged(baseUrl, { key, token: reporter.token, body: parkingTrouble }),
    ).finally(() => ended.abort()),
  ])

  expect(cuts).toBeGreaterThan(10)
  await expectEachStoredOnce(t, keys)
  expect(answered.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  for (const { status, retryAfter } of answered) if (status === 503) expect(retryAfter).toMatch(/^[1-9]/)

  const after = await t.call(manager, tickets.list)
  expect(after.status).toBe(200)
})

test('a ticket that somebody holds for longer than two seconds is refused with 503, while others are answered', async () => {
  const [held, free] = [await t.newTicket(reporter), await t.newTicket(reporter)]
  await superuser.query('begin')
  await superuser.query('select from tickets where id = $1 for update', [held.id])

  const begun = Date.now()
  const change = (id: string) => t.call(assignee, tickets.update, { params: { id }, body: { status: 'in_progress' } })
  const waiting = change(held.id)
  expect((await change(free.id)).status).toBe(200)
  expect(Date.now() - begun).toBeLessThan(1_500)
  const refused = await waiting
  const waited = Date.now() - begun
  await superuser.query('rollback')

  expect(refused.status).toBe(503)
  expect(problemOf(refused).code).toBe('unavailable')
  expect(refused.headers['retry-after']).toBeDefined()
  expect(waited).toBeGreaterThan(1_900)
  expect(waited).toBeLessThan(3_000)
  expect((await change(held.id)).status).toBe(200)
})

test('a statement that takes longer than five seconds is ended, and answered with 503', async () => {
  await superuser.query(`
    alter function app.actor() rename to quick_actor;
    create function app.actor() returns table (id uuid, name text, email text, role text, team_id uuid, team_name text, time_zone text)
      language sql stable as 'select q.* from pg_sleep(8), app.quick_actor() q';`)
  const begun = Date.now()
  const slow = await t.call(manager, tickets.list)
  await superuser.query('drop function app.actor(); alter function app.quick_actor() rename to actor')

  expect(slow.status).toBe(503)
  expect(slow.headers['retry-after']).toBeDefined()
  expect(Date.now() - begun).toBeLessThan(6_500)
  expect((await t.call(manager, tickets.list)).status).toBe(200)
})

test('when all connections wait for one ticket, everybody else is answered or refused within about two seconds', async () => {
  const ticket = await t.newTicket(reporter)
  await superuser.query('begin')
  await superuser.query('select from tickets where id = $1 for update', [ticket.id])
  const waiting = Array.from({ length: t.config.databasePoolSize }, () =>
    t.call(assignee, tickets.respond, { params: { id: ticket.id }, body: { kind: 'note', body: 'Still waiting' } }),
  )
  const begun = Date.now()
  const others = await Promise.all(Array.from({ length: 20 }, () => t.call(manager, tickets.list)))
  const waited = Date.now() - begun
  const refused = await Promise.all(waiting)
  await superuser.query('rollback')

  expect(refused.map(({ status }) => status)).toEqual(waiting.map(() => 503))
  for (const { status, headers } of others)
    if (status !== 200) expect([status, headers['retry-after']]).toEqual([503, '2'])
  expect(waited).toBeLessThan(3_000)
  expect((await t.call(assignee, tickets.get, { params: { id: ticket.id } })).status).toBe(200)
})

test('two managers who assign one ticket at once: both decisions are in its story, and it is with the last', async () => {
  const ticket = await t.newTicket(reporter)
  const [one, two] = [await t.newUser({ team: 'Facilities' }), await t.newUser({ team: 'Facilities' })]
  const give = (person: TestUser) =>
    t.call(manager, tickets.assign, { params: { id: ticket.id }, body: { userId: person.id } })
  const replies = await Promise.all([give(one), give(two)])
  expect(replies.map(({ status }) => status)).toEqual([200, 200])

  const { body: now } = await t.call(manager, tickets.get, { params: { id: ticket.id } })
  const { body: story } = await t.call(manager, tickets.history, { params: { id: ticket.id } })
  const given = story.items.filter(({ event, actor }) => event === 'assigned' && actor)
  expect(given).toHaveLength(2)
  expect(given.at(-1)?.sentence).toContain(now.assignee?.name)
  expect(now.version).toBe(ticket.version + 2)
})

test('of two who assign the version they saw, one is told that it has changed', async () => {
  const ticket = await t.newTicket(reporter)
  const give = async () =>
    t.call(manager, tickets.assign, {
      params: { id: ticket.id },
      body: { userId: (await t.newUser({ team: 'Facilities' })).id },
      headers: { 'if-match': `"${ticket.version}"` },
    })
  const statuses = (await Promise.all([give(), give(), give()])).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([200, 412, 412])
})

test('of two members who take a waiting ticket at once, one has it', async () => {
  const ticket = await t.newTicket(reporter, { assignee: null, team: 'Facilities', status: 'new' })
  const members = [await t.newUser({ team: 'Facilities' }), await t.newUser({ team: 'Facilities' })]
  const replies = await Promise.all(
    members.map((member) => t.call(member, tickets.assign, { params: { id: ticket.id }, body: { userId: member.id } })),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 403])
  const stored = await sql<{ count: number }>`
    select count(*) from public.assignment_decisions where ticket_id = ${ticket.id} and reason like 'Taken by%'
      and team_id = ${idOf.team('Facilities')}`.execute(t.everything)
  expect(stored.rows[0]?.count).toBe(1)
})

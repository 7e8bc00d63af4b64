import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { categories, LiveEvent, notifications, tickets, views } from '@physique57/contracts'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import type { Actor } from '../../context.ts'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { sendWaitingMail } from '../notifications/mail.jobs.ts'
import { LiveHub } from './hub.ts'
import { openStream } from './stream.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
  await t.listen()
})
afterAll(() => t.stop())

const open = new Set<Connection>()
afterEach(() => {
  for (const connection of open) connection.close()
  open.clear()
})

type Connection = Awaited<ReturnType<typeof connect>>

/** A browser that listens, over a real socket. */
async function connect(token: string, app: TestApp = t) {
  const stop = new AbortController()
  const response = await fetch(`${await app.listen()}/api/live`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' },
    signal: stop.signal,
  })
  let text = ''
  let isOver = false
  const read = async () => {
    try {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
    } catch {
      // we closed it
    }
    isOver = true
  }
  const reading = read()
  const events = () =>
    text.split('\n').flatMap((line) => (line.startsWith('data: ') ? [LiveEvent.parse(JSON.parse(line.slice(6)))] : []))
  const connection = {
    status: response.status,
    headers: response.headers,
    text: () => text,
    isOver: () => isOver,
    events,
    /** Ids of tickets it was told about. */
    heardOf: () => new Set(events().flatMap((event) => (event.type === 'tickets' ? event.ids : []))),
    has: (type: LiveEvent['type']) => events().some((event) => event.type === type),
    close: () => stop.abort(),
    closed: reading,
  }
  open.add(connection)
  return connection
}

async function until(condition: () => boolean, what: string, withinMs = 5_000) {
  const deadline = Date.now() + withinMs
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await sleep(20)
  }
}

const change = (person: TestUser, changes: { role?: 'team_member'; status?: 'disabled'; teamId?: string }) =>
  t.everything.updateTable('users').set(changes).where('id', '=', person.id).execute()

test('without a valid token, or with one in the address, there is no stream', async () => {
  const { token } = await t.newUser()
  const statusOf = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(`${await t.listen()}/api/live${path}`, { headers })).status
  expect(await statusOf('')).toBe(401)
  expect(await statusOf(`?access_token=${token}`)).toBe(401)
  expect(await statusOf(`?token=${token}`)).toBe(401)
  expect(await statusOf('', { authorization: 'Bearer x.y.z' })).toBe(401)
  expect(await statusOf('', { cookie: `refresh=${token}` })).toBe(401)
})

test('a stream is plain, uncached and says when to come back', async () => {
  const connection = await connect((await t.newUser()).token)
  expect(connection.status).toBe(200)
  expect(connection.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(connection.headers.get('cache-control')).toContain('no-store')
  expect(connection.headers.get('content-encoding')).toBeNull()
  expect(connection.headers.get('x-content-type-options')).toBe('nosniff')
  await until(() => connection.text().startsWith('retry: 2000\n\n'), 'a retry hint')
})

test('each person hears only of tickets they see, and never more than their ids', async () => {
  const [reporter, facilities, finance, manager] = [
    await t.newUser({ team: 'Operations' }),
    await t.newUser({ team: 'Facilities', availability: 'away' }),
    await t.newUser({ team: 'Finance', availability: 'away' }),
    await t.newUser({ role: 'manager' }),
  ]
  const [r, fa, fi, m] = await Promise.all([reporter, facilities, finance, manager].map(({ token }) => connect(token)))
  if (!r || !fa || !fi || !m) throw new Error('not connected')

  const one = await t.newTicket(reporter, { title: 'Secret of Facilities', team: 'Facilities', assignee: null })
  const two = await t.newTicket(reporter, { title: 'Secret of Finance', team: 'Finance', assignee: null })
  await t.call(reporter, tickets.respond, { params: { id: one.id }, body: { kind: 'note', body: 'Secret note' } })
  await t.call(reporter, tickets.respond, { params: { id: two.id }, body: { kind: 'note', body: 'Secret note' } })
  await until(() => r.heardOf().has(two.id) && m.heardOf().has(two.id), 'news of the second ticket')
  await until(() => fa.heardOf().has(one.id) && fi.heardOf().has(two.id), 'news for the teams')
  await sleep(200)

  expect(r.heardOf()).toEqual(new Set([one.id, two.id]))
  expect(m.heardOf()).toEqual(new Set([one.id, two.id]))
  expect(fi.heardOf()).toEqual(new Set([two.id]))
  for (const connection of [r, fa, fi, m]) expect(connection.text()).not.toContain('Secret')
})

test('notifications ring for their addressee only', async () => {
  const [reporter, assignee] = [await t.newUser({ team: 'Operations' }), await t.newUser({ team: 'Training' })]
  const ticket = await t.newTicket(reporter, { team: 'Training', assignee })
  const [theirs, own] = [await connect(assignee.token), await connect(reporter.token)]

  await t.call(reporter, tickets.respond, { params: { id: ticket.id }, body: { kind: 'note', body: 'x' } })
  await until(() => theirs.has('notifications'), 'the bell')
  expect(own.has('notifications')).toBe(false)

  const before = theirs.events().length
  await t.call(assignee, notifications.readAll)
  await until(() => theirs.events().length > before, 'the same in the other tab')
})

test('sight lost while connected: told to look again at once, and then nothing more', async () => {
  const manager = await t.newUser({ role: 'manager' })
  const member = await t.newUser({ team: 'Sales', availability: 'away' })
  const ticket = await t.newTicket(manager, { team: 'Sales', assignee: null })
  const connection = await connect(member.token)

  await t.call(manager, tickets.assign, { params: { id: ticket.id }, body: { teamId: idOf.team('Finance') } })
  await until(() => connection.has('refetch'), 'to look again')
  const before = connection.heardOf()
  await t.call(manager, tickets.respond, { params: { id: ticket.id }, body: { kind: 'note', body: 'x' } })
  await sleep(300)
  expect(connection.heardOf()).toEqual(before)
})

test('a ticket put into the trash disappears for those who saw it, who hear nothing of it after', async () => {
  const [admin, reporter] = [await t.newUser({ role: 'admin' }), await t.newUser({ team: 'Operations' })]
  const ticket = await t.newTicket(reporter)
  const stranger = await t.newUser({ team: 'Marketing', availability: 'away' })
  const [connection, elsewhere] = [await connect(reporter.token), await connect(stranger.token)]
  const timesHeardOf = () =>
    connection.events().filter((event) => event.type === 'tickets' && event.ids.includes(ticket.id)).length
  // what is told of its logging may still be on its way, but not any more when a later one is heard of
  const later = await t.newTicket(reporter)
  await until(() => connection.heardOf().has(later.id), 'of a later ticket')
  const before = timesHeardOf()

  await t.call(admin, tickets.remove, { params: { id: ticket.id } })
  await until(() => connection.has('refetch'), 'to look again')
  await sleep(200)
  expect(timesHeardOf()).toBe(before)
  expect(elsewhere.events()).toEqual([])
})

test('a member moved to another team hears of its tickets, not of the old ones', async () => {
  const manager = await t.newUser({ role: 'manager' })
  const member = await t.newUser({ team: 'Marketing', availability: 'away' })
  const [old, next] = [
    await t.newTicket(manager, { team: 'Marketing', assignee: null }),
    await t.newTicket(manager, { team: 'Finance', assignee: null }),
  ]
  const connection = await connect(member.token)
  await change(member, { teamId: idOf.team('Finance') })
  await until(() => connection.has('refetch'), 'to look again')

  for (const { id } of [old, next])
    await t.call(manager, tickets.respond, { params: { id }, body: { kind: 'note', body: 'x' } })
  await until(() => connection.heardOf().has(next.id), 'news of the new team')
  expect(connection.heardOf()).toEqual(new Set([next.id]))
})

test('a manager who is one no more hears of what concerns them, and no more', async () => {
  const [manager, former] = [await t.newUser({ role: 'manager' }), await t.newUser({ role: 'manager' })]
  const connection = await connect(former.token)
  await change(former, { role: 'team_member' })
  await until(() => connection.has('refetch'), 'to look again')
  await t.newTicket(manager)
  await sleep(300)
  expect(connection.heardOf()).toEqual(new Set())
})

test('whoever is disabled, or signs out, is cut off', async () => {
  const person = await newUserWithPassword(t)
  const browser = browserOf(t)
  const { body, cookie } = await browser.signIn(person.email)
  const [signedOut, otherDevice] = [await connect(body.accessToken), await connect(person.token)]
  await browser.signOut(cookie)
  await until(signedOut.isOver, 'the end after signing out')
  expect(otherDevice.isOver()).toBe(false)

  await change(person, { status: 'disabled' })
  await until(otherDevice.isOver, 'the end after being disabled')
})

test('whoever signs out while the stream is being opened gets none', async () => {
  const person = await t.newUser()
  const slow = await slowActor()
  const opening = connect(person.token)
  await sleep(300)
  await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('id', '=', person.sessionId).execute()
  await slow.over()
  const connection = await opening
  if (connection.status === 200) await until(connection.isOver, 'the end')
  expect(connection.status).toBe(401)
})

test('a role that changes while the stream is being opened is the new one', async () => {
  const [manager, former] = [await t.newUser({ role: 'manager' }), await t.newUser({ role: 'manager' })]
  const slow = await slowActor()
  const opening = connect(former.token)
  await sleep(300)
  await change(former, { role: 'team_member' })
  await slow.over()
  const connection = await opening
  await t.newTicket(manager)
  await sleep(300)
  expect(connection.heardOf()).toEqual(new Set())
})

/** Whoever is asked for now is found as they are now, but a second later. */
async function slowActor() {
  const superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
  await superuser.query(`
    alter function app.actor() rename to quick_actor;
    create function app.actor() returns table (id uuid, name text, email text, role text, team_id uuid, team_name text, time_zone text)
      language sql stable as 'select q.* from pg_sleep(1), app.quick_actor() q';`)
  return {
    over: async () => {
      await sleep(1_000)
      await superuser.query('drop function app.actor(); alter function app.quick_actor() rename to actor')
      await superuser.end()
    },
  }
}

test('HEAD opens no stream', async () => {
  const { token } = await t.newUser()
  const url = `${await t.listen()}/api/live`
  const { status } = await fetch(url, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } })
  expect(status).toBe(404)
})

test('a notification rings when it is read elsewhere, not when its mail is written', async () => {
  const [reporter, assignee] = [await t.newUser({ team: 'Operations' }), await t.newUser({ team: 'Training' })]
  const ticket = await t.newTicket(reporter, { team: 'Training', assignee })
  await t.call(reporter, tickets.respond, { params: { id: ticket.id }, body: { kind: 'note', body: 'x' } })
  const connection = await connect(assignee.token)
  const deps = { config: t.config, db: t.everything, mailer: { send: async () => {} } }
  await sendWaitingMail(deps, { userId: assignee.id, ticketId: ticket.id })
  expect(await t.mailsTo(assignee)).not.toEqual([])
  await sleep(200)
  expect(connection.has('notifications')).toBe(false)

  await t.call(assignee, notifications.readAll)
  await until(() => connection.has('notifications'), 'the bell')
})

test('ten connections a person, also when they come at once; a closed one makes room', async () => {
  const { token } = await t.newUser()
  const connections = await Promise.all(Array.from({ length: 14 }, () => connect(token)))
  const statuses = connections.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array(10).fill(200), ...Array(4).fill(429)])
  expect(connections.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('15')
  expect((await connect((await t.newUser()).token)).status).toBe(200)

  connections.find(({ status }) => status === 200)?.close()
  await sleep(200)
  expect((await connect(token)).status).toBe(200)
})

test('whoever was disabled while the database could not tell us is cut off as well', async () => {
  const [gone, stays] = [await t.newUser(), await t.newUser()]
  const [theirs, others] = [await connect(gone.token), await connect(stays.token)]
  const superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
  await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'api live' and datname = current_database()",
  )
  await superuser.end()
  await change(gone, { status: 'disabled' })

  await until(theirs.isOver, 'the end after being disabled')
  await until(() => others.has('refetch'), 'to look again, for the others')
  expect(others.isOver()).toBe(false)
})

test('a stream on which nothing happens shows every 15 s that it lives', () => {
  vi.useFakeTimers()
  try {
    const hub = new LiveHub(t.app.deps.db, t.app.deps.log)
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    const written = vi.spyOn(response, 'write')
    hub.add(openStream(response, { userId: 'x', sessionId: 'x' }, {} as Actor))
    vi.advanceTimersByTime(31_000)
    hub.stop()
    expect(written.mock.calls.map(([text]) => text)).toEqual([
      'retry: 2000\n\n',
      ': still here\n\n',
      ': still here\n\n',
    ])
  } finally {
    vi.useRealTimers()
  }
})

test('everybody is looked at again within a few minutes, not all at once: a session that expired ends its stream', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => t.newUser()))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const hub = new LiveHub(t.app.deps.db, t.app.deps.log)
  try {
    const ended = new Set<string>()
    for (const { id, sessionId } of people) {
      const claims = { userId: id, sessionId }
      const actor = await hub.findActor(claims)
      const end = () => {
        ended.add(id)
        remove()
      }
      const remove = hub.add({ claims, actor, send: () => {}, beat: () => {}, end })
    }
    const looked = vi.spyOn(hub, 'findActor')
    await t.everything
      .updateTable('sessions')
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(
        'userId',
        'in',
        people.slice(10).map(({ id }) => id),
      )
      .execute()
    /** One after the other: until each has been answered and none follows. */
    const allLooked = async (known = 0): Promise<number> => {
      await Promise.allSettled(looked.mock.results.map(({ value }) => value))
      await sleep(10)
      const now = looked.mock.calls.length
      return now === known ? now : allLooked(now)
    }
    const seen: number[] = []
    for (let beat = 0; beat < 16; beat++) {
      looked.mockClear()
      vi.advanceTimersByTime(15_000)
      seen.push(await allLooked())
    }
    expect(Math.max(...seen)).toBe(2)
    expect(ended).toEqual(new Set(people.slice(10).map(({ id }) => id)))
  } finally {
    hub.stop()
    vi.useRealTimers()
  }
})

test('when the process ends, streams end first, with a moment to come back after', async () => {
  const other = await startTestApp()
  const person = await other.newUser()
  const connections = [await connect(person.token, other), await connect(person.token, other)]
  const started = Date.now()
  await other.stop()

  for (const connection of connections) {
    await connection.closed
    const wait = Number(/retry: (\d+)\n\n$/.exec(connection.text())?.[1])
    expect(wait).toBeGreaterThanOrEqual(500)
    expect(wait).toBeLessThanOrEqual(2_000)
  }
  expect(Date.now() - started).toBeLessThan(5_000)
})

test('of a shared view everybody hears, of one’s own nobody else', async () => {
  const [owner, other] = [await t.newUser(), await t.newUser({ role: 'manager' })]
  const [own, others] = [await connect(owner.token), await connect(other.token)]
  await t.call(owner, views.create, { body: { name: 'Only mine', search: {} } })
  await until(() => own.has('views'), 'their own view')
  expect(others.has('views')).toBe(false)

  await t.call(other, views.create, { body: { name: 'For all', audience: 'everyone', search: {} } })
  await until(() => others.has('views'), 'a view for everyone')
})

test('of a new category everybody hears at once', async () => {
  const [admin, other] = [await t.newUser({ role: 'admin' }), await t.newUser()]
  const connection = await connect(other.token)
  await t.call(admin, categories.create, { body: { name: 'Childcare' } })
  await until(() => connection.has('catalogue'), 'a new category')
})

import {
  type ChangeNotificationPreferences,
  type NotificationPreferences,
  notifications,
  tickets,
} from '@physique57/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Radhika Deshmukhe' })
})
afterAll(() => t.stop())

const preferencesOf = async (user: TestUser) => (await t.call(user, notifications.preferences)).body

const send = (user: TestUser, body: ChangeNotificationPreferences) =>
  t.call(user, notifications.changePreferences, { body })

async function prefer(user: TestUser, body: ChangeNotificationPreferences): Promise<NotificationPreferences> {
  const reply = await send(user, body)
  expect(reply.status).toBe(200)
  return reply.body
}

/** Somebody who prefers this, and whose ticket is then worked on. */
async function reporterOf(
  work: (ticketId: string, reporter: TestUser) => Promise<unknown>,
  preferences: ChangeNotificationPreferences = {},
) {
  const reporter = await t.newUser()
  const ticket = await t.newTicket(reporter, { assignee: null })
  await prefer(reporter, preferences)
  await work(ticket.id, reporter)
  await t.runJobs()
  return { reporter, ticket }
}

const inbox = async (user: TestUser) => (await t.call(user, notifications.list)).body.items.map(({ event }) => event)
const unread = async (user: TestUser) => (await t.call(user, notifications.unreadCount)).body.unread
const mails = async (user: TestUser) => (await t.mailsTo(user)).length

const resolve = (id: string) => t.call(manager, tickets.resolve, { params: { id }, body: { note: 'Done' } })
const setStatus = (id: string) => t.call(manager, tickets.update, { params: { id }, body: { status: 'in_progress' } })

test('whoever never chose gets everything in the app, and by mail what asks or answers', async () => {
  const { events, digest, quietHours, timeZone } = await preferencesOf(await t.newUser())
  expect(new Set(Object.values(events).map(({ inApp }) => inApp))).toEqual(new Set(['instant']))
  const mailed = Object.entries(events).filter(([, { mail }]) => mail === 'instant')
  expect(mailed.map(([event]) => event).sort()).toEqual([
    'assigned',
    'escalation',
    'mentioned',
    'reopened',
    'resolved',
    'response',
  ])
  expect({ digest, quietHours, timeZone }).toEqual({
    digest: { every: 'day', at: '09:00' },
    quietHours: null,
    timeZone: 'Asia/Kolkata',
  })
})

test('a change touches what it names, is there the next time, and is nobody else’s', async () => {
  const [mine, other] = [await t.newUser(), await t.newUser()]
  await prefer(mine, { events: { response: { mail: 'digest' } }, digest: { every: 'hour' } })
  const after = await prefer(mine, {
    events: { response: { inApp: 'off' } },
    quietHours: { from: '21:30', to: '06:00' },
  })

  expect(after).toEqual(await preferencesOf(mine))
  expect(after.events.response).toEqual({ inApp: 'off', mail: 'digest' })
  expect(after.events.assigned).toEqual({ inApp: 'instant', mail: 'instant' })
  expect(after.digest).toEqual({ every: 'hour', at: '09:00' })
  expect(after.quietHours).toEqual({ from: '21:30', to: '06:00' })
  expect((await preferencesOf(other)).events.response).toEqual({ inApp: 'instant', mail: 'instant' })

  expect((await prefer(mine, { quietHours: null })).quietHours).toBeNull()
})

test('two changes at once both count', async () => {
  const user = await t.newUser()
  const events = ['assigned', 'response', 'status', 'resolved', 'reopened', 'escalation'] as const
  await Promise.all(events.map((event) => prefer(user, { events: { [event]: { mail: 'digest' } } })))
  const after = await preferencesOf(user)
  expect(events.map((event) => after.events[event].mail)).toEqual(events.map(() => 'digest'))
})

test('what makes no sense is refused and changes nothing', async () => {
  const user = await t.newUser()
  const before = await preferencesOf(user)
  const wrong = [
    { events: { gossip: { mail: 'off' } } },
    { events: { response: { pigeon: 'off' } } },
    { events: { response: { mail: 'sometimes' } } },
    { digest: { at: '25:00' } },
    { quietHours: { from: '22:00' } },
    { userId: manager.id },
  ]
  for (const body of wrong) expect((await send(user, body as never)).status, JSON.stringify(body)).toBe(400)
  const endless = await send(user, { quietHours: { from: '22:00', to: '22:00' } })
  expect(endless.status).toBe(422)
  expect(problemOf(endless).errors).toMatchObject([{ path: 'quietHours.to' }])
  expect(await preferencesOf(user)).toEqual(before)
})

test('off in the app: neither in the inbox nor counted, though still mailed', async () => {
  const { reporter } = await reporterOf(resolve, { events: { resolved: { inApp: 'off' } } })
  expect(await inbox(reporter)).not.toContain('resolved')
  expect(await unread(reporter)).toBe((await inbox(reporter)).length)
  expect(await mails(reporter)).toBe(1)
})

test('off everywhere leaves no trace', async () => {
  const { reporter, ticket } = await reporterOf(resolve, { events: { resolved: { inApp: 'off', mail: 'off' } } })
  expect(await mails(reporter)).toBe(0)
  const rows = await t.everything
    .selectFrom('notifications')
    .select('event')
    .where('userId', '=', reporter.id)
    .where('ticketId', '=', ticket.id)
    .where('event', '=', 'resolved')
    .execute()
  expect(rows).toEqual([])
})

test('a status is mailed to whoever asks for it, and by default to nobody', async () => {
  const byDefault = await reporterOf(setStatus)
  const asked = await reporterOf(setStatus, { events: { status: { mail: 'instant' } } })
  expect(await mails(byDefault.reporter)).toBe(0)
  expect(await mails(asked.reporter)).toBe(1)
})

test('each knows whether it was a reply or a note, and which status it is now', async () => {
  const { reporter } = await reporterOf(async (id) => {
    await t.call(manager, tickets.respond, { params: { id }, body: { kind: 'note', body: 'Between us' } })
    await t.call(manager, tickets.respond, { params: { id }, body: { kind: 'reply', body: 'We are at it' } })
    await setStatus(id)
  })
  const { items } = (await t.call(reporter, notifications.list)).body
  expect(items.map(({ event, kind }) => `${event} ${kind}`)).toEqual([
    'status in_progress',
    'response reply',
    'response note',
  ])
})

test('in the app as a digest: it comes into the inbox at its time, and not before', async () => {
  const { reporter } = await reporterOf(resolve, { events: { resolved: { inApp: 'digest', mail: 'off' } } })
  expect(await unread(reporter)).toBe(0)
  await t.call(reporter, notifications.readAll)

  await t.everything
    .updateTable('notifications')
    .set({ inAppAt: sql`now() - interval '1 second'` })
    .where('userId', '=', reporter.id)
    .execute()
  expect(await inbox(reporter)).toEqual(['resolved'])
  expect(await unread(reporter)).toBe(1)
})

test('in quiet hours mail waits for their end; escalations and critical tickets come through', async () => {
  const always = { quietHours: { from: localTime(-60), to: localTime(120) } }
  const quiet = await reporterOf(resolve, always)
  expect(await mails(quiet.reporter)).toBe(0)
  expect(await inbox(quiet.reporter)).toContain('resolved')
  const [waiting] = await waitingFor(quiet.reporter)
  expect(waiting?.mailAt.getTime()).toBeGreaterThan(Date.now() + 60 * 60_000)

  const critical = await reporterOf(async (id) => {
    await t.everything.updateTable('tickets').set({ priority: 'critical' }).where('id', '=', id).execute()
    await resolve(id)
  }, always)
  expect(await mails(critical.reporter)).toBe(1)

  await prefer(manager, always)
  await reporterOf((id, reporter) =>
    t.call(reporter, tickets.escalate, { params: { id }, body: { reason: 'The client waits' } }),
  )
  const toManager = await t.mailsTo(manager)
  expect(toManager.filter(({ textBody }) => textBody.includes('escalated'))).toHaveLength(1)
  await prefer(manager, { quietHours: null })
})

test('whoever changes their mind changes what waits for them too', async () => {
  const { reporter } = await reporterOf(resolve, { events: { resolved: { mail: 'digest' } } })
  const [first] = await waitingFor(reporter)
  expect(first).toMatchObject({ byMail: true, digest: true })

  await prefer(reporter, { digest: { at: localTime(180) } })
  const [moved] = await waitingFor(reporter)
  expect(Math.abs((moved?.mailAt.getTime() ?? 0) - Date.now() - 180 * 60_000)).toBeLessThan(2 * 60_000)

  await prefer(reporter, { events: { resolved: { mail: 'off' } } })
  expect(await waitingFor(reporter)).toEqual([])
})

const waitingFor = (user: TestUser) =>
  t.everything
    .selectFrom('notifications')
    .select(['byMail', 'digest', 'mailAt'])
    .where('userId', '=', user.id)
    .where('event', '=', 'resolved')
    .where('byMail', '=', true)
    .execute()

/** What the clocks in Mumbai show so many minutes from now. */
function localTime(minutes: number): string {
  const at = new Date(Date.now() + minutes * 60_000)
  return at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit' })
}

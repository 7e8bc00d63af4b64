import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answered, browserOf, newUserWithPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let user: TestUser
let first: Answered
beforeAll(async () => {
  t = await startTestApp()
  browser = browserOf(t)
  user = await newUserWithPassword(t)
})
beforeEach(async () => {
  first = await browser.signIn(user.email)
})
afterAll(() => t.stop())

const sessionIdOf = ({ cookie = '' }: Answered) => cookie.split('.')[0] ?? ''

const sessionOf = (answered: Answered) =>
  t.everything.selectFrom('sessions').selectAll().where('id', '=', sessionIdOf(answered)).executeTakeFirstOrThrow()

/** As if the last rotation had been that long ago. */
const wait = (seconds: number) =>
  t.everything
    .updateTable('sessions')
    .set({
      rotatedAt: new Date(Date.now() - seconds * 1000),
      recentRotations: sql`array(select at - make_interval(secs => ${seconds}) from unnest(recent_rotations) at)`,
    })
    .where('id', '=', sessionIdOf(first))
    .execute()

const reuses = () =>
  t.everything
    .selectFrom('auditLog')
    .select(['actorId', 'action', 'subject'])
    .where('subject', '=', sessionIdOf(first))
    .execute()

test('each refresh gives another token, and the new one goes on', async () => {
  const second = await browser.refresh(first.cookie)
  const third = await browser.refresh(second.cookie)
  expect([second.status, third.status]).toEqual([200, 200])
  expect(new Set([first.cookie, second.cookie, third.cookie]).size).toBe(3)
  expect(second.body.user.id).toBe(user.id)
  expect(await browser.statusWith(third.body.accessToken)).toBe(200)
})

test('the same token twice within ten seconds gives the same successor', async () => {
  const [one, again] = [await browser.refresh(first.cookie), await browser.refresh(first.cookie)]
  expect(again.status).toBe(200)
  expect(again.cookie).toBe(one.cookie)
  expect((await browser.refresh(one.cookie)).status).toBe(200)
})

test('ten at the same moment all get the same successor, by one rotation', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => browser.refresh(first.cookie)))
  expect(all.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(new Set(all.map(({ cookie }) => cookie)).size).toBe(1)
  expect((await sessionOf(first)).counter).toBe(1)
})

test('the same token again after a minute ends the session for everybody who has it, and is on record', async () => {
  const second = await browser.refresh(first.cookie)
  await wait(60)

  expect((await browser.refresh(first.cookie)).status).toBe(401)
  expect((await browser.refresh(second.cookie)).status).toBe(401)
  expect(await browser.statusWith(second.body.accessToken)).toBe(401)
  expect((await sessionOf(first)).endedBecause).toBe('reused')
  expect(await reuses()).toEqual([{ actorId: user.id, action: 'session.reused', subject: sessionIdOf(first) }])
})

test('a token that comes late, but within ten seconds, gets the current one although there were two rotations since', async () => {
  const second = await browser.refresh(first.cookie)
  const third = await browser.refresh(second.cookie)

  const late = await browser.refresh(first.cookie)
  expect(late.status).toBe(200)
  expect(late.cookie).toBe(third.cookie)
  expect((await browser.refresh(third.cookie)).status).toBe(200)
  expect(await reuses()).toEqual([])
})

test('a token from before the one before ends the session, also when the last rotation was just now', async () => {
  const second = await browser.refresh(first.cookie)
  await wait(11)
  const third = await browser.refresh(second.cookie)

  expect((await browser.refresh(first.cookie)).status).toBe(401)
  expect((await browser.refresh(third.cookie)).status).toBe(401)
  expect(await reuses()).toHaveLength(1)
})

test('a week without use ends it, and so do thirty days with', async () => {
  await wait(7 * 86_400 + 5)
  expect((await browser.refresh(first.cookie)).status).toBe(401)

  const other = await browser.signIn(user.email)
  await t.everything
    .updateTable('sessions')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('id', '=', sessionIdOf(other))
    .execute()
  expect((await browser.refresh(other.cookie)).status).toBe(401)
  expect(await browser.statusWith(other.body.accessToken)).toBe(401)
})

test('somebody who was disabled meanwhile gets no new token', async () => {
  const person = await newUserWithPassword(t)
  const { cookie } = await browser.signIn(person.email)
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', person.id).execute()
  expect((await browser.refresh(cookie)).status).toBe(401)
})

test('cookies that are none of ours are refused, whatever they look like', async () => {
  const [session, counter, secret] = (first.cookie ?? '').split('.')
  const forged = [
    undefined,
    '',
    'x',
    `${session}.${counter}.${'A'.repeat(43)}`,
    `${session}.1.${secret}x`,
    `${session}.999999999.${'A'.repeat(43)}`,
    `${'-'.repeat(36)}.0.${secret}`,
    `00000000-0000-0000-0000-000000000000.0.${secret}`,
    `${session}.0.${createHmac('sha256', 'guess').update(`${session}:0`).digest('base64url')}`,
    first.body.accessToken,
    `${session}' or true --.0.${secret}`,
    '%00',
  ]
  for (const cookie of forged) expect((await browser.refresh(cookie)).status, cookie).toBe(401)
  expect((await browser.refresh(first.cookie)).status).toBe(200)
})

test('only hashes of tokens are kept', async () => {
  const { rows } = await sql<{ kept: string }>`select string_agg(s::text, '') as kept from public.sessions s`.execute(
    t.everything,
  )
  expect(rows[0]?.kept).not.toContain(first.cookie?.split('.').at(-1))
})

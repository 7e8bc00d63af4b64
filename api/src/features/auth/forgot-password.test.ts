import { admin } from '@physique57/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, newUserWithPassword, rightPassword } from '../../test/browser.ts'
import { linkIn, type Mails, mailsOf, openLive } from '../../test/identity.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

const newPassword = 'relevé on half toe, slowly'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let mails: Mails
beforeAll(async () => {
  t = await startTestApp({ BASE_URL: 'https://tickets.physique57.example' })
  browser = browserOf(t)
  mails = mailsOf(t)
})
afterAll(() => t.stop())

const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
  t.send({ method: 'POST', url: `/api/auth/${path}`, payload, headers })
const forgot = (email: string, headers?: Record<string, string>) => post('forgot-password', { email }, headers)
const reset = async (token: string, password = newPassword) =>
  (await post('reset-password', { token, password })).statusCode

async function tokenFor({ email }: TestUser): Promise<string> {
  expect((await forgot(email)).statusCode).toBe(204)
  await t.runJobs()
  return linkIn(await mails.lastTo(email)).token
}

test('a mail with a link, a new password, and all devices are signed out', async () => {
  const person = await newUserWithPassword(t)
  const phone = await browser.signIn(person.email)

  const token = await tokenFor(person)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await reset(token)).toBe(204)

  expect(await browser.statusWith(phone.body.accessToken)).toBe(401)
  expect((await browser.refresh(phone.cookie)).status).toBe(401)
  expect((await browser.signIn(person.email)).status).toBe(401)
  expect((await browser.signIn(person.email, newPassword)).status).toBe(200)
  await t.runJobs()
  expect((await mails.lastTo(person.email)).subject).toBe('Your password was changed')
})

test('a token works once, also when it is used twice at once', async () => {
  const person = await newUserWithPassword(t)
  const token = await tokenFor(person)
  const statuses = await Promise.all(Array.from({ length: 5 }, () => reset(token)))
  expect(statuses.toSorted()).toEqual([204, 422, 422, 422, 422])
  expect(await reset(token)).toBe(422)
})

test('a name that looks like HTML is read as the name it is', async () => {
  const person = await newUserWithPassword(t, { name: 'Asha <img src=x onerror=alert(1)>' })
  await tokenFor(person)
  const { htmlBody } = await mails.lastTo(person.email)
  expect(htmlBody).toContain('Hello Asha &lt;img src=x onerror=alert(1)&gt;,')
  expect(htmlBody).not.toContain('<img')
})

test('a newer link kills the older', async () => {
  const person = await newUserWithPassword(t)
  const [older, newer] = [await tokenFor(person), await tokenFor(person)]
  expect(await reset(older)).toBe(422)
  expect(await reset(newer)).toBe(204)
})

test('a link is dead after thirty minutes, and for somebody who left meanwhile', async () => {
  const [late, left] = [await newUserWithPassword(t), await newUserWithPassword(t)]
  const [lateToken, leftToken] = [await tokenFor(late), await tokenFor(left)]
  const link = await t.everything
    .selectFrom('accountLinks')
    .select('expiresAt')
    .where('userId', '=', late.id)
    .executeTakeFirstOrThrow()
  expect(link.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(30 * 60_000)
  expect(link.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 60_000)

  await t.everything.updateTable('accountLinks').set({ expiresAt: new Date() }).where('userId', '=', late.id).execute()
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', left.id).execute()
  expect(await reset(lateToken)).toBe(422)
  expect(await reset(leftToken)).toBe(422)
})

test('changing the password kills a link that was mailed before', async () => {
  const person = await newUserWithPassword(t)
  const token = await tokenFor(person)
  const changed = await t.send({
    method: 'POST',
    url: '/api/auth/change-password',
    headers: { authorization: `Bearer ${person.token}` },
    payload: { currentPassword: rightPassword, newPassword },
  })
  expect(changed.statusCode).toBe(204)
  expect(await reset(token)).toBe(422)
})

test('only hashes of tokens are kept, and no job carries one', async () => {
  const person = await newUserWithPassword(t)
  const token = await tokenFor(person)
  const { rows } = await sql<{ found: string }>`
    select (select string_agg(x::text, ' ') from public.account_links x) || (select string_agg(x::text, ' ') from jobs.job x) as found
  `.execute(t.everything)
  expect(rows[0]?.found).toContain(person.email)
  expect(rows[0]?.found).not.toContain(token)
})

test('an address without an account gets the same answer and no mail', async () => {
  const person = await newUserWithPassword(t)
  const [known, unknown] = [await forgot(person.email), await forgot('nobody@physique57.example')]
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
  expect(Object.keys(known.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
  await t.runJobs()
  expect(await mails.to('nobody@physique57.example')).toEqual([])
})

test.each([
  [{ host: 'evil.example' }],
  [{ 'x-forwarded-host': 'evil.example' }],
  [{ forwarded: 'host=evil.example;proto=http', 'x-forwarded-proto': 'http' }],
  [{ origin: 'https://evil.example', referer: 'https://evil.example/' }],
])('the link leads to the configured address, whatever %j', async (headers: Record<string, string>) => {
  const person = await newUserWithPassword(t)
  await forgot(person.email, headers)
  await t.runJobs()
  const mail = await mails.lastTo(person.email)
  expect(linkIn(mail).url).toMatch(/^https:\/\/tickets\.physique57\.example\/reset-password#/)
  expect(`${mail.textBody}${mail.htmlBody}${mail.messageId}`).not.toContain('evil')
})

test.each([
  ['eleven characters', 'elevenchars', 400],
  ['129 characters', 'ab '.repeat(43), 400],
  ['one of the most common', 'qwerty123456', 422],
  ['a common one with digits around it', 'Password2026!!', 422],
])('a new password of %s is refused, and the link still works', async (_, password, status) => {
  const person = await newUserWithPassword(t)
  const token = await tokenFor(person)
  expect(await reset(token, password)).toBe(status)
  expect(await reset(token)).toBe(204)
})

test('somebody who never had a password gets their first one this way', async () => {
  const person = await t.newUser()
  expect(await reset(await tokenFor(person))).toBe(204)
  expect((await browser.signIn(person.email, newPassword)).status).toBe(200)
})

test('the live stream of a device ends with its session', async () => {
  const person = await newUserWithPassword(t)
  const stream = await openLive(t, (await browser.signIn(person.email)).body.accessToken)
  await reset(await tokenFor(person))
  await stream.ended
})

test('the audit log says who asked and who reset', async () => {
  const person = await newUserWithPassword(t)
  await reset(await tokenFor(person))
  const entries = await t.everything
    .selectFrom('auditLog')
    .select(['action', 'actorId'])
    .where('subject', '=', person.id)
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { action: 'password.reset_requested', actorId: null },
    { action: 'password.reset', actorId: person.id },
  ])
})

test('an admin who reads the outbox sees the mail but not the link: it would let them in as somebody else', async () => {
  const person = await newUserWithPassword(t)
  await forgot(person.email)
  await t.runJobs()
  const { token } = linkIn(await mails.lastTo(person.email))
  const { body } = await t.call(await t.newUser({ role: 'admin' }), admin.outbox)
  const mail = body.items.find(({ to }) => to === person.email)
  expect(mail?.text).toContain('/reset-password#•••')
  expect(JSON.stringify(body)).not.toContain(token)
})

test('a password is kept as argon2id that takes 19 MiB and two rounds, and nowhere as it was typed', async () => {
  const person = await newUserWithPassword(t)
  await reset(await tokenFor(person))
  const { passwordHash } = await t.everything
    .selectFrom('userCredentials')
    .select('passwordHash')
    .where('userId', '=', person.id)
    .executeTakeFirstOrThrow()
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test.each([
  ['three a minute', { RATE_RESET_PER_HOUR: '100' }, 3],
  ['five an hour', { RATE_RESET_PER_MINUTE: '100' }, 5],
])('%s for one address, and other addresses are not held up', async (_, limits: Record<string, string>, allowed) => {
  const strict = await startTestApp({ RATE_RESET_PER_MINUTE: '3', RATE_RESET_PER_HOUR: '5', ...limits })
  try {
    const ask = async (email: string) =>
      (await strict.send({ method: 'POST', url: '/api/auth/forgot-password', payload: { email } })).statusCode
    const { email } = await strict.newUser()
    for (const address of [email, 'nobody@physique57.example']) {
      for (let turn = 0; turn < allowed; turn++) expect(await ask(address)).toBe(204)
      expect(await ask(address.toUpperCase())).toBe(429)
    }
  } finally {
    await strict.stop()
  }
})

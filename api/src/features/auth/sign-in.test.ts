import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, newUserWithPassword, rightPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let user: TestUser
beforeAll(async () => {
  t = await startTestApp()
  browser = browserOf(t)
  user = await newUserWithPassword(t, { team: 'Operations', name: 'Mehrish Palkhi' })
})
afterAll(() => t.stop())

test('the right password gives an access token, who one is, and the refresh token in a cookie scripts cannot read', async () => {
  const { status, body, cookie, setCookie } = await browser.signIn(user.email)

  expect(status).toBe(200)
  expect(body).toMatchObject({
    expiresIn: 600,
    user: { id: user.id, email: user.email, role: 'team_member', team: { name: 'Operations' } },
  })
  expect(await browser.statusWith(body.accessToken)).toBe(200)
  expect(setCookie).toMatch(/^refresh=[^;]+; Max-Age=\d+; Path=\/api\/auth; HttpOnly; SameSite=Strict,/)
  expect(setCookie).toContain('Max-Age=2592000')
  expect(JSON.stringify(body)).not.toContain(cookie?.split('.').at(-1))
})

test('e-mail addresses are the same in capitals', async () => {
  expect((await browser.signIn(user.email.toUpperCase())).status).toBe(200)
})

test('a wrong password, an unknown person and somebody who left get the same answer', async () => {
  const left = await newUserWithPassword(t)
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', left.id).execute()
  const never = await t.newUser()

  const answers = [
    await browser.signIn(user.email, 'not the password'),
    await browser.signIn('nobody@physique57.example'),
    await browser.signIn(left.email),
    await browser.signIn(never.email),
  ]
  for (const { status, body, cookie } of answers) {
    expect(status).toBe(401)
    expect(cookie).toBeUndefined()
    expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' })
  }
})

test.each([
  ['a role', { role: 'admin' }],
  ['no password', { password: undefined }],
  ['an empty password', { password: '' }],
  ['a password of 10,000 characters', { password: 'x'.repeat(10_000) }],
  ['an object as password', { password: { $ne: null } }],
  ['a list as e-mail', { email: ['a@physique57.example'] }],
  ['no e-mail address', { email: "' or 1=1 --" }],
  ['a NUL in the e-mail', { email: 'a\u0000@physique57.example' }],
])('signing in with %s is refused as malformed', async (_, changes) => {
  const payload = { email: user.email, password: rightPassword, ...changes }
  const response = await t.send({ method: 'POST', url: '/api/auth/login', payload })
  expect(response.statusCode).toBe(400)
  expect(response.headers['content-type']).toContain('application/problem+json')
})

test.each(['NUL \u0000 within', 'half a pair \ud800', '‮reversed', "'; drop table users; --"])(
  'any text may be a wrong password: %j',
  async (password) => {
    expect((await browser.signIn(user.email, password)).status).toBe(401)
  },
)

test('signing out ends the session: neither token works any more', async () => {
  const { body, cookie } = await browser.signIn(user.email)
  const out = await browser.signOut(cookie)

  expect(out.status).toBe(204)
  expect(out.setCookie).toMatch(/^refresh=;/)
  expect(await browser.statusWith(body.accessToken)).toBe(401)
  expect((await browser.refresh(cookie)).status).toBe(401)
})

test('signing out one device leaves the others signed in', async () => {
  const [phone, desk] = [await browser.signIn(user.email), await browser.signIn(user.email)]
  await browser.signOut(phone.cookie)
  expect(await browser.statusWith(desk.body.accessToken)).toBe(200)
  expect((await browser.refresh(desk.cookie)).status).toBe(200)
})

test('signing out with a made-up cookie ends nobody’s session', async () => {
  const { body, cookie = '' } = await browser.signIn(user.email)
  const [session, counter] = cookie.split('.')
  expect((await browser.signOut(`${session}.${counter}.${'A'.repeat(43)}`)).status).toBe(204)
  expect(await browser.statusWith(body.accessToken)).toBe(200)
})

describe('a page of another site', () => {
  const foreign: [string, Record<string, string>][] = [
    ['by origin', { origin: 'https://evil.example' }],
    ['of a sandboxed frame', { origin: 'null' }],
    ['by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['under the same registered domain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
    ['with our name in its own', { origin: 'http://localhost:3000.evil.example' }],
  ]
  test.each(foreign)('%s cannot use the cookie', async (_, headers) => {
    const { body, cookie } = await browser.signIn(user.email)
    const refreshed = await browser.refresh(cookie, headers)
    expect(refreshed.status).toBe(403)
    expect(refreshed.cookie).toBeUndefined()
    expect((await browser.signOut(cookie, headers)).status).toBe(403)
    expect(await browser.statusWith(body.accessToken)).toBe(200)
  })

  test.each([{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:3000' }, { 'sec-fetch-site': 'none' }])(
    'ours can: %j',
    async (headers) => {
      const { cookie } = await browser.signIn(user.email)
      expect((await browser.refresh(cookie, headers)).status).toBe(200)
    },
  )

  test('gets no permission to read answers', async () => {
    const response = await t.send({
      method: 'OPTIONS',
      url: '/api/auth/login',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

test('answers are not kept by caches and say nothing about the server', async () => {
  const { headers } = await browser.signIn(user.email)
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers).not.toHaveProperty('server')
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('in production the cookie travels encrypted only, and browsers are told to ask no other way for a year', async () => {
  const secure = await startTestApp({ NODE_ENV: 'production', BASE_URL: 'https://tickets.physique57.example' })
  try {
    const person = await newUserWithPassword(secure)
    const { setCookie, headers } = await browserOf(secure).signIn(person.email)
    expect(setCookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000\b/)
  } finally {
    await secure.stop()
  }
})

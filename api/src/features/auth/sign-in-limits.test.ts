import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PasswordTries } from '../../http/rate-limits.ts'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
let browser: ReturnType<typeof browserOf>
beforeAll(async () => {
  t = await startTestApp({ RATE_LOGIN_PER_EMAIL: '4', RATE_LOGIN_PER_IP: '60', RATE_WRITES_PER_MINUTE: '3' })
  browser = browserOf(t)
})
afterAll(() => t.stop())

test('signing in rightly does not use up the tries, of the person or of the address', async () => {
  const { email } = await newUserWithPassword(t)
  for (let turn = 0; turn < 25; turn++) expect((await browser.signIn(email)).status).toBe(200)
})

test('after two wrong passwords even the right one has to wait, and the answer says how long', async () => {
  const { email } = await newUserWithPassword(t)
  for (let turn = 0; turn < 2; turn++) expect((await browser.signIn(email, 'guess')).status).toBe(401)

  const refused = await browser.signIn(email.toUpperCase())
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBe(225)
})

test('fifty wrong passwords for one person, from ever other addresses by their headers, are two', async () => {
  const { email } = await newUserWithPassword(t)
  const tries = Array.from({ length: 50 }, (_, turn) =>
    browser.signIn(email, `guess ${turn}`, { 'x-forwarded-for': `10.0.1.${turn}` }),
  )
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(2)
  expect(statuses.filter((status) => status === 429)).toHaveLength(48)
})

test('the wait ends by itself, and grows when the password is wrong again', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  try {
    const tries = new PasswordTries({ points: 10, seconds: 900 })
    for (let turn = 0; turn < 5; turn++) await tries.begin('somebody')
    for (const seconds of [29, 57, 113, 225, 450, 900, 900]) {
      await expect(tries.begin('somebody')).rejects.toMatchObject({ code: 'rate_limited', retryAfter: seconds })
      vi.advanceTimersByTime(seconds * 1000 + 1)
      await tries.begin('somebody')
    }
    await tries.forget('somebody')
    await tries.begin('somebody')
  } finally {
    vi.useRealTimers()
  }
})

test('no forged address gets around the limit of an address', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 60; turn++) {
    const headers = {
      'x-forwarded-for': `10.0.0.${turn}`,
      forwarded: `for=10.0.0.${turn}`,
      'x-real-ip': `10.0.0.${turn}`,
    }
    statuses.push((await browser.signIn(`somebody${turn}@physique57.example`, 'guess', headers)).status)
  }
  expect(statuses.at(-1)).toBe(429)
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
})

test('writing is limited a person, reading is not', async () => {
  const [busy, other] = [await t.newUser(), await t.newUser()]
  const write = (token: string) =>
    t.send({ method: 'PATCH', url: '/api/notifications/read-all', headers: { authorization: `Bearer ${token}` } })
  const statuses: number[] = []
  for (let turn = 0; turn < 4; turn++) statuses.push((await write(busy.token)).statusCode)

  expect(statuses).toEqual([200, 200, 200, 429])
  expect((await write(busy.token)).headers['retry-after']).toBeDefined()
  expect((await write(other.token)).statusCode).toBe(200)
  expect(await browser.statusWith(busy.token)).toBe(200)
})

test('a try during which the database is away is not held against anybody', async () => {
  const tries = new PasswordTries({ points: 4, seconds: 900 })
  for (let turn = 0; turn < 5; turn++) {
    await tries.begin('somebody')
    await tries.forgive('somebody')
  }
  await tries.begin('somebody')
})

import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
let superuser: Client
beforeAll(async () => {
  t = await startTestApp()
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await t.stop()
})

test('while tokens are signed, no transaction is open and the session is there already', async () => {
  const browser = browserOf(t)
  const person = await newUserWithPassword(t)
  const seen: { open: number; sessions: number }[] = []
  const look = async () => {
    const { rows } = await superuser.query<{ open: number; sessions: number }>(
      `select (select count(*)::int from pg_stat_activity
         where datname = current_database() and application_name = 'api' and state like 'idle in transaction%') as open,
       (select count(*)::int from public.sessions where user_id = $1 and user_agent is not null) as sessions`,
      [person.id],
    )
    seen.push(...rows)
  }
  const sign = crypto.subtle.sign.bind(crypto.subtle)
  const signing = vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (...args) => {
    await look()
    return sign(...args)
  })
  const first = await browser.signIn(person.email)
  const second = await browser.refresh(first.cookie)
  await browser.refresh(first.cookie)
  signing.mockRestore()

  expect(second.status).toBe(200)
  expect(seen.length).toBeGreaterThanOrEqual(3)
  expect(new Set(seen.map(({ open }) => open))).toEqual(new Set([0]))
  expect(new Set(seen.map(({ sessions }) => sessions))).toEqual(new Set([1]))
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { linkIn, type Mails, mailsOf } from '../../test/identity.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'
import { setUpLink } from './console-links.service.ts'

const password = 'relevé on half toe, slowly'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let mails: Mails
beforeAll(async () => {
  t = await startTestApp({ SIGN_UP_DOMAINS: 'physique57.example, Studio57.Example' })
  browser = browserOf(t)
  mails = mailsOf(t)
})
afterAll(() => t.stop())

const post = async (path: string, payload: object) => {
  const response = await t.send({ method: 'POST', url: `/api/auth/${path}`, payload })
  return { status: response.statusCode, body: JSON.parse(response.body || 'null') }
}
const signUp = (email: string, changes: object = {}) =>
  post('signup', { name: 'Ria Shah', email, password, ...changes })
const confirm = (token: string, typed = password) => post('confirm-signup', { token, password: typed })
const statusOf = (email: string) =>
  t.everything.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()

async function tokenFor(email: string): Promise<string> {
  expect((await signUp(email)).status).toBe(204)
  await t.runJobs()
  return linkIn(await mails.lastTo(email)).token
}

test('anybody at an allowed domain becomes a member without a team, once they open the link', async () => {
  const token = await tokenFor('ria@physique57.example')
  expect(await statusOf('ria@physique57.example')).toBeUndefined()
  expect((await browser.signIn('ria@physique57.example', password)).status).toBe(401)

  const { status, body } = await confirm(token)
  expect(status).toBe(200)
  expect(body.user).toMatchObject({
    name: 'Ria Shah',
    email: 'ria@physique57.example',
    role: 'team_member',
    team: null,
  })
  expect(await browser.statusWith(body.accessToken)).toBe(200)
  expect((await browser.signIn('ria@physique57.example', password)).status).toBe(200)
  expect((await confirm(token)).status).toBe(422)
})

test('only the allowed domains, however they are spelt', async () => {
  expect((await post('signup', { name: 'A', email: 'A@STUDIO57.example', password })).status).toBe(204)
  for (const email of ['a@elsewhere.example', 'a@notphysique57.example', 'a@physique57.example.evil.example']) {
    expect((await signUp(email)).status).toBe(422)
  }
  const { body } = await t.send({ url: '/api/auth/options' }).then((response) => ({ body: response.json() }))
  expect(body).toEqual({ signUpDomains: ['physique57.example', 'studio57.example'] })
})

test.each([
  [{ role: 'admin' }],
  [{ teamId: '01890000-0000-7000-8000-000000000000' }],
  [{ status: 'active' }],
  [{ id: '01890000-0000-7000-8000-000000000000' }],
  [{ password: 'short' }],
  [{ name: '' }],
  [{ name: 'two\nlines' }],
])('signing up with %j is refused as malformed', async (changes) => {
  expect((await signUp('mallory@physique57.example', changes)).status).toBe(400)
})

test('and with a role hidden in the prototype', async () => {
  const response = await t.send({
    method: 'POST',
    url: '/api/auth/signup',
    headers: { 'content-type': 'application/json' },
    payload: `{"name":"M","email":"mallory@physique57.example","password":"${password}","__proto__":{"role":"admin"}}`,
  })
  expect(response.statusCode).toBe(400)
})

test('a common password is refused', async () => {
  expect((await signUp('mallory@physique57.example', { password: 'Password2026!' })).status).toBe(422)
})

test('an address with an account gets the same answer, and its owner is told', async () => {
  const person = await newUserWithPassword(t)
  const [known, unknown] = [await signUp(person.email), await signUp('somebody.new@physique57.example')]
  expect(known).toEqual(unknown)
  await t.runJobs()
  const mail = await mails.lastTo(person.email)
  expect(mail.subject).toBe('You have an account already')
  expect(linkIn(mail).token).toBe('')
})

test('whoever signs up an address of somebody else gets nowhere, with or without their click', async () => {
  const theirs = await tokenFor('victim@physique57.example')
  expect((await signUp('victim@physique57.example', { password: 'the password of an attacker' })).status).toBe(204)
  await t.runJobs()
  const newest = linkIn(await mails.lastTo('victim@physique57.example')).token

  expect((await confirm(theirs)).status).toBe(422)
  expect((await confirm(newest)).status).toBe(422)
  expect(await statusOf('victim@physique57.example')).toBeUndefined()
})

test('a link used five times at once makes one person', async () => {
  const token = await tokenFor('once@physique57.example')
  const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(token)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422])
})

test('a link is dead after a day', async () => {
  const token = await tokenFor('late@physique57.example')
  await t.everything
    .updateTable('signUps')
    .set({ expiresAt: new Date() })
    .where('email', '=', 'late@physique57.example')
    .execute()
  expect((await confirm(token)).status).toBe(422)
})

describe('an empty system', () => {
  test('is set up once, by whoever has the newest link its start printed', async () => {
    const empty = await startTestApp()
    try {
      const link = async () => new URL((await setUpLink(empty.config)) ?? '').hash.slice(1)
      const [older, token] = [await link(), await link()]
      const setUp = (changes: object) =>
        empty.send({
          method: 'POST',
          url: '/api/auth/set-up',
          payload: { token, name: 'Boss', email: 'boss@physique57.example', password, ...changes },
        })
      expect((await setUp({ token: older })).statusCode).toBe(422)
      expect((await setUp({ token: 'guess' })).statusCode).toBe(422)
      expect((await setUp({ password: '123456789012' })).statusCode).toBe(422)
      expect((await setUp({ role: 'director' })).statusCode).toBe(400)

      const answers = await Promise.all([setUp({}), setUp({ email: 'second@physique57.example' })])
      expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422])
      const boss = answers.find(({ statusCode }) => statusCode === 200)
      expect(boss?.json().user).toMatchObject({ role: 'admin', team: null })
      expect(await setUpLink(empty.config)).toBeUndefined()
    } finally {
      await empty.stop()
    }
  })

  test('is not set up by a link when somebody is there by then', async () => {
    const empty = await startTestApp()
    try {
      const token = new URL((await setUpLink(empty.config)) ?? '').hash.slice(1)
      await empty.newUser()
      const payload = { token, name: 'Late', email: 'late@physique57.example', password }
      const response = await empty.send({ method: 'POST', url: '/api/auth/set-up', payload })
      expect(response.statusCode).toBe(422)
    } finally {
      await empty.stop()
    }
  })
})

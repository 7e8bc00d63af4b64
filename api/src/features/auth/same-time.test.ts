import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { comparedTimes } from '../../test/identity.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
let known: string
const unknown = 'nobody@physique57.example'
beforeAll(async () => {
  t = await startTestApp({ SIGN_UP_DOMAINS: 'physique57.example' })
  known = (await newUserWithPassword(t)).email
})
afterAll(() => t.stop())

const post = (path: string, payload: object) => t.send({ method: 'POST', url: `/api/auth/${path}`, payload })

const asks: [string, (email: string) => Promise<unknown>][] = [
  ['a wrong password', (email) => browserOf(t).signIn(email, 'not the password')],
  ['a forgotten password', (email) => post('forgot-password', { email })],
  ['a sign-up', (email) => post('signup', { name: 'Somebody', email, password: 'relevé on half toe, slowly' })],
]

test.each(asks)(
  '%s takes as long for an address with an account as for one without, over sixty interleaved pairs',
  async (_, ask) => {
    const { difference, usual } = await comparedTimes(
      60,
      () => ask(known),
      () => ask(unknown),
    )
    expect(Math.abs(difference)).toBeLessThan(usual * 0.25)
  },
  60_000,
)

import { createHmac, generateKeyPairSync } from 'node:crypto'
import { tickets } from '@physique57/contracts'
import { base64url, exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { browserOf, newUserWithPassword } from '../../test/browser.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let browser: ReturnType<typeof browserOf>
let user: TestUser
let other: TestUser
beforeAll(async () => {
  t = await startTestApp()
  browser = browserOf(t)
  user = await t.newUser()
  other = await t.newUser({ role: 'admin' })
})
afterAll(() => t.stop())

const inTenMinutes = () => Math.floor(Date.now() / 1000) + 600
const rightKey = () => createHmac('sha256', t.config.authSecret).update('access-token').digest()
const keyOf = (text: string) => new TextEncoder().encode(text)

const claims = (changes: Record<string, unknown> = {}): JWTPayload => ({
  sub: user.id,
  sid: user.sessionId,
  iss: 'physique57-tickets',
  aud: 'physique57-tickets-api',
  exp: inTenMinutes(),
  ...changes,
})

const sign = (payload: JWTPayload, key: Uint8Array = rightKey(), header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'HS256', ...header }).sign(key)

const unsigned = (header: object, payload: JWTPayload, signature = '') =>
  `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}.${signature}`

/** With the right key, by hand: a library would not sign what it would not accept. */
function signedAs(header: { alg: string } & Record<string, unknown>, hash = 'sha256') {
  const signed = unsigned(header, claims()).slice(0, -1)
  return `${signed}.${createHmac(hash, rightKey()).update(signed).digest('base64url')}`
}

async function signedByTheirKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = await exportJWK(publicKey)
  return new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey)
}

test('a token made by these rules is let in, so that the refusals below mean something', async () => {
  expect(await browser.statusWith(await sign(claims()))).toBe(200)
  expect(await browser.statusWith(signedAs({ alg: 'HS256' }))).toBe(200)
})

const forgeries: [string, () => string | Promise<string>][] = [
  ['without a signature', () => unsigned({ alg: 'none' }, claims())],
  ['without a signature, oddly spelt', () => unsigned({ alg: 'nOnE', typ: 'JWT' }, claims())],
  [
    'that says none but carries the right signature',
    async () => unsigned({ alg: 'none' }, claims(), (await sign(claims())).split('.')[2]),
  ],
  ['with the right key and another algorithm', () => signedAs({ alg: 'HS512' }, 'sha512')],
  ['with the right key that names another algorithm than it used', () => signedAs({ alg: 'HS384' })],
  ['signed with the secret itself', () => sign(claims(), keyOf(t.config.authSecret))],
  [
    'signed with the key of refresh tokens',
    () => sign(claims(), createHmac('sha256', t.config.authSecret).update('refresh-token').digest()),
  ],
  ['signed with an empty file, as its kid suggests', () => sign(claims(), keyOf('\0'), { kid: '../../../dev/null' })],
  ['with SQL as kid', () => sign(claims(), keyOf('key'), { kid: "x' union select 'key" })],
  ['that brings its own key', signedByTheirKey],
  ['that says where its key is', () => sign(claims(), keyOf('theirs'), { jku: 'https://evil.example/jwks.json' })],
  ['with a critical header nobody knows', () => signedAs({ alg: 'HS256', crit: ['tenant'], tenant: 'x' })],
  ['for another audience', () => sign(claims({ aud: 'another-api' }))],
  ['without an audience', () => sign(claims({ aud: undefined }))],
  ['by another issuer', () => sign(claims({ iss: 'somebody' }))],
  ['that has expired', () => sign(claims({ exp: Math.floor(Date.now() / 1000) - 1 }))],
  ['that never expires', () => sign(claims({ exp: undefined }))],
  ['that is not valid yet', () => sign(claims({ nbf: inTenMinutes() }))],
  ['without a session', () => sign(claims({ sid: undefined }))],
  ['without a subject', () => sign(claims({ sub: undefined }))],
  ['whose subject is no id', () => sign(claims({ sub: "' or true --" }))],
  ['whose session is no id', () => sign(claims({ sid: 'x' }))],
  ['of a session that never was', () => sign(claims({ sid: uuid() }))],
  ['of somebody else with one’s own session', () => sign(claims({ sub: other.id }))],
  ['of somebody who never was', () => sign(claims({ sub: uuid() }))],
  ['changed after it was signed', async () => changed(await sign(claims()))],
  ['that is empty', () => ''],
  ['that is one dot', () => '.'],
  ['of a hundred thousand letters', () => 'a'.repeat(10_000)],
]

function changed(token: string): string {
  const [header, , signature] = token.split('.')
  return `${header}.${base64url.encode(JSON.stringify(claims({ sub: other.id, sid: other.sessionId })))}.${signature}`
}

test.each(forgeries)('a token %s opens nothing', async (_, forge) => {
  const token = await forge()
  for (const path of ['/api/auth/me', '/api/tickets', '/api/live']) {
    expect(await browser.statusWith(token, path), path).toBe(401)
  }
})

test('a refresh token is no access token, and the other way round', async () => {
  const person = await newUserWithPassword(t)
  const { cookie = '', body } = await browser.signIn(person.email)
  expect(await browser.statusWith(cookie)).toBe(401)
  expect(await browser.statusWith(cookie.split('.')[2] ?? '')).toBe(401)
  expect((await browser.refresh(body.accessToken)).status).toBe(401)
})

test('a token anywhere but in its header opens nothing', async () => {
  const { token } = user
  for (const path of [
    `/api/tickets?access_token=${token}`,
    `/api/auth/me?token=${token}`,
    `/api/live?access_token=${token}`,
  ]) {
    expect((await t.send({ url: path })).statusCode).toBe(401)
  }
  expect(
    (await t.send({ url: '/api/auth/me', headers: { cookie: `refresh=${token}; token=${token}` } })).statusCode,
  ).toBe(401)
  expect((await t.send({ url: '/api/auth/me', headers: { authorization: `Basic ${token}` } })).statusCode).toBe(401)
})

const change = (person: TestUser, changes: { role?: 'team_member'; status?: 'disabled'; teamId?: string }) =>
  t.everything.updateTable('users').set(changes).where('id', '=', person.id).execute()

test('whoever is disabled is out with the next request', async () => {
  const person = await t.newUser({ role: 'admin' })
  expect(await browser.statusWith(person.token, '/api/tickets')).toBe(200)
  await change(person, { status: 'disabled' })
  expect(await browser.statusWith(person.token, '/api/tickets')).toBe(401)
})

test('whoever is demoted, or moved to another team, has their new rights with the next request', async () => {
  const [reporter, manager, member] = [
    await t.newUser({ team: 'Operations' }),
    await t.newUser({ role: 'manager' }),
    await t.newUser({ team: 'Facilities' }),
  ]
  const { id } = await t.newTicket(reporter, { team: 'Facilities', assignee: null })
  const statusFor = async (person: TestUser) => (await t.call(person, tickets.get, { params: { id } })).status

  expect([await statusFor(manager), await statusFor(member)]).toEqual([200, 200])
  await change(manager, { role: 'team_member' })
  await change(member, { teamId: idOf.team('Finance') })
  expect([await statusFor(manager), await statusFor(member)]).toEqual([404, 404])
})

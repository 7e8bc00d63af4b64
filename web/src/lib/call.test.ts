import { auth, tickets } from '@physique57/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAuth } from '../stores/auth-store.ts'
import { call } from './call.ts'
import { messageOf, OfflineError, ProblemError } from './problem.ts'

const user = {
  id: 'u1',
  name: 'Devika',
  email: 'd@x.example',
  role: 'team_member' as const,
  team: null,
  timeZone: 'Asia/Kolkata',
}
const id = '0190aaaa-0000-7000-8000-000000000001'
let requests: { url: string; method: string; headers: Headers }[] = []
let validToken = 'fresh'
let hasSession = true

beforeEach(() => {
  requests = []
  validToken = 'fresh'
  hasSession = true
  useAuth.getState().signIn({ accessToken: 'fresh', expiresIn: 900, user })
  vi.stubGlobal('fetch', answer)
})
afterEach(() => vi.unstubAllGlobals())

/** An API that knows one valid token and a session that gives a new one. */
async function answer(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  requests.push({ url, method: init.method ?? 'GET', headers })
  await new Promise((resolve) => setTimeout(resolve, 1))
  if (url.endsWith(auth.refresh.path)) {
    return hasSession
      ? Response.json({ accessToken: validToken, expiresIn: 900, user })
      : problem(401, 'unauthenticated')
  }
  return headers.get('authorization') === `Bearer ${validToken}`
    ? Response.json({ id })
    : problem(401, 'unauthenticated')
}

const problem = (status: number, code: string) =>
  Response.json({ type: 'about:blank', title: code, status, detail: 'No', code, requestId: 'r1' }, { status })
const refreshes = () => requests.filter(({ url }) => url.endsWith(auth.refresh.path)).length

test('fills the path, leaves out what is undefined and sends the token', async () => {
  await call(tickets.list, { query: { limit: 10, status: 'new,assigned', cursor: undefined } })
  expect(requests[0]?.url).toBe('/api/tickets?limit=10&status=new%2Cassigned')
  await call(tickets.get, { params: { id } })
  expect(requests[1]?.url).toBe(`/api/tickets/${id}`)
  expect(requests[1]?.headers.get('authorization')).toBe('Bearer fresh')
})

test('an expired token is renewed once for all calls that need it, and each is repeated', async () => {
  validToken = 'renewed'
  const answers = await Promise.all(Array.from({ length: 5 }, () => call(tickets.get, { params: { id } })))
  expect(answers).toHaveLength(5)
  expect(refreshes()).toBe(1)
  expect(useAuth.getState().token).toBe('renewed')
})

test('without a session the call fails and the person is signed out, as expired', async () => {
  validToken = 'other'
  hasSession = false
  await expect(call(tickets.get, { params: { id } })).rejects.toBeInstanceOf(ProblemError)
  expect(useAuth.getState()).toMatchObject({ status: 'signed-out', user: null, token: null })
  expect(useAuth.getState().left).toMatchObject({ why: 'expired', who: { id: 'u1' } })
})

test('a token that is refused even when new is not asked for again and again', async () => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push({ url, method: init.method ?? 'GET', headers: new Headers(init.headers) })
    return url.endsWith(auth.refresh.path)
      ? Response.json({ accessToken: 'x', expiresIn: 900, user })
      : problem(401, 'unauthenticated')
  })
  await expect(call(tickets.get, { params: { id } })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(requests).toHaveLength(3)
})

test('one key for a call and its repetition; the version as an entity tag', async () => {
  validToken = 'renewed'
  await call(tickets.close, { params: { id }, ifMatch: 3 })
  const sent = requests.filter(({ url }) => url.endsWith('/close'))
  expect(sent).toHaveLength(2)
  expect(sent[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{32,36}$/)
  expect(sent[1]?.headers.get('idempotency-key')).toBe(sent[0]?.headers.get('idempotency-key'))
  expect(sent[0]?.headers.get('if-match')).toBe('"3"')
})

test('no answer is told apart from a refusal, and from cancelling', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(call(tickets.get, { params: { id } })).rejects.toBeInstanceOf(OfflineError)
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')))
  await expect(call(tickets.get, { params: { id } })).rejects.toMatchObject({ name: 'AbortError' })
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
  await expect(call(tickets.get, { params: { id } })).rejects.toMatchObject({ code: 'unavailable', status: 502 })
})

test.each([
  [413, 'It is more than can be sent at once. Make it shorter, then try again.'],
  [429, 'Too much was asked in a short time. Worth another try in a moment.'],
  [403, 'The request was refused before it reached the system.'],
])('a %i of something that stands before the API is said in words', async (status, words) => {
  vi.stubGlobal('fetch', async () => new Response('<html>No</html>', { status, statusText: 'Go Away' }))
  const error: unknown = await call(tickets.get, { params: { id } }).catch((refused: unknown) => refused)
  expect(messageOf(error)).toBe(words)
})

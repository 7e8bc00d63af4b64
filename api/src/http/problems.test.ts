import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem, tickets } from '@physique57/contracts'
import fastify from 'fastify'
import { Client, DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemOf, startTestApp, type TestApp } from '../test/test-app.ts'
import { answerProblems, refuseWhileClosing } from './problems.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

/** What the database's trouble becomes for whoever sent `method`. */
async function answerTo(error: Error, method: 'GET' | 'POST') {
  const app = fastify()
  answerProblems(app)
  app.route({ method, url: '/', handler: () => Promise.reject(error) })
  const response = await app.inject({ method, url: '/' })
  return { status: response.statusCode, detail: response.json<Problem>().detail, headers: response.headers }
}

const fromDatabase = (code: string) => Object.assign(new DatabaseError('x', 1, 'error'), { code })
const fromNetwork = (code: string) => Object.assign(new Error('x'), { code })

describe('when the database makes trouble, the answer is 503', () => {
  test.each([
    ['a lock nobody gave', fromDatabase('55P03')],
    ['a statement that took too long', fromDatabase('57014')],
    ['a deadlock', fromDatabase('40P01')],
    ['too many connections', fromDatabase('53300')],
    ['a database that is starting', fromDatabase('57P03')],
    ['nobody there', fromNetwork('ECONNREFUSED')],
    ['no connection free', new Error('timeout exceeded when trying to connect')],
    ['no connection made', new Error('Connection terminated due to connection timeout')],
  ])('after %s nothing was changed, and it says so', async (_, error) => {
    const { status, detail, headers } = await answerTo(error, 'POST')
    expect(status).toBe(503)
    expect(detail).toContain('Nothing was changed; try again')
    expect(headers['retry-after']).toMatch(/^[12]$/)
  })

  test('what was looked for too long is to be narrowed', async () => {
    const { status, detail, headers } = await answerTo(fromDatabase('57014'), 'GET')
    expect(status).toBe(503)
    expect(detail).toContain('Narrow the filter')
    expect(headers['retry-after']).toBe('1')
  })

  test.each([
    ['an administrator ended it', fromDatabase('57P01')],
    ['nobody knows whether it was completed', fromDatabase('40003')],
    ['the socket was reset', fromNetwork('ECONNRESET')],
    ['the connection ended', new Error('Connection terminated unexpectedly')],
  ])('when %s, a change may have been saved, and a look has changed nothing', async (_, error) => {
    const change = await answerTo(error, 'POST')
    expect(change.status).toBe(503)
    expect(change.detail).toContain('may have been saved: repeat it with the same Idempotency-Key, or look first')
    expect(change.headers['retry-after']).toBe('2')
    const look = await answerTo(error, 'GET')
    expect(look.status).toBe(503)
    expect(look.detail).not.toMatch(/saved|changed/)
  })
})

test('a reply whose connection is cut at COMMIT is not said to be unsaved', async () => {
  const user = await t.newUser()
  const { id } = await t.newTicket(user)
  const superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
  await superuser.query(`
    create function public.slow() returns trigger language plpgsql as 'begin perform pg_sleep(3); return null; end';
    create constraint trigger slow after insert on public.ticket_responses deferrable initially deferred
      for each row execute function public.slow()`)
  const replying = t.call(user, tickets.respond, { params: { id }, body: { kind: 'note', body: 'x' } })
  await sleep(500)
  await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'commit' and state = 'active'",
  )
  const reply = await replying
  await superuser.query('drop trigger slow on public.ticket_responses; drop function public.slow()')
  await superuser.end()
  expect(reply.status).toBe(503)
  expect(problemOf(reply).detail).toContain('may have been saved')
})

/** Everything that comes back over one connection. */
async function raw(port: number, ...parts: string[]) {
  const socket = createConnection(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  for (const part of parts) socket.write(part)
  await once(socket, 'close')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { head, problem: Problem.parse(JSON.parse(body)) }
}

const portOf = async (app: TestApp) => Number(new URL(await app.listen()).port)

describe('what never becomes a request is answered as a problem too', () => {
  test('headers that are too large', async () => {
    const long = `GET /api/tickets HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`
    const { head, problem } = await raw(await portOf(t), long)
    expect(head).toMatch(/^HTTP\/1\.1 431 /)
    expect(head).toContain('application/problem+json')
    expect(head).toContain('no-store')
    expect(problem).toMatchObject({ status: 431, code: 'headers_too_large' })
  })

  test('what is no HTTP', async () => {
    const { head, problem } = await raw(await portOf(t), 'HELLO\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' })
  })
})

test('while it closes, what runs is finished, and whoever still comes is sent away with 503', async () => {
  const app = fastify({ return503OnClosing: false, forceCloseConnections: 'idle' })
  answerProblems(app)
  refuseWhileClosing(app)
  let asked = 0
  app.get('/', async () => {
    asked++
    await sleep(600)
    return 'finished'
  })
  const socket = createConnection(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port), '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await sleep(200)
  const closed = app.close()
  await sleep(100)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await closed
  await once(socket, 'close')

  const [first = '', second = ''] = text.split(/(?=HTTP\/1\.1 )/)
  expect(first).toContain('finished')
  expect(second).toMatch(/^HTTP\/1\.1 503 [\s\S]*application\/problem\+json/)
  expect(second.toLowerCase()).toContain('\r\nconnection: close\r\n')
  expect(second.toLowerCase()).toContain('\r\nretry-after: 2\r\n')
  expect(asked).toBe(1)
})

test.each([
  '/api/openapi.json',
  '/api/docs/',
  '/api/docs/static/index.html',
  '/api/docs/json',
  '/api/nowhere',
  '/api/tickets/%zz',
  `/api/tickets/${'x'.repeat(300)}`,
  '/api/tickets',
  '/%61pi/categories',
])('%s is kept by nobody', async (url) => {
  const user = await t.newUser()
  for (const headers of [{}, { authorization: `Bearer ${user.token}` }]) {
    const response = await t.send({ method: 'GET', url, headers })
    expect(response.headers['cache-control']).toBe('no-store')
  }
})

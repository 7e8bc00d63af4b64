import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { bulk, clients, notifications, type Problem, tickets } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { encodeCursor } from '../http/cursor.ts'
import { endpoints } from './endpoints.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from './test-app.ts'

let t: TestApp
let user: TestUser
let manager: TestUser
let admin: TestUser
let ticketId: string
beforeAll(async () => {
  t = await startTestApp()
  user = await t.newUser({ team: 'Operations' })
  manager = await t.newUser({ role: 'manager' })
  admin = await t.newUser({ role: 'admin' })
  ticketId = (await t.newTicket(user)).id
})
afterAll(() => t.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Raw, so that anything can be sent; refusals must be problems. */
async function send(method: Method, path: string, payload?: string | object, headers: Record<string, string> = {}) {
  const response = await t.send({
    method,
    url: `/api${path}`,
    headers: {
      authorization: `Bearer ${user.token}`,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  })
  if (response.statusCode >= 400) expect(response.headers['content-type']).toContain('application/problem+json')
  const body: unknown = response.body === '' ? undefined : response.json()
  return { status: response.statusCode, body, problem: body as Problem, headers: response.headers }
}

const rowOf = (id: string) =>
  t.everything.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const countTickets = async () => (await t.everything.selectFrom('tickets').select('id').execute()).length

describe('fields nobody may send', () => {
  const fields: [string, unknown][] = [
    ['id', uuid()],
    ['number', 1],
    ['role', 'admin'],
    ['team', 'Management'],
    ['teamId', idOf.team('Management')],
    ['reportedBy', uuid()],
    ['reportedByUserId', uuid()],
    ['assignedToUserId', uuid()],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['slaDueAt', '2030-01-01T00:00:00Z'],
    ['resolutionDueAt', '2030-01-01T00:00:00Z'],
    ['escalationLevel', 0],
    ['deletedAt', null],
    ['version', 99],
    ['constructor', {}],
    ['constructor', { prototype: { role: 'admin' } }],
    ['toString', 'x'],
    ['unheardOf', 1],
  ]
  test.each(fields)('%s: %j', async (name, value) => {
    const before = [await rowOf(ticketId), await countTickets()]
    const bodies: [Method, string, object][] = [
      ['POST', '/tickets', { ...parkingTrouble, [name]: value }],
      ['PATCH', `/tickets/${ticketId}`, { title: 'New', [name]: value }],
      ['POST', `/tickets/${ticketId}/responses`, { kind: 'note', body: 'x', [name]: value }],
      ['POST', `/tickets/${ticketId}/escalate`, { reason: 'x', [name]: value }],
      ['POST', `/tickets/${ticketId}/assign`, { auto: true, [name]: value }],
    ]
    for (const [method, path, body] of bodies) expect((await send(method, path, body)).status, path).toBe(400)
    expect([await rowOf(ticketId), await countTickets()]).toEqual(before)
  })

  test.each([
    '{"title":"x","__proto__":{"role":"admin"}}',
    '{"__proto__":{"title":"x"}}',
    '{"title":"x","\\u005f_proto__":{}}',
  ])('%s', async (body) => {
    expect((await send('PATCH', `/tickets/${ticketId}`, body)).status).toBe(400)
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false)
  })

  test('anything at all, where nothing is to be sent', async () => {
    const { id } = await t.newTicket(user, { status: 'resolved' })
    for (const body of ['{"status":"new"}', '["x"]', '"x"', '57']) {
      expect((await send('POST', `/tickets/${id}/close`, body)).status).toBe(400)
      expect((await send('PATCH', '/notifications/read-all', body)).status).toBe(400)
      expect((await send('POST', '/auth/logout', body)).status).toBe(400)
    }
    expect((await send('POST', `/tickets/${id}/close`, {})).status).toBe(200)
  })

  test('in answers and clients neither', async () => {
    for (const name of ['constructor', 'toString', 'unheardOf']) {
      const answered = await send('POST', '/tickets', {
        ...parkingTrouble,
        answers: { ...parkingTrouble.answers, [name]: 'x' },
      })
      expect(answered.status).toBe(422)
      expect(answered.problem.errors?.[0]?.path).toBe(`answers.${name}`)
    }
    expect((await send('POST', '/tickets', '{"answers":{"__proto__":{"what":"no_space"}}}')).status).toBe(400)
    expect((await send('POST', '/tickets', { ...parkingTrouble, client: { name: 'A', vip: true } })).status).toBe(400)
  })
})

describe('what is no JSON of ours', () => {
  const good = JSON.stringify(parkingTrouble)
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
    'application/json\ta',
    'a',
  ])('content type %j is 415', async (type) => {
    expect((await send('POST', '/tickets', good, { 'content-type': type })).status).toBe(415)
  })

  test.each(['gzip', 'deflate', 'br', 'zstd', 'x-gzip', 'gzip, gzip', 'unheard-of'])(
    'a body packed as %s is 415: nothing is unpacked here',
    async (encoding) => {
      expect((await send('POST', '/tickets', good, { 'content-encoding': encoding })).status).toBe(415)
      const response = await t.send({
        method: 'POST',
        url: '/api/auth/login',
        headers: { 'content-type': 'application/json', 'content-encoding': encoding },
        payload: gzipSync(good),
      })
      expect(response.statusCode).toBe(415)
    },
  )

  test.each([
    ['nothing', ''],
    ['half of it', good.slice(0, -5)],
    ['single quotes', "{'title': 'x'}"],
    ['a list', `[${good}]`],
    ['null', 'null'],
    ['a number', '57'],
    ['NaN', '{"title": NaN}'],
    ['a byte order mark within', '{"title"\ufeff: "x"}'],
    ['brackets 5,000 deep', `{"title":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['objects 5,000 deep', `{"answers":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
    ['brackets 100,000 deep that never close', '['.repeat(100_000)],
    ['deep and poisoned', `{"answers":${'{"a":'.repeat(3_000)}{"__proto__":1}${'}'.repeat(3_000)}}`],
    ['a number beyond all', good.replace('"howBad":3', '"howBad":1e999')],
  ])('%s is 400', async (_, body) => {
    expect((await send('POST', '/tickets', body)).status).toBe(400)
  })

  test.each<[string, (depth: number) => string]>([
    ['lists', (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['objects', (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('%s lie twenty deep in each other at most, also where anything may be sent', async (_, nested) => {
    // two around it
    const statusOf = async (depth: number) =>
      (await send('PUT', '/drafts/new-ticket', `{"content":{"typed":${nested(depth - 2)}}}`)).status
    expect(await statusOf(20)).toBe(200)
    for (const depth of [21, 1_000, 5_000, 40_000]) expect(await statusOf(depth), String(depth)).toBe(400)
  })

  test('ten megabytes are 413', async () => {
    const { status, problem } = await send('POST', '/tickets', {
      ...parkingTrouble,
      description: 'x'.repeat(10_000_000),
    })
    expect(status).toBe(413)
    expect(problem.code).toBe('too_large')
  })

  test('who is asking comes before what was sent', async () => {
    const response = await t.send({ method: 'POST', url: '/api/tickets', payload: 'x'.repeat(10_000_000) })
    expect(response.statusCode).toBe(401)
  })
})

describe('text that cannot be stored', () => {
  test.each([
    ['NUL', 'before\u0000after'],
    ['half a surrogate pair', 'before\ud83dafter'],
    ['the other half', '\ude00'],
    ['an escape', '\u001b[31mred'],
    ['an order to read backwards', 'gnp.\u202eexe'],
    ['an isolate', '\u2066hidden\u2069'],
  ])('%s is 400 wherever it comes', async (_, nasty) => {
    const bodies: [Method, string, object][] = [
      ['POST', '/tickets', { ...parkingTrouble, title: nasty }],
      ['POST', '/tickets', { ...parkingTrouble, description: nasty }],
      ['POST', '/tickets', { ...parkingTrouble, actionTaken: nasty }],
      ['POST', '/tickets', { ...parkingTrouble, client: { name: nasty } }],
      ['POST', '/tickets', { ...parkingTrouble, client: { name: 'A', membershipNumber: nasty } }],
      ['POST', `/tickets/${ticketId}/responses`, { kind: 'note', body: nasty }],
      ['POST', `/tickets/${ticketId}/escalate`, { reason: nasty }],
    ]
    for (const [method, path, body] of bodies)
      expect((await send(method, path, body)).status, JSON.stringify(body)).toBe(400)
    const drafted = [{ typed: nasty }, { list: [{ typed: nasty }] }, { [nasty]: 1 }]
    for (const content of drafted)
      expect([200, 400]).toContain((await send('PUT', '/drafts/new-ticket', { content })).status)
    const answers = { ...parkingTrouble.answers, what: nasty }
    expect([400, 422]).toContain((await send('POST', '/tickets', { ...parkingTrouble, answers })).status)
  })

  test.each(['one\r\nBcc: everybody@physique57.example', 'one\ntwo', 'one\rtwo'])(
    'a title of two lines is 400: %j',
    async (title) => {
      expect((await send('POST', '/tickets', { ...parkingTrouble, title })).status).toBe(400)
      expect((await send('PATCH', `/tickets/${ticketId}`, { title })).status).toBe(400)
    },
  )

  test('lengths end where they should', async () => {
    expect((await send('POST', '/tickets', { ...parkingTrouble, title: 'x'.repeat(200) })).status).toBe(201)
    expect((await send('POST', '/tickets', { ...parkingTrouble, title: 'x'.repeat(201) })).status).toBe(400)
    expect((await send('POST', '/tickets', { ...parkingTrouble, title: '   ' })).status).toBe(400)
    expect(
      (await send('POST', `/tickets/${ticketId}/responses`, { kind: 'note', body: 'x'.repeat(50_001) })).status,
    ).toBe(400)
    // as the web counts, so that what one may type may be stored: an emoji is two
    expect((await send('POST', '/tickets', { ...parkingTrouble, title: '🏋'.repeat(100) })).status).toBe(201)
  })
})

const wicked = [
  "'; drop table tickets; --",
  "' or '1'='1",
  '" or ""="',
  "1' union select secret from vault --",
  "x'; select pg_sleep(10); --",
  '$1',
  '{{7*7}}',
  '%s%n %%',
  '\\',
  "\\'; --",
  '%_%',
  'a & | !',
  "E'\\\\'",
  '/* */ --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../etc/passwd',
  'app.you()',
  '$$; set role app_worker; $$',
]

test.each(wicked)('%s is text like any other', async (text) => {
  const created = await t.call(user, tickets.create, {
    body: {
      ...parkingTrouble,
      title: text,
      description: text,
      actionTaken: text,
      client: { name: text, membershipNumber: text.slice(0, 40) },
    },
  })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  expect(created.body).toMatchObject({ title: text, description: text, actionTaken: text, client: { name: text } })

  const { id } = created.body
  const said = await t.call(user, tickets.respond, { params: { id }, body: { kind: 'note', body: text } })
  expect(said.body.body).toBe(text)
  const escalated = await t.call(user, tickets.escalate, {
    params: { id },
    body: { reason: text },
    headers: { 'idempotency-key': encodeURIComponent(text) },
  })
  expect(escalated.status).toBe(200)
  const history = await t.call(user, tickets.history, { params: { id } })
  expect(history.body.items.at(-1)?.sentence).toContain(text)
})

test.each([...wicked, '\u0000\u0000\u0000', '%%%', '___', '\\\\\\'])(
  'looking for a client called %j finds nobody else',
  async (q) => {
    await t.newTicket(user, { client: { name: 'Anahita Irani' } })
    const found = await send('GET', `/clients?${new URLSearchParams({ q })}`)
    expect([200, 400]).toContain(found.status)
    if (found.status === 200) expect(JSON.stringify(found.body)).not.toContain('Anahita')
  },
)

test('a client is found by part of the name, with all but four digits of the phone hidden', async () => {
  await t.newTicket(user, {
    client: { name: 'Zarine Daruwala', phone: '+91 98200 12345', email: 'zarine@example.com' },
  })
  const stranger = await t.newUser({ team: 'Finance' })
  const { body } = await t.call(stranger, clients.find, { query: { q: 'zarin' } })
  expect(body.items).toMatchObject([{ name: 'Zarine Daruwala', maskedPhone: '•••• 2345' }])
  expect(JSON.stringify(body)).not.toMatch(/98200|zarine@/)
})

describe('queries', () => {
  test.each([
    'limit=-1',
    'limit=0',
    'limit=101',
    'limit=1e3',
    'limit=x',
    'limit=',
    'limit=5&limit=6',
    'limit=1.5',
    'limit=NaN',
    'sort=password_hash',
    'sort=created_at',
    'sort=',
    'sort=-createdAt,id',
    'sort=-createdAt&sort=dueAt',
    'sort=__proto__',
    'sort=constructor',
    'status=open',
    "status=new'--",
    'priority=urgent',
    'studioId=1',
    "teamId=' or true --",
    'assignee=everybody',
    'reporter=none',
    'open=1',
    'overdue=yes',
    'createdFrom=yesterday',
    'createdFrom=2026-13-01T00:00:00Z',
    'createdBefore=-271821-04-20T00:00:00Z',
    'createdFrom=0001-01-01T00:00:00Z',
    'includeDeleted=true',
    'deletedAt=null',
    'q[$ne]=x',
    '__proto__=1',
    'constructor=1',
    'status[]=new',
    `studioId=${Array(51).fill(uuid()).join(',')}`,
  ])('%s is 400', async (query) => {
    expect((await send('GET', `/tickets?${query}`)).status).toBe(400)
  })

  /** Every list that is read page by page, of things that are there. */
  async function lists(): Promise<string[]> {
    const ids: Record<string, string> = {
      tickets: ticketId,
      users: user.id,
      teams: idOf.team('Operations'),
      'bulk-operations': await operation(),
    }
    return [...endpoints.values()].flatMap(({ path, query }) =>
      query && 'cursor' in query.shape ? path.replace(':id', ids[path.split('/')[1] ?? ''] ?? '') : [],
    )
  }
  let operationId: string | undefined
  async function operation(): Promise<string> {
    const body = { ids: [ticketId], change: { priority: 'low' as const } }
    operationId ??= (await t.call(admin, bulk.update, { body })).body.id
    return operationId
  }
  /** For whom every list is there. */
  const statusOf = async (path: string) =>
    (await t.send({ url: `/api${path}`, headers: { authorization: `Bearer ${admin.token}` } })).statusCode

  const id = uuid()
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['another shape', { id }],
    ['too little', ['2026-01-01T00:00:00Z', id]],
    ['an id that is none', ['2026-01-01T00:00:00Z', "' or true --", 0]],
    ['a time that is none', ["now()'", id, 0]],
    ['a time PostgreSQL does not know', ['0000-01-01T00:00:00Z', id, 0]],
    ['a count below zero', ['2026-01-01T00:00:00Z', id, -5]],
    ['a count that is text', ['2026-01-01T00:00:00Z', id, '5; drop table']],
  ])('a forged cursor with %s is 400 at every list', async (_, position) => {
    const cursor = position === undefined ? 'eyJ' : encodeCursor(position)
    for (const path of await lists()) expect(await statusOf(`${path}?cursor=${cursor}`), path).toBe(400)
  })

  const whole = Number.MAX_SAFE_INTEGER
  test.each<[unknown[]]>([
    [[whole, 0]],
    [[-whole, 0]],
    [[2 ** 31, -1]],
    [[1e308, id, 0]],
    [[-1e308, id, 0]],
    [[1e-320, id, 0]],
    [['infinity', id, whole]],
    [['9999-12-31T23:59:59Z', id, 0]],
    [[id, whole]],
  ])('a cursor that says %j breaks no list', async (position) => {
    for (const path of await lists()) {
      for (const query of ['', ...(path.endsWith('/tickets') ? ['q=space&sort=relevance&'] : [])]) {
        const status = await statusOf(`${path}?${query}cursor=${encodeCursor(position)}`)
        expect([200, 400], path).toContain(status)
      }
    }
  })

  test('a cursor of another list, or of another person, shows nothing that one may not see', async () => {
    for (const at of ['infinity', '2199-12-31T23:59:59Z', '1900-01-01T00:00:00Z']) {
      for (const sort of ['-createdAt', '-updatedAt', 'dueAt'] as const) {
        const stranger = await t.newUser({ team: 'Finance' })
        const cursor = encodeCursor([at, 'ffffffff-ffff-7fff-bfff-ffffffffffff', 3])
        const { status, body } = await t.call(stranger, tickets.list, { query: { sort, cursor } })
        expect(status).toBe(200)
        expect(body.items).toEqual([])
      }
    }
  })
})

test.each([
  '1',
  'x',
  '-',
  `${uuid()}x`,
  "' or true --",
  '%27',
  '00000000-0000-7000-8000-00000000000g',
  '%00',
  '..%2f..%2fadmin',
  'é',
])('%s is no id', async (id) => {
  const path = id.startsWith('%') || id.includes('%') ? id : encodeURIComponent(id)
  for (const rest of ['', '/history', '/responses'])
    expect((await send('GET', `/tickets/${path}${rest}`)).status).toBe(400)
  expect((await send('PATCH', `/notifications/${path}/read`)).status).toBe(400)
  expect((await send('GET', `/subcategories/${path}/fields`)).status).toBe(400)
})

test.each([
  '/tickets/%zz',
  '/tickets/%',
  '/nowhere',
  `/tickets/${'x'.repeat(300)}`,
  '/tickets//history',
  '/../../etc/passwd',
])('%s is answered as a problem', async (path) => {
  expect([400, 404]).toContain((await send('GET', path)).status)
})

describe('ids from elsewhere', () => {
  test.each<[string, object, string]>([
    ['subcategory', { subcategoryId: uuid() }, 'subcategoryId'],
    ['subcategory that is a category', { subcategoryId: idOf.category('Facility & Amenities') }, 'subcategoryId'],
    ['studio', { studioId: uuid() }, 'studioId'],
    ['studio that is a team', { studioId: idOf.team('Finance') }, 'studioId'],
    ['client', { client: { id: uuid() } }, 'client.id'],
  ])('a %s that does not exist is 422', async (_, changes, path) => {
    const before = await countTickets()
    const { status, problem } = await send('POST', '/tickets', { ...parkingTrouble, ...changes })
    expect(status).toBe(422)
    expect(problem.errors).toMatchObject([{ path }])
    expect(await countTickets()).toBe(before)
  })

  test('a person who left is given nothing', async () => {
    const gone = await t.newUser({ team: 'Facilities' })
    await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', gone.id).execute()
    const reply = await t.call(manager, tickets.assign, { params: { id: ticketId }, body: { userId: gone.id } })
    expect(reply.status).toBe(422)
    expect(problemOf(reply).errors).toMatchObject([{ path: 'userId' }])
  })

  test('a notification of somebody else does not exist', async () => {
    const id = uuid()
    await t.everything
      .insertInto('notifications')
      .values({ id, userId: manager.id, ticketId, event: 'response', message: 'x' })
      .execute()
    expect((await t.call(user, notifications.read, { params: { id } })).status).toBe(404)
    expect((await t.call(manager, notifications.read, { params: { id } })).status).toBe(200)
  })
})

test('each wrong answer is named by its question', async () => {
  const answers = { what: 'no_such_option', howBad: 9, whoElse: 'x' }
  const { status, problem } = await send('POST', '/tickets', { ...parkingTrouble, answers })
  expect(status).toBe(422)
  expect(problem.errors?.map(({ path }) => path).sort()).toEqual([
    'answers.firstNoticed',
    'answers.howBad',
    'answers.what',
    'answers.whoElse',
  ])
})

describe('the state of a ticket', () => {
  test('an illegal move is 409, and says what is legal', async () => {
    const ticket = await t.newTicket(user, { assignee: user, status: 'in_progress' })
    const closing = await t.call(manager, tickets.close, { params: { id: ticket.id } })
    expect(closing.status).toBe(409)
    expect(problemOf(closing)).toMatchObject({ code: 'illegal_transition' })
    expect(problemOf(closing).detail).toContain('it can become: pending, resolved')
  })

  test('an edit of an older version is 412 and changes nothing', async () => {
    const ticket = await t.newTicket(user)
    const edit = (title: string, version: string) =>
      t.call(user, tickets.update, { params: { id: ticket.id }, body: { title }, headers: { 'if-match': version } })
    expect((await edit('First', `"${ticket.version}"`)).status).toBe(200)
    const before = await rowOf(ticket.id)

    const stale = await edit('Second', `"${ticket.version}"`)
    expect(stale.status).toBe(412)
    expect(await rowOf(ticket.id)).toEqual(before)
    for (const odd of ['3', '"x"', '""', '"1", "2"', '"99999999999"']) expect((await edit('Odd', odd)).status).toBe(400)
  })

  test.each<['resolve' | 'close' | 'escalate' | 'assign' | 'remove']>([
    ['resolve'],
    ['escalate'],
    ['assign'],
    ['remove'],
  ])('%s of an older version is 412 too', async (verb) => {
    const admin = await t.newUser({ role: 'admin' })
    const { id } = await t.newTicket(user)
    const before = await rowOf(id)
    const body = {
      resolve: { note: 'x' },
      close: undefined,
      escalate: { reason: 'x' },
      assign: { auto: true },
      remove: undefined,
    }[verb]
    const response = await t.send({
      method: tickets[verb].method,
      url: `/api${tickets[verb].path.replace(':id', id)}`,
      headers: { authorization: `Bearer ${admin.token}`, 'if-match': '"0"' },
      ...(body && { payload: body }),
    })
    expect(response.statusCode).toBe(412)
    expect(await rowOf(id)).toEqual(before)
  })

  test('of fifty edits of one version one wins', async () => {
    const ticket = await t.newTicket(user)
    const edits = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        t.call(user, tickets.update, {
          params: { id: ticket.id },
          body: { title: `Edit ${n}` },
          headers: { 'if-match': `"${ticket.version}"` },
        }),
      ),
    )
    const winners = edits.filter(({ status }) => status === 200)
    expect(winners).toHaveLength(1)
    expect(edits.filter(({ status }) => status === 412)).toHaveLength(49)
    expect(await rowOf(ticket.id)).toMatchObject({ title: winners[0]?.body.title, version: ticket.version + 1 })
  })
})

describe('Idempotency-Key', () => {
  test('an address with more to it than there should be is 400', async () => {
    const response = await send('POST', `/tickets?${randomBytes(4_500).toString('base64url')}`, parkingTrouble, {
      'idempotency-key': uuid(),
    })
    expect(response.status).toBe(400)
  })

  test.each(['', 'x'.repeat(201)])('a key of %# letters too few or too many is 400', async (key) => {
    expect((await send('POST', '/tickets', parkingTrouble, { 'idempotency-key': key })).status).toBe(400)
  })

  test('a key is one’s own: somebody else’s same key is another request', async () => {
    const key = uuid()
    const other = await t.newUser({ team: 'Sales' })
    const both = [user, other].map((person) =>
      t.call(person, tickets.create, { body: parkingTrouble, headers: { 'idempotency-key': key } }),
    )
    const [mine, theirs] = await Promise.all(both)
    expect(mine?.body.id).not.toBe(theirs?.body.id)
  })

  test('the first answer is not given again to somebody who lost sight of the ticket', async () => {
    const lead = await t.newUser({ role: 'team_lead', team: 'Facilities' })
    const { id } = await t.newTicket(user, { team: 'Facilities', assignee: null })
    const note = { params: { id }, body: { kind: 'note' as const, body: 'x' }, headers: { 'idempotency-key': uuid() } }
    expect((await t.call(lead, tickets.respond, note)).status).toBe(201)
    await t.everything
      .updateTable('tickets')
      .set({ assignedTeamId: idOf.team('Finance') })
      .where('id', '=', id)
      .execute()
    expect((await t.call(lead, tickets.respond, note)).status).toBe(404)
  })
})

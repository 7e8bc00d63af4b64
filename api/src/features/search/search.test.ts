import { type Answer, search, type Ticket, type TicketFiltersSent, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reply, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let manager: TestUser
let desk: TestUser
let ac: Ticket
let hindi: Ticket
let charge: Ticket
let other: Ticket

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  desk = await t.newUser({ name: 'Riya Mehta', team: 'Operations' })
  ac = await t.newTicket(desk, {
    title: 'AC leaking onto the barre',
    description: 'Water came down during the morning class; two mats were wet at the café end',
    client: {
      name: 'Anahita O’Donoghue',
      phone: '+91 98200 12345',
      email: 'anahita@client.example',
      membershipNumber: 'M-10037',
    },
    priority: 'high',
  })
  hindi = await t.newTicket(desk, { title: 'तौलिया नहीं मिला', description: 'लॉकर रूम में सफ़ाई नहीं हुई' })
  charge = await t.newTicket(desk, {
    title: 'Charged twice for a class pack',
    description: 'The card was debited two times',
  })
  other = await t.newTicket(desk, { title: 'Music too loud', description: 'In the evening' })
  await t.call(desk, tickets.respond, {
    params: { id: other.id },
    body: { kind: 'note', body: 'The amplifier was turned down, the subwoofer is gone' },
  })
})
afterAll(() => t.stop())

const found = async (q: string, person = manager) => {
  const { status, body } = await t.call(person, tickets.list, { query: { q, sort: 'relevance' } })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.total).toBe(body.items.length)
  return body.items.map(({ title }) => title)
}

describe('a ticket is found by', () => {
  test.each<[string, () => string]>([
    ['its number as people say it', () => ac.key],
    ['its bare number', () => String(ac.number)],
    ['its number with a hash', () => `#${ac.number}`],
    ['a word of the title', () => 'barre'],
    ['another form of it', () => 'leaks barre'],
    ['the beginning of the last word', () => 'ac leak bar'],
    ['a word of the description', () => 'mats'],
    ['a word without its accent', () => 'cafe'],
    ['words in another order', () => 'barre onto leaking'],
    ['a phrase', () => '"came down during"'],
    ['the client’s name', () => 'anahita'],
    ['a name without its apostrophe', () => 'odonoghue'],
    ['the client’s phone', () => '9820012345'],
    ['the phone as it is written', () => '+91 98200 12345'],
    ['the client’s e-mail', () => 'anahita@client.example'],
    ['the membership number', () => 'm-10037'],
    ['a word with one letter missing', () => 'leakin brre'],
    ['a word with two letters swapped', () => 'anahtia'],
    ['a word with one letter too many', () => 'leakking barre'],
    ['a word with a wrong letter', () => 'lexking onto'],
  ])('%s', async (_, q) => expect(await found(q())).toEqual([ac.title]))

  test('Hindi words, with or without the dot below', async () => {
    expect(await found('तौलिया')).toEqual([hindi.title])
    expect(await found('सफाई')).toEqual([hindi.title])
    expect(await found('सफ़ाई')).toEqual([hindi.title])
  })

  test('what was said on it, by reply or note', async () => {
    expect(await found('subwoofer')).toEqual([other.title])
    expect(await found('loud subwoofer')).toEqual([other.title])
  })

  test('what was answered, in the words of the form', async () => {
    expect(await found('"no space"')).toHaveLength(4)
  })
})

test('a phrase is found as it stands only, and does not run from one field into the next', async () => {
  expect(await found('"down came"')).toEqual([])
  expect(await found('"barre water"')).toEqual([])
})

test('words that must not occur', async () => {
  expect(await found('class -barre')).toEqual([charge.title])
  expect((await found('-barre')).sort()).toEqual([charge.title, hindi.title, other.title].sort())
  expect(await found('class -"class pack"')).toEqual([ac.title])
})

test('conditions and words together', async () => {
  expect(await found('priority:high class')).toEqual([ac.title])
  expect(await found('-priority:high class')).toEqual([charge.title])
  expect(await found('reporter:me class', desk)).toHaveLength(2)
  expect(await found('reporter:me class')).toEqual([])
  expect(await found('reporter:"riya m" music')).toEqual([other.title])
  expect(await found('studio:kwality is:open created:today music')).toEqual([other.title])
  expect(await found('studio:atlantis music')).toEqual([])
})

test('what was changed is found as it is now', async () => {
  const ticket = await t.newTicket(desk, { title: 'Locker door sticks' })
  expect(await found('sticks')).toEqual([ticket.title])
  await t.call(manager, tickets.update, { params: { id: ticket.id }, body: { title: 'Locker door jammed' } })
  expect(await found('sticks')).toEqual([])
  expect(await found('jammed')).toEqual(['Locker door jammed'])
  await t.everything.updateTable('tickets').set({ deletedAt: new Date() }).where('id', '=', ticket.id).execute()
  expect(await found('jammed')).toEqual([])
})

test('nobody finds what they may not see, nor is told that there is something', async () => {
  const stranger = await t.newUser({ team: 'Finance' })
  for (const q of [ac.key, 'barre', 'barer', '-music', 'anahita']) {
    expect(await found(q, stranger)).toEqual([])
    const quick = await t.call(stranger, search.quick, { query: { q } })
    expect(quick.body).toEqual({ items: [], hasMore: false })
  }
})

test('the best fit comes first: a number, then a title, then the rest', async () => {
  const first = await t.newTicket(desk, { title: 'Umbrella stand', description: 'Nothing more' })
  const second = await t.newTicket(desk, { title: 'Wet floor', description: 'Somebody left an umbrella' })
  const third = await t.newTicket(desk, { title: 'Lift', description: `Like ${first.key} again` })
  expect(await found('umbrella')).toEqual([first.title, second.title])
  expect(await found(first.key)).toEqual([first.title, third.title])
})

test('pages by relevance neither lose nor repeat a ticket', async () => {
  for (let n = 0; n < 7; n++) await t.newTicket(desk, { title: `Turnstile ${'turnstile '.repeat(n)}` })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query: TicketFiltersSent = { q: 'turnstile', sort: 'relevance', limit: 3, ...(cursor && { cursor }) }
    const { body }: Reply<Answer<typeof tickets.list>> = await t.call(manager, tickets.list, { query })
    expect(body.total).toBe(7)
    seen.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor
  } while (cursor)
  expect(new Set(seen).size).toBe(7)
  expect(seen).toHaveLength(7)
})

test('a cursor of another order is refused', async () => {
  const { body } = await t.call(manager, tickets.list, { query: { limit: 1 } })
  const reply = await t.call(manager, tickets.list, {
    query: { q: 'class', sort: 'relevance', cursor: body.nextCursor ?? '' },
  })
  expect(reply.status).toBe(400)
})

test('the quick search marks what was found, and says where', async () => {
  const ask = async (q: string) => (await t.call(manager, search.quick, { query: { q } })).body.items[0]
  const hits = (parts: { text: string; isHit: boolean }[] | undefined) =>
    parts?.filter(({ isHit }) => isHit).map(({ text }) => text)

  const byTitle = await ask('leaks')
  expect(byTitle).toMatchObject({ id: ac.id, key: ac.key, found: null })
  expect(hits(byTitle?.title)).toEqual(['leaking'])
  const byClient = await ask('anahita')
  expect(byClient?.found?.in).toBe('client')
  expect(hits(byClient?.found?.text)).toContain('Anahita')
  const byResponse = await ask('subwofer')
  expect(byResponse?.found?.in).toBe('response')
  expect(hits(byResponse?.found?.text)).toEqual(['subwoofer'])
  const byDescription = await ask('wet mats')
  expect(byDescription?.found?.in).toBe('description')
})

test('what is looked for too often has to wait', async () => {
  const hasty = await startTestApp({ RATE_SEARCHES_PER_MINUTE: '3' })
  try {
    const person = await hasty.newUser()
    for (let n = 0; n < 3; n++)
      expect((await hasty.call(person, search.quick, { query: { q: 'ac' } })).status).toBe(200)
    const refused = await hasty.call(person, tickets.list, { query: { q: 'ac' } })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await hasty.call(person, tickets.list)).status).toBe(200)
  } finally {
    await hasty.stop()
  }
})

describe('odd input is harmless', () => {
  const sql = [
    "' or 1=1 --",
    "'; drop table tickets; --",
    "' union select password_hash from user_credentials --",
    '" or ""="',
    "') or ('1'='1",
    '1; select pg_sleep(10)',
    "' and 1=cast(version() as int) --",
    '$$; select 1; $$',
    "\\'; select 1; --",
    "admin'--",
    "' or 'a'='a",
    "x' and email is null; --",
    "%' or '1'='1",
    "'||(select 1)||'",
    '0x27 or 1=1',
    '`id`',
    "'::tsquery",
    "a' <-> 'b",
    "!!!'a'",
    "'a':*A",
    '((a',
    'a:*',
    'a & ',
    '| a',
    '<->',
    'a <100> b',
    "to_tsquery('a')",
    '{a,b}',
    '{"a"}',
    "array['a']",
    'null',
    'NULL',
    'true',
    "e'\\x27'",
    "U&'\\0027'",
    '%s',
    '%1$I',
    ':1',
    '$1',
    '?',
    '\\',
    '\\\\',
    '%',
    '_',
    '__',
    "'",
    '"',
    'a & | !',
    '\u202e',
    '\ud83d\ude00',
    '\u200b',
    'ﷺ',
    'İ',
    'ß',
    '\t\n',
    'a'.repeat(500),
    'ab '.repeat(160),
    '-'.repeat(200),
    '"'.repeat(100),
  ]
  test.each(sql)('%j', async (q) => {
    const before = await t.everything.selectFrom('tickets').select('id').execute()
    for (const path of ['/tickets', '/search', '/tickets/counts', '/tickets/board']) {
      const reply = await t.send({
        method: 'GET',
        url: `/api${path}?${new URLSearchParams({ q })}`,
        headers: { authorization: `Bearer ${manager.token}` },
      })
      expect(reply.statusCode, reply.body).toBe(200)
    }
    expect((await t.everything.selectFrom('tickets').select('id').execute()).length).toBe(before.length)
  })

  test.each(['%00', 'a%00b', '%ED%A0%80', `${'a'.repeat(501)}`])('%s is 200 or 400, never worse', async (q) => {
    for (const path of ['/tickets', '/search', '/tickets/counts', '/tickets/board']) {
      const reply = await t.send({
        method: 'GET',
        url: `/api${path}?q=${q}`,
        headers: { authorization: `Bearer ${manager.token}` },
      })
      expect([200, 400]).toContain(reply.statusCode)
    }
  })

  test('a filter that is none is 400', async () => {
    for (const filter of ['words', 'status:purple', '"phrase"', '-word', 'password:x'])
      expect((await t.call(manager, tickets.list, { query: { filter } })).status).toBe(400)
  })
})

test('a ticket with more words than fit is kept, and found by what fits', async () => {
  const ticket = await t.newTicket(desk, { title: 'Zeppelin in the lobby' })
  const body = (from: number) =>
    Array.from({ length: 6_000 }, (_, n) => `w${(from + n).toString(36)}x`)
      .join(' ')
      .slice(0, 50_000)
  for (let n = 0; n < 30; n++) {
    const reply = await t.call(manager, tickets.respond, {
      params: { id: ticket.id },
      body: { kind: 'note', body: body(n * 6_000) },
    })
    expect(reply.status).toBe(201)
  }
  expect(await found('zeppelin')).toEqual([ticket.title])
}, 60_000)

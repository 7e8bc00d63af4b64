import {
  type Answer,
  type CalendarBy,
  formatTicketQuery,
  layouts,
  looksForWords,
  Priority,
  Role,
  TicketGrouping,
  type TicketQuery,
  TicketStatus,
  ticketGroups,
  tickets,
} from '@physique57/contracts'
import fc from 'fast-check'
import { Client } from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../demo/random.ts'
import { ticketKey } from '../features/tickets/ticket-key.ts'
import { anyFilter, type Known, oddWords, someTags } from './any-filter.ts'
import { type Crowd, gatherCrowd, type Person } from './crowd.ts'
import { exportedRecords } from './exported.ts'
import { type MeantTicket, meantTickets } from './filter-oracle.ts'
import { rounds } from './rounds.ts'
import { startTestApp, type TestApp } from './test-app.ts'

/** Random filters as random people: every way of showing tickets against plain SQL, run as one who sees all. */
let t: TestApp
let crowd: Crowd
/** Sees nothing but what they watch, and nothing at all. */
let watcher: Person
let stranger: Person
let known: Known
let superuser: Client
/** What an export calls a ticket. */
let idByKey: Map<string, string>

/** So many days from the first; with what a calendar shows of a day at most, they hold all tickets. */
const DAYS = 25
const first = Date.parse('2026-01-01T00:00:00+05:30')
const DAY = 86_400_000
const span = { from: '2026-01-01', to: '2026-01-26', perDay: 20 }

beforeAll(async () => {
  t = await startTestApp({ RATE_EXPORTS_PER_HOUR: '100000' })
  crowd = await gatherCrowd(t, 'filters', { people: 14, tickets: 70 })
  const withoutTeam = async (): Promise<Person> => ({
    ...(await t.newUser()),
    role: 'team_member',
    team: null,
    isDisabled: false,
  })
  watcher = await withoutTeam()
  stranger = await withoutTeam()
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
  const numbers = await t.everything.selectFrom('tickets').select(['id', 'number']).execute()
  idByKey = new Map(numbers.map(({ id, number }) => [ticketKey(number), id]))
  const random = randomFrom('filters')
  const withinSpan = () => new Date(first + random.int(0, DAYS * 24 * 60) * 60_000)
  const ids = crowd.tickets.map(({ id }) => id)
  const clients = await someClients()
  known = { people: [...crowd.people, watcher, stranger].map(({ id }) => id), clients }
  const aroundNow = () =>
    new Date(Math.round(Date.now() / DAY) * DAY + random.int(-40, 40) * DAY + random.int(1, 600) * 60_000)
  await t.everything
    .insertInto('ticketWatchers')
    .values(ids.filter((_, n) => n % 3 === 0).map((ticketId) => ({ ticketId, userId: watcher.id })))
    .execute()
  for (const [n, id] of ids.entries()) {
    await t.everything
      .updateTable('tickets')
      .set({
        title: `${random.pick(['AC', 'Shower', '100% off_er'])} ${random.pick(['leaks', 'broken'])} ${oddText(random.int(0, 15))}`,
        description: random.chance(0.3) ? oddText(random.int(0, 15)) : '',
        source: random.pick(['phone', 'email', null]),
        tags: someTags.filter(() => random.chance(0.3)),
        clientMood: random.pick(['angry', 'calm', null]),
        clientInformed: random.chance(0.5),
        escalationLevel: random.int(0, 2),
        // ten a day at most, some at its very first and last moment
        createdAt: new Date(first + (n % DAYS) * DAY + random.pick([0, DAY - 1, random.int(0, DAY - 1)])),
        resolutionDueAt: random.chance(0.7) ? withinSpan() : null,
        firstResponseDueAt: random.chance(0.4) ? aroundNow() : null,
        occurredAt: random.chance(0.6) ? aroundNow() : null,
        resolvedAt: random.chance(0.4) ? aroundNow() : null,
        closedAt: random.chance(0.3) ? aroundNow() : null,
        clientId: random.chance(0.6) ? random.pick(clients) : null,
        followUpAt: random.chance(0.4) ? withinSpan() : null,
        answers: JSON.stringify({
          // not every form asks everything
          ...(random.chance(0.8) && { what: random.pick(['no_space', 'blocked']) }),
          ...(random.chance(0.8) && { howBad: random.int(1, 5) }),
          ...(random.chance(0.8) && { tags: random.pick([['a'], ['a', 'b']]) }),
          ...(random.chance(0.7) && {
            when: random.chance(0.5) ? '2026-01-12' : aroundNow().toISOString().slice(0, 10),
          }),
        }),
        mergedIntoId: random.chance(0.05) ? (ids[(n + 1) % ids.length] ?? null) : null,
      })
      .where('id', '=', id)
      .execute()
  }
})
afterAll(async () => {
  await superuser.end()
  await t.stop()
})

async function someClients(): Promise<string[]> {
  const rows = ['Asha', 'Meera', 'Zoya'].map((name) => ({ id: uuid(), name }))
  await t.everything.insertInto('clients').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** Any of the odd words, in their order. */
const oddText = (which: number) => oddWords.filter((_, n) => which & (1 << n)).join(' ')

interface Asked {
  filter?: string
  q?: string
}

interface Way {
  show: (person: Person, asked: Asked) => Promise<string[]>
  /** Which tickets it can show at all. */
  of: (ticket: MeantTicket) => boolean
}

/** Every way of showing the tickets of a filter, as the ids it shows. What is added to the system is added here. */
const ways: Record<string, Way> = {
  list: { show: listed, of: () => true },
  board: { show: onBoard, of: () => true },
  CSV: { show: exported, of: () => true },
}
/** One of them each time, because each takes a while. */
const calendars: Record<CalendarBy, Way> = {
  created: { show: onCalendar('created'), of: () => true },
  due: { show: onCalendar('due'), of: ({ isOpen, dueAt }) => isOpen && dueAt !== null },
  followUp: { show: onCalendar('followUp'), of: ({ followUpAt }) => followUpAt !== null },
}

async function listed(person: Person, asked: Asked): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Answer<typeof tickets.list> = await ok(
      t.call(person, tickets.list, { query: { ...asked, limit: '100', ...(cursor && { cursor }) } }),
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
    if (!cursor) expect(page.total).toBe(ids.length)
  } while (cursor)
  return ids
}

async function onBoard(person: Person, asked: Asked): Promise<string[]> {
  const board = await ok(t.call(person, layouts.board, { query: { ...asked, limit: '100' } }))
  for (const { status, items, total } of board.columns) {
    expect(total).toBe(items.length)
    expect(items.every((ticket) => ticket.status === status)).toBe(true)
  }
  return board.columns.flatMap(({ items }) => items.map(({ id }) => id))
}

async function exported(person: Person, asked: Asked): Promise<string[]> {
  const records = await exportedRecords(t, person, { filter: asked, columns: ['number'] })
  return records.map(([key = '']) => idByKey.get(key) ?? `${key} is none of ours`)
}

function onCalendar(by: CalendarBy) {
  return async (person: Person, asked: Asked): Promise<string[]> => {
    const { days } = await ok(t.call(person, layouts.calendar, { query: { ...asked, ...span, by } }))
    expect(days).toHaveLength(DAYS)
    for (const { items, total } of days) expect(total).toBe(items.length)
    return days.flatMap(({ items }) => items.map(({ ticket }) => ticket.id))
  }
}

async function ok<T>(reply: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await reply
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** As whom a filter is asked: each role, of those that are many a random one, and who sees little or nothing. */
const someoneOfEachRole = (): fc.Arbitrary<Person[]> => {
  const of = (...roles: Person['role'][]) => fc.constantFrom(...crowd.active.filter(({ role }) => roles.includes(role)))
  return fc
    .tuple(of('admin'), of('director'), of('manager'), of('team_lead'), of('team_member'))
    .map((each) => [...each, watcher, stranger])
}

const asAsked = (query: TicketQuery): Asked =>
  looksForWords(query) ? { q: formatTicketQuery(query) } : { filter: formatTicketQuery(query) }

const filters = rounds({ few: 25, many: 500 })

test(`of ${filters} random filters each way of showing tickets shows each role exactly what is meant`, {
  timeout: filters * 3_000,
}, async () => {
  const by = fc.constantFrom<CalendarBy[]>('created', 'due', 'followUp')
  const found = new Map<Person['role'], number>()
  let watched = 0
  await fc.assert(
    fc.asyncProperty(anyFilter(known), someoneOfEachRole(), by, async (query, asking, calendar) => {
      const asked = asAsked(query)
      const shownIn = Object.entries({ ...ways, [`calendar by ${calendar}`]: calendars[calendar] })
      for (const person of asking) {
        const meant = await meantTickets(superuser, person.id, query)
        const [counts, ...shown] = await Promise.all([
          ok(t.call(person, tickets.counts, { query: asked })),
          ...shownIn.map(([, { show }]) => show(person, asked)),
        ])
        for (const [n, [name, { of }]] of shownIn.entries())
          expect(shown[n]?.toSorted(), `${name} of ${person.role}: ${JSON.stringify(asked)}`).toEqual(
            meant.filter(of).map(({ id }) => id),
          )
        expect(counts).toEqual({ statuses: countsOf(meant), total: meant.length, totalIsCapped: false })
        if (meant.length > 0) found.set(person.role, (found.get(person.role) ?? 0) + 1)
        if (person === watcher) watched += meant.length
        if (person === stranger) expect(meant).toEqual([])
      }
    }),
    { numRuns: filters, seed: 57, examples: ['_', '%'].map((sign) => [answered(sign), crowd.active, 'created']) },
  )
  // mostly they find something, whoever asks
  for (const role of Role.options) expect(found.get(role), role).toBeGreaterThan(filters / 10)
  expect(watched).toBeGreaterThan(filters / 10)
})

/** Signs that mean something to a pattern, and nothing to whoever types them. */
const answered = (text: string): TicketQuery => {
  const conditions: TicketQuery['conditions'] = [
    { field: 'form.what', operator: 'contains', not: false, values: [text] },
  ]
  return { conditions, words: [], phrases: [], unwanted: [] }
}

const countsOf = (meant: MeantTicket[]) =>
  Object.fromEntries(TicketStatus.options.map((each) => [each, meant.filter(({ status }) => status === each).length]))

test('a filter and the parameter of the same name are the same', { timeout: 60_000 }, async () => {
  for (const person of crowd.active.slice(0, 5)) {
    for (const priority of Priority.options) {
      const named = await t.call(person, tickets.list, { query: { priority, open: 'true', assignee: 'me,none' } })
      const said = await t.call(person, tickets.list, {
        query: { filter: `priority:${priority} is:open assignee:me,none` },
      })
      const typed = await t.call(person, tickets.list, {
        query: { q: `priority:${priority} is:open assignee:me,none` },
      })
      expect(said.body).toEqual(named.body)
      expect(typed.body).toEqual(named.body)
    }
  }
})

test('each group is the list with one condition more, and together they are the list', {
  timeout: 120_000,
}, async () => {
  const queries = fc.sample(anyFilter(known), { numRuns: 6, seed: 58 })
  const [asking = []] = fc.sample(someoneOfEachRole(), { numRuns: 1, seed: 58 })
  for (const [n, person] of asking.entries()) {
    for (const asked of [{} as Asked, ...queries.map(asAsked)]) {
      const by = TicketGrouping.options[(n + JSON.stringify(asked).length) % TicketGrouping.options.length] ?? 'status'
      const { items, totalIsCapped } = await ok(t.call(person, ticketGroups.list, { query: { ...asked, by } }))
      const ids: string[] = []
      for (const { value, total } of items) {
        const filter = [asked.filter, `${by}:${value}`].filter(Boolean).join(' ')
        const inGroup = await listed(person, { ...asked, filter })
        expect(inGroup, `${by}:${value} of ${JSON.stringify(asked)}`).toHaveLength(total)
        ids.push(...inGroup)
      }
      expect(ids.toSorted()).toEqual((await listed(person, asked)).toSorted())
      expect(totalIsCapped).toBe(false)
    }
  }
})

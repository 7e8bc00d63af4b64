import { type Answer, notifications, type TicketFiltersSent, type TicketSummary, tickets } from '@physique57/contracts'
import { type NotNull, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { randomFrom } from '../demo/random.ts'
import { type Audience, maySee } from '../features/tickets/may-see.ts'
import { copyTickets } from './copy-tickets.ts'
import { type Crowd, type CrowdTicket, gatherCrowd, type Person, sees } from './crowd.ts'
import { startTestApp, type TestApp } from './test-app.ts'

const random = randomFrom('doors')
let t: TestApp
let crowd: Crowd
beforeAll(async () => {
  t = await startTestApp()
  crowd = await gatherCrowd(t, 'same set')
})
afterAll(() => t.stop())

const sorted = (ids: string[]) => [...ids].sort()
const idsOf = (items: { id: string }[]) => sorted(items.map(({ id }) => id))
const isOpen = ({ status, isDeleted }: CrowdTicket) => !isDeleted && status !== 'resolved' && status !== 'closed'
/** Lists leave out the trash, also for admins. */
const listedFor = (person: Person) => crowd.visibleTo(person).filter(({ isDeleted }) => !isDeleted)

type Page = Answer<typeof tickets.list>

async function pageOf(person: Person, query: TicketFiltersSent, cursor: string | null): Promise<Page> {
  const { status, body } = await t.call(person, tickets.list, { query: { ...query, ...(cursor && { cursor }) } })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** All pages of a list, each with the same total. */
async function allPages(person: Person, query: TicketFiltersSent): Promise<TicketSummary[]> {
  const items: TicketSummary[] = []
  let cursor: string | null = null
  do {
    const page = await pageOf(person, query, cursor)
    items.push(...page.items)
    cursor = page.nextCursor
    if (!cursor) expect(page.total).toBe(items.length)
  } while (cursor)
  return items
}

const everybody = (work: (person: Person) => Promise<void>) => async () => {
  for (const person of crowd.active) await work(person)
}

test(
  'the list, page by page, is what each person may see, newest first',
  everybody(async (person) => {
    const items = await allPages(person, { limit: 40 })
    expect(idsOf(items)).toEqual(idsOf(listedFor(person)))
    const newestFirst = [...items].sort((a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id))
    expect(items.map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id))
  }),
)

test(
  'another order is the same set',
  everybody(async (person) => {
    const touched = await allPages(person, { limit: 100, sort: '-updatedAt' })
    expect(idsOf(touched)).toEqual(idsOf(listedFor(person)))
    expect(touched.map(({ updatedAt }) => updatedAt)).toEqual(
      touched.map(({ updatedAt }) => updatedAt).sort((a, b) => compare(b, a)),
    )
    const untouched = await allPages(person, { limit: 40, sort: 'updatedAt' })
    expect(untouched.map(({ id }) => id)).toEqual(touched.map(({ id }) => id).reverse())
    const oldest = await allPages(person, { limit: 30, sort: 'createdAt' })
    expect(oldest.map(({ id }) => id)).toEqual((await allPages(person, {})).map(({ id }) => id).reverse())
    const due = await allPages(person, { limit: 30, sort: 'dueAt' })
    expect(idsOf(due)).toEqual(idsOf(listedFor(person).filter(isOpen)))
    const moments = due.map(({ id }) => crowd.tickets.find((ticket) => ticket.id === id)?.resolutionDueAt?.getTime())
    expect(moments).toEqual([...moments].sort((a, b) => (a ?? Infinity) - (b ?? Infinity)))
  }),
)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Each filter, and what it means said another way. */
const filters: [string, TicketFiltersSent, (ticket: CrowdTicket, person: Person) => boolean][] = [
  ['open', { open: 'true' }, isOpen],
  ['not open', { open: 'false' }, (ticket) => !isOpen(ticket)],
  [
    'overdue',
    { overdue: 'true' },
    (ticket) => isOpen(ticket) && (ticket.resolutionDueAt?.getTime() ?? Infinity) < Date.now(),
  ],
  ['status', { status: 'pending,closed' }, ({ status }) => status === 'pending' || status === 'closed'],
  ['open statuses', { status: 'new,reopened' }, ({ status }) => status === 'new' || status === 'reopened'],
  ['priority', { priority: 'critical,low' }, ({ priority }) => priority === 'critical' || priority === 'low'],
  ['team', { teamId: idOf.team('Facilities') }, ({ team }) => team === 'Facilities'],
  ['mine', { assignee: 'me' }, ({ assignee }, { id }) => assignee === id],
  ['nobody’s or mine', { assignee: 'none,me' }, ({ assignee }, { id }) => assignee === null || assignee === id],
  ['reported by me', { reporter: 'me' }, ({ reporter }, { id }) => reporter === id],
  [
    'several at once',
    {
      open: 'true',
      priority: 'high,medium',
      createdFrom: '2026-01-01T10:00:00+05:30',
      createdBefore: '2026-01-02T00:00:00Z',
    },
    (ticket) =>
      isOpen(ticket) &&
      (ticket.priority === 'high' || ticket.priority === 'medium') &&
      ticket.createdAt >= new Date('2026-01-01T04:30:00Z') &&
      ticket.createdAt < new Date('2026-01-02T00:00:00Z'),
  ],
]

test.each(filters)('a filter (%s) takes away and adds nothing', async (_, query, isMeant) => {
  for (const person of crowd.active) {
    const found = await allPages(person, { ...query, limit: 100 })
    expect(idsOf(found)).toEqual(idsOf(listedFor(person).filter((ticket) => isMeant(ticket, person))))
  }
})

test(
  'detail, history and responses open for exactly the same tickets; the trash only for admins',
  everybody(async (person) => {
    const some = Array.from({ length: 8 }, () => random.pick(crowd.tickets))
    const gone = crowd.tickets.filter(({ isDeleted }) => isDeleted).slice(0, 2)
    for (const ticket of [...some, ...gone]) {
      const params = { id: ticket.id }
      const expected = sees(person, ticket) ? 200 : 404
      const detail = await t.call(person, tickets.get, { params })
      expect(detail.status, `${person.role} of ${person.team}`).toBe(expected)
      expect((await t.call(person, tickets.history, { params })).status).toBe(expected)
      const responses = await t.call(person, tickets.responses, { params })
      expect(responses.status).toBe(expected)
      if (expected === 404) continue
      expect(idsOf(detail.body.watchers)).toEqual(sorted(ticket.watchers))
      expect(responses.body.items.map(({ body }) => body).filter((body) => body !== `said on ${ticket.id}`)).toEqual([])
    }
  }),
)

test(
  'notifications speak only of tickets one still sees, and the badge counts those',
  everybody(async (person) => {
    const list = await t.call(person, notifications.list, { query: { limit: 100 } })
    const own = await t.everything
      .selectFrom('notifications')
      .select('ticketId')
      .where('ticketId', 'is not', null)
      .$narrowType<{ ticketId: NotNull }>()
      .where('userId', '=', person.id)
      .execute()
    const meant = own.filter(({ ticketId }) => crowd.visibleTo(person).some(({ id }) => id === ticketId))
    expect(sorted(list.body.items.map(({ ticket }) => ticket?.id ?? 'none'))).toEqual(
      sorted(meant.map(({ ticketId }) => ticketId)),
    )
    expect(list.body.total).toBe(meant.length)
    expect((await t.call(person, notifications.unreadCount)).body.unread).toBe(meant.length)
  }),
)

test('live events concern exactly those who see the ticket', async () => {
  const ids = crowd.tickets.map(({ id }) => id)
  const { rows } = await sql<Audience>`select * from app.audience_of(${ids}::uuid[])`.execute(t.app.deps.db)
  expect(rows).toHaveLength(crowd.tickets.length)
  for (const person of crowd.active) {
    const actor = { ...person, team: person.team && { id: idOf.team(person.team), name: person.team } }
    const told = rows.filter((ticket) => maySee(actor, ticket)).map(({ ticketId }) => ticketId)
    expect(sorted(told)).toEqual(idsOf(crowd.visibleTo(person)))
  }
})

test('whoever was disabled finds every door shut', async () => {
  const gone = crowd.people.filter(({ isDisabled }) => isDisabled)
  expect(gone.length).toBeGreaterThan(0)
  for (const person of gone) {
    expect((await t.call(person, tickets.list)).status).toBe(401)
    expect((await t.call(person, notifications.list)).status).toBe(401)
  }
})

test('pages neither lose nor repeat a ticket while others are logged', async () => {
  const [manager] = crowd.active.filter(({ role }) => role === 'manager')
  const [original] = crowd.tickets
  if (!manager || !original) throw new Error('nobody to look')
  const before = idsOf(await allPages(manager, { limit: 100 }))

  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await pageOf(manager, { limit: 9 }, cursor)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
    // one above the page and one right inside what is still to come
    const moments = [new Date(), new Date('2026-01-01T12:00:00Z')]
    const changes = moments.map((createdAt) => ({ createdAt, deletedAt: null }))
    await copyTickets(t.everything, original.id, changes)
  } while (cursor)

  expect(new Set(seen).size).toBe(seen.length)
  expect(before.filter((id) => !seen.includes(id))).toEqual([])
})

test('two people in turn over the same connections, now and then giving up half-way, never get what is the other’s', async () => {
  const baseUrl = await t.listen()
  const people = await Promise.all(
    (['Marigold', 'Juniper'] as const).map(async (word, turn) => {
      const user = await t.newUser({ name: `${word} Person`, team: turn === 0 ? 'Sales' : 'Finance' })
      await t.newTicket(user, { title: `${word} by the door` })
      return { word, user }
    }),
  )
  const paths = ['/tickets', '/auth/me', '/search?q=door', '/tickets/board', '/tickets/counts', '/notifications']
  for (let turn = 0; turn < 200; turn++) {
    const [me, other] = turn % 2 === 0 ? people : people.toReversed()
    const givenUp = new AbortController()
    const path = paths[turn % paths.length]
    const asking = fetch(`${baseUrl}/api${path}`, {
      headers: { authorization: `Bearer ${me?.user.token}` },
      signal: givenUp.signal,
    }).then((response) => response.text())
    if (turn % 7 === 3) setImmediate(() => givenUp.abort())

    const answer = await asking.catch(() => undefined)
    if (answer === undefined) continue
    if (turn % paths.length < 4) expect(answer, path).toContain(me?.word)
    expect(answer, path).not.toContain(other?.word)
  }
})

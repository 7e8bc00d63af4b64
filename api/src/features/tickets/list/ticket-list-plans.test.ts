import {
  CalendarBy,
  layouts,
  TicketFilters,
  type TicketFiltersSent,
  TicketGrouping,
  ticketGroups,
  tickets,
} from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import type { Context } from '../../../context.ts'
import { insertManyTickets, type Onlookers } from '../../../test/many-tickets.ts'
import {
  nodesOf,
  openRecordingDatabase,
  type Recorded,
  type RecordingDatabase,
  scansOfTickets,
} from '../../../test/recording-database.ts'
import { startTestApp, type TestApp } from '../../../test/test-app.ts'
import { quickSearch } from '../../search/search.service.ts'
import { listTags } from '../form/tags.service.ts'
import { countLists, countTicketsByStatus, getTicket, listRows, listTickets } from '../tickets.service.ts'
import { showBoard } from './board.service.ts'
import { showCalendar } from './calendar.service.ts'
import { groupTickets } from './ticket-groups.service.ts'

let t: TestApp
let recording: RecordingDatabase
let onlookers: Onlookers
let someIds: string[]
beforeAll(async () => {
  t = await startTestApp()
  onlookers = await insertManyTickets(t.database.superuserUrl, { tickets: 5_000, users: 60 })
  someIds = (await t.everything.selectFrom('tickets').select('id').limit(50).execute()).map(({ id }) => id)
  recording = openRecordingDatabase(t.config.databaseAppUrl, { explain: true })
})
afterAll(async () => {
  await recording.close()
  await t.stop()
})

const studioId = idOf.studio('Kwality House, Kemps Corner')
/** What no ticket of the crowd says. */
const rare: Record<string, TicketFiltersSent> = {
  'a rare word in the title': { filter: 'title:zeppelin' },
  'a rare word in the description': { filter: 'description:"zeppelin in"' },
  'a rare answer': { filter: 'form.what:zeppelin' },
  'a rare part of an answer': { filter: 'form.what:~zeppelin' },
  'answers above any': { filter: 'form.howBad:>9' },
  'answers before any': { filter: 'form.firstNoticed:<2019-01-01' },
}
const lists: Record<string, TicketFiltersSent> = {
  'open tickets': { open: 'true' },
  'everything, newest first': {},
  'what is no longer open': { open: 'false' },
  'everything, last touched first': { sort: '-updatedAt' },
  'open tickets, last touched first': { open: 'true', sort: '-updatedAt' },
  'everything, oldest first': { sort: 'createdAt' },
  'open tickets, longest untouched first': { open: 'true', sort: 'updatedAt' },
  'open tickets by due time': { sort: 'dueAt' },
  'overdue tickets': { overdue: 'true', sort: 'dueAt' },
  'status, priority and studio': { status: 'assigned,in_progress', priority: 'high', studioId },
  'resolved tickets': { status: 'resolved' },
  'one subcategory': { subcategoryId: idOf.subcategory('Facility & Amenities', 'Parking') },
  'mine, open': { open: 'true', assignee: 'me' },
  'nobody has': { open: 'true', assignee: 'none' },
  'I reported': { reporter: 'me' },
  'those with a word': { q: 'parking', sort: 'relevance' },
  'those with a misspelt word, high, newest first': { q: 'prking priority:high' },
  'those without a response': { filter: 'is:unanswered' },
  'due within two hours': { filter: 'is:open due:2h', sort: 'dueAt' },
  'not pending, of a week': { filter: '-status:pending created:>7d' },
  'created from a day to another': { filter: 'created:2026-01-01..2026-01-07' },
  'those of a client': { clientId: '018f0000-0000-7000-8000-000000000000' },
  'open, with a rare tag': { filter: 'is:open tag:refund' },
  'with a usual tag, oldest first': { filter: 'tag:vip', sort: 'createdAt' },
  'without a tag': { filter: 'is:open tag:none -tag:refund' },
  'what is to be followed up today': { open: 'true', filter: 'followup:<tomorrow' },
  'those I watch': { filter: 'is:open watcher:me' },
  ...rare,
}

describe.each(['manager', 'member', 'newcomer'] as const)('with 5,000 tickets a %s', (person) => {
  let ctx: Context
  beforeAll(async () => {
    const userId = onlookers[person]
    const { sessionId } = await t.signedIn(userId)
    ctx = { ...t.app.deps, db: recording.db, claims: { userId, sessionId } }
  })

  test.each(Object.entries(lists))('lists %s without reading all of them', async (_name, filters) => {
    const statements = await recorded(() => listTickets(ctx, TicketFilters.parse(filters)))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test.each(Object.entries(lists).filter(([, { q }]) => !q))(
    'brings rows of %s up to date by their ids',
    async (_name, filters) => {
      const statements = await recorded(() =>
        listRows(ctx, tickets.rows.query.parse({ ...filters, ids: someIds.join() })),
      )
      expect(statements.some(looksAtTickets)).toBe(true)
      expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
    },
  )

  test('counts several lists in one statement, without reading all of them', async () => {
    const wanted = Object.values(lists).map((filters) => TicketFilters.parse(filters))
    const statements = await recorded(() => countLists(ctx, wanted))
    expect(statements.filter(({ text }) => /count\(/.test(text))).toHaveLength(1)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  const onBoard = { 'open tickets': lists['open tickets'], everything: {}, mine: lists['mine, open'] }
  test.each(Object.entries(onBoard))('sees %s on a board without reading all of them', async (_name, filters) => {
    const statements = await recorded(() => showBoard(ctx, layouts.board.query.parse(filters)))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test.each(TicketGrouping.options)('groups open tickets by %s without reading what is not', async (by) => {
    const statements = await recorded(() => groupTickets(ctx, ticketGroups.list.query.parse({ open: 'true', by })))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test('counts what is open by status without reading what is not', async () => {
    const filters = tickets.counts.query.parse({ open: 'true' })
    const statements = await recorded(() => countTicketsByStatus(ctx, filters))
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test.each(CalendarBy.options)('sees a month by %s without reading all of them', async (by) => {
    const month = { by, from: dayFromNow(-30), to: dayFromNow(12) }
    const statements = await recorded(() => showCalendar(ctx, layouts.calendar.query.parse(month)))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test('reads the tags in use off the newest tagged tickets', async () => {
    const statements = await recorded(() => listTags(ctx, { q: 'v' }))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test('opens a ticket without reading all of them', async () => {
    const { items } = await listTickets(ctx, TicketFilters.parse({ open: 'true' }))
    const statements = await recorded(() => getTicket(ctx, items[0]?.id ?? ''))
    expect(statements.some(looksAtTickets)).toBe(true)
    expect(scansOfTickets(statements).map(({ text }) => text)).toEqual([])
  })

  test('counts once: the second page takes the total from the first', async () => {
    const { nextCursor, total } = await listTickets(ctx, TicketFilters.parse({ limit: '2' }))
    const statements = await recorded(async () => {
      const second = await listTickets(ctx, TicketFilters.parse({ limit: '2', cursor: nextCursor ?? '' }))
      expect(second.total).toBe(total)
    })
    expect(statements.filter(({ text }) => /count\(/.test(text))).toEqual([])
  })
})

test('words with a filter also find what is older than the newest thousand that say them', async () => {
  const { sessionId } = await t.signedIn(onlookers.manager)
  const ctx: Context = { ...t.app.deps, claims: { userId: onlookers.manager, sessionId } }
  const { items } = await quickSearch(ctx, { q: 'happened before created:<200d', limit: 8 })
  expect(items).toHaveLength(8)
})

test.each(Object.entries(rare))('%s is looked up by what an index found, not along all tickets', async (_, filters) => {
  const { sessionId } = await t.signedIn(onlookers.manager)
  const ctx: Context = { ...t.app.deps, db: recording.db, claims: { userId: onlookers.manager, sessionId } }
  const statements = await recorded(() => listTickets(ctx, TicketFilters.parse(filters)))
  const nodes = statements.filter(looksAtTickets).flatMap(({ plan }) => (plan ? [...nodesOf(plan)] : []))
  const indexes = nodes.map((node) => node['Index Name'])
  expect(indexes).toContain('tickets_pkey')
  expect(indexes.filter((name) => name?.startsWith('tickets_') && name !== 'tickets_pkey')).toEqual([])
})

test('the newcomer sees three of them', async () => {
  const { sessionId } = await t.signedIn(onlookers.newcomer)
  const claims = { userId: onlookers.newcomer, sessionId }
  const ctx: Context = { ...t.app.deps, claims }
  const page = await listTickets(ctx, TicketFilters.parse({}))
  expect(page.items).toHaveLength(3)
  expect(page.total).toBe(3)
})

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function recorded(work: () => Promise<unknown>): Promise<Recorded[]> {
  recording.take()
  await work()
  return recording.take()
}

const looksAtTickets = ({ plan }: Recorded): boolean =>
  plan !== undefined && [...nodesOf(plan)].some((node) => node['Relation Name'] === 'tickets')

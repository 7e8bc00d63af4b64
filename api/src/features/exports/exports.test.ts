import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type ExportTicketsSent,
  exporting,
  type TicketColumnKey,
  TicketColumnName,
  tickets,
} from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Context } from '../../context.ts'
import { copyTickets } from '../../test/copy-tickets.ts'
import { exportAtOnce, exportedRecords } from '../../test/exported.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { pack } from '../tickets/list/packed-ids.ts'
import { readRows } from './read-rows.ts'

vi.setConfig({ testTimeout: 60_000 })

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
})
afterAll(() => t.stop())

const asCsv = (user: TestUser, body: Omit<ExportTicketsSent, 'format'>) =>
  exportAtOnce(t, user, { ...body, format: 'csv' })
const ofReporter = ({ id }: TestUser) => ({ reporter: id })

/** So many of one reporter's, each a minute older than the one before. */
async function manyTickets(count: number) {
  const reporter = await t.newUser()
  const { id } = await t.newTicket(reporter, { assignee: null, team: 'Finance', title: 'Number 0' })
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const changes = Array.from({ length: count - 1 }, (_, index) => ({
    title: `Number ${index + 1}`,
    createdAt: at(index + 1),
    updatedAt: at(index + 1),
  }))
  return { reporter, ids: [id, ...(await copyTickets(t.everything, id, changes))] }
}

describe('what is exported', () => {
  test.each(['-createdAt', '-updatedAt', 'dueAt'] as const)(
    'is what the list shows with the same filter, in the same order: %s',
    async (sort) => {
      const { reporter, ids } = await manyTickets(6)
      await t.call(manager, tickets.update, { params: { id: ids[4] ?? '' }, body: { priority: 'critical' } })
      await t.call(manager, tickets.resolve, { params: { id: ids[2] ?? '' }, body: { note: 'Done' } })
      const filter = { ...ofReporter(reporter), q: '-status:closed', sort }
      const { body: list } = await t.call(manager, tickets.list, { query: filter })

      const records = await exportedRecords(t, manager, { filter, columns: ['title', 'number'] })

      expect(list.items.length).toBeGreaterThan(3)
      expect(records).toEqual(list.items.map(({ title, key }) => [title, key]))
    },
  )

  test('is for each person only what they see', async () => {
    const { reporter, ids } = await manyTickets(3)
    const stranger = await t.newUser({ team: 'Marketing' })
    await t.call(manager, tickets.watch, { params: { id: ids[1] ?? '' }, body: { userId: stranger.id } })
    const asked = { filter: ofReporter(reporter), columns: ['title'] } satisfies Omit<ExportTicketsSent, 'format'>

    expect(await exportedRecords(t, manager, asked)).toHaveLength(3)
    expect(await exportedRecords(t, reporter, asked)).toHaveLength(3)
    expect(await exportedRecords(t, stranger, asked)).toEqual([['Number 1']])
  })

  test('is what was chosen, in that order', async () => {
    const { ids } = await manyTickets(4)
    const chosen = [3, 0, 2].map((index) => ids[index] ?? '')
    expect(await exportedRecords(t, manager, { ids: chosen, columns: ['title'] })).toEqual([
      ['Number 3'],
      ['Number 0'],
      ['Number 2'],
    ])
  })

  test('is called as its list is, and says each thing as people read it', async () => {
    const reporter = await t.newUser({ name: 'Meera' })
    const title = 'शावर "ठंडा", फिर गरम'
    const ticket = await t.newTicket(reporter, { title, assignee: null, team: 'Finance' })
    await t.everything
      .updateTable('tickets')
      .set({ createdAt: new Date('2026-01-05T01:30:00Z'), escalationLevel: 1 })
      .where('id', '=', ticket.id)
      .execute()

    const answer = await asCsv(manager, { ids: [ticket.id], columns: lastingColumns })
    const passing = await exportedRecords(t, manager, { ids: [ticket.id], columns: ['number', 'due', 'updated'] })

    expect(answer.body).toBe(await readFile(path.join(import.meta.dirname, 'test/ticket.csv'), 'utf8'))
    const clock = expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d$/)
    expect(passing).toEqual([[ticket.key, clock, clock]])
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="tickets-\d{4}-\d\d-\d\d-\d{4}\.csv"/),
      'cache-control': 'no-store',
    })
  })

  test('may be an Excel file', async () => {
    const { reporter } = await manyTickets(2)
    const answer = await exportAtOnce(t, manager, {
      format: 'xlsx',
      filter: ofReporter(reporter),
      columns: ['number', 'title', 'created'],
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('spreadsheetml')
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

/** All whose values do not depend on when the test runs. */
const lastingColumns: TicketColumnKey[] = [
  ...TicketColumnName.options.filter((column) => !['number', 'due', 'response', 'updated'].includes(column)),
  'form.what',
  'form.howBad',
  'form.firstNoticed',
]

describe('refused is', () => {
  const columns = ['title'] satisfies TicketColumnKey[]
  test.each([
    ['no choice of tickets', { format: 'csv', columns }],
    ['two choices', { format: 'csv', columns, filter: {}, ids: [uuid()] }],
    ['an unknown format', { format: 'docx', columns, filter: {} }],
    ['no column', { format: 'csv', columns: [], filter: {} }],
    ['an unknown column', { format: 'csv', columns: ['password'], filter: {} }],
    ['a column twice', { format: 'csv', columns: ['title', 'title'], filter: {} }],
    ['a page of it', { format: 'csv', columns, filter: { limit: '5' } }],
    ['an unknown field', { format: 'csv', columns, filter: {}, userId: uuid() }],
  ])('%s (400)', async (_, body) => {
    expect((await exportAtOnce(t, manager, body as ExportTicketsSent)).statusCode).toBe(400)
  })

  test('a ticket out of sight, however it was come by (422)', async () => {
    const { ids } = await manyTickets(1)
    const stranger = await t.newUser({ team: 'Marketing' })
    const answer = await asCsv(stranger, { ids, columns })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ errors: [{ path: 'ids.0' }] })
  })

  test('more than 30 exports an hour (429)', async () => {
    const limited = await startTestApp({ RATE_EXPORTS_PER_HOUR: '2' })
    const user = await limited.newUser()
    const ask = () => exportAtOnce(limited, user, { format: 'csv', filter: {}, columns })
    expect([await ask(), await ask(), await ask()].map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
    await limited.stop()
  })
})

test('who took out what, and how much, is in the audit log', async () => {
  const { reporter } = await manyTickets(3)
  await exportedRecords(t, reporter, { filter: { open: 'true' }, columns: ['title', 'status'] })
  const entry = await t.everything
    .selectFrom('auditLog')
    .select(['action', 'subject', 'change'])
    .where('actorId', '=', reporter.id)
    .executeTakeFirst()
  expect(entry).toEqual({
    action: 'tickets.exported',
    subject: 'csv',
    change: { count: 3, columns: ['title', 'status'], filter: { open: true, sort: '-createdAt' } },
  })
})

describe('while somebody reads slowly and others go on working', () => {
  const ctxOf = ({ id: userId, sessionId }: TestUser): Context => ({ ...t.app.deps, claims: { userId, sessionId } })

  test.each(['-createdAt', '-updatedAt'] as const)(
    'each ticket that stays as wanted is there once, as it is by then, in the order of the beginning: %s',
    async (sort) => {
      const { reporter, ids } = await manyTickets(1_200)
      const wanted = { filter: { open: true, reporter: [reporter.id], sort } }
      const reading = readRows(ctxOf(manager), { ids: pack(ids), wanted, columns: ['title'], since: new Date() })
      const first = (await reading.next()).value ?? []

      const late = (index: number) => ids[1_000 + index] ?? ''
      // one changed before its turn goes to the top of "last changed", one after its turn too
      await t.call(manager, tickets.update, { params: { id: late(0) }, body: { priority: 'critical' } })
      await t.call(manager, tickets.update, { params: { id: ids[0] ?? '' }, body: { priority: 'critical' } })
      await t.call(manager, tickets.resolve, { params: { id: late(1) }, body: { note: 'Done' } })
      await t.everything.updateTable('tickets').set({ deletedAt: new Date() }).where('id', '=', late(2)).execute()
      await t.newTicket(reporter, { assignee: null, team: 'Finance' })
      const rest = []
      for await (const batch of reading) rest.push(...batch)

      const all = [...first, ...rest]
      const gone = [late(1), late(2)]
      expect(all.map(({ id }) => id)).toEqual(ids.filter((id) => !gone.includes(id)))
      expect(all.find(({ id }) => id === late(0))?.priority).toBe('critical')
    },
  )

  test('whoever loses sight of the rest gets no more of it, and whoever is signed out nothing at all', async () => {
    const { ids } = await manyTickets(1_600)
    const lead = await t.newUser({ role: 'team_lead', team: 'Finance' })
    const wanted = { filter: { sort: '-createdAt' as const } }
    const reading = readRows(ctxOf(lead), { ids: pack(ids), wanted, columns: ['title'], since: new Date() })
    expect((await reading.next()).value).toHaveLength(500)
    await t.everything.updateTable('users').set({ teamId: null }).where('id', '=', lead.id).execute()
    expect((await reading.next()).value).toHaveLength(0)
    await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('userId', '=', lead.id).execute()
    await expect(reading.next()).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('no transaction is open between two batches', async () => {
    const { ids } = await manyTickets(600)
    const wanted = { filter: { sort: '-createdAt' as const } }
    const reading = readRows(ctxOf(manager), { ids: pack(ids), wanted, columns: ['title'], since: new Date() })
    await reading.next()
    const open = await t.everything
      .selectFrom('pgStatActivity' as never)
      .select('pid' as never)
      .where('applicationName' as never, '=', 'api' as never)
      .where('state' as never, 'like', 'idle in transaction%' as never)
      .execute()
    expect(open).toEqual([])
    await reading.return(undefined)
  })
})

test('what is answered at once is no export to come back for', async () => {
  const user = await t.newUser()
  expect((await asCsv(user, { filter: {}, columns: ['title'] })).statusCode).toBe(200)
  expect((await t.call(user, exporting.list)).body.items).toEqual([])
  expect(problemOf(await t.call(user, exporting.get, { params: { id: uuid() } })).code).toBe('not_found')
})

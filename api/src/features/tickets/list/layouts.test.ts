import { layouts, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyTickets } from '../../../test/copy-tickets.ts'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let manager: TestUser
let original: string
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  original = (await t.newTicket(manager)).id
  await t.everything.updateTable('tickets').set({ deletedAt: new Date() }).where('id', '=', original).execute()
})
afterAll(() => t.stop())

const copies = (changes: Parameters<typeof copyTickets>[2]) =>
  copyTickets(
    t.everything,
    original,
    changes.map((change) => ({ deletedAt: null, ...change })),
  )
const day = async (query: { from: string; to: string; by?: string; perDay?: string; filter?: string }) =>
  (await t.call(manager, layouts.calendar, { query: query as never })).body.days

test('a column shows the first few and its true count, and the list goes on where it stops', async () => {
  const ids = await copies(Array.from({ length: 7 }, (_, n) => ({ status: 'pending' as const, title: `Waits ${n}` })))
  const filter = 'title:Waits'
  const { body } = await t.call(manager, layouts.board, { query: { filter, limit: '3' } })
  const column = body.columns.find(({ status }) => status === 'pending')
  expect([column?.items.length, column?.total, body.total]).toEqual([3, 7, 7])
  const more = await t.call(manager, tickets.list, {
    query: { filter: `${filter} status:pending`, limit: '100', cursor: column?.nextCursor ?? '' },
  })
  expect(more.body.total).toBe(7)
  expect([...(column?.items ?? []), ...more.body.items].map(({ id }) => id).sort()).toEqual([...ids].sort())
})

test('columns that the filters rule out are not there, and those that are only empty are', async () => {
  const columnsOf = async (query: object) =>
    (await t.call(manager, layouts.board, { query })).body.columns.map(({ status }) => status)
  expect(await columnsOf({})).toHaveLength(7)
  expect(await columnsOf({ open: 'true' })).toEqual(['new', 'assigned', 'in_progress', 'pending', 'reopened'])
  expect(await columnsOf({ filter: '-is:open' })).toEqual(['resolved', 'closed'])
  expect(await columnsOf({ status: 'closed,new', filter: '-status:new' })).toEqual(['closed'])
})

test('counts follow the order that leaves out what is not due', async () => {
  await copies([{ status: 'closed', title: 'Long gone' }])
  const counts = async (sort: 'dueAt' | '-createdAt') =>
    (await t.call(manager, tickets.counts, { query: { filter: 'title:"Long gone"', sort } })).body.total
  expect([await counts('-createdAt'), await counts('dueAt')]).toEqual([1, 0])
})

test('a ticket stands on the day that it is where the reader is', async () => {
  const [late, early] = [new Date('2030-05-10T18:29:59Z'), new Date('2030-05-10T18:30:00Z')]
  const [before, after] = await copies([{ resolutionDueAt: late }, { resolutionDueAt: early }])
  const span = { from: '2030-05-10', to: '2030-05-12' }
  const shown = (await day(span)).map(({ date, items }) => [date, items.map(({ ticket }) => ticket.id)])
  expect(shown).toEqual([
    ['2030-05-10', [before]],
    ['2030-05-11', [after]],
  ])
  await t.everything.updateTable('users').set({ timeZone: 'UTC' }).where('id', '=', manager.id).execute()
  expect((await day(span)).map(({ total }) => total)).toEqual([2, 0])
  await t.everything.updateTable('users').set({ timeZone: 'Asia/Kolkata' }).where('id', '=', manager.id).execute()
})

test('a day with very many shows the earliest, and says how many there are', async () => {
  const noon = Date.parse('2031-01-15T06:30:00Z')
  const ids = await copies(
    Array.from({ length: 500 }, (_, n) => ({ followUpAt: new Date(noon + n * 1_000), title: 'Call back' })),
  )
  const [only] = await day({ from: '2031-01-15', to: '2031-01-16', by: 'followUp', perDay: '4' })
  expect([only?.total, only?.totalIsCapped]).toEqual([500, false])
  expect(only?.items.map(({ ticket }) => ticket.id)).toEqual(ids.slice(0, 4))
  expect(only?.items[1]?.at).toBe(new Date(noon + 1_000).toISOString())
})

test('what is resolved is due no more, but was created', async () => {
  const at = new Date('2032-02-02T06:00:00Z')
  await copies([{ status: 'resolved', resolutionDueAt: at, createdAt: at }])
  const span = { from: '2032-02-02', to: '2032-02-03' }
  expect((await day({ ...span, by: 'due' }))[0]?.total).toBe(0)
  expect((await day({ ...span, by: 'created' }))[0]?.total).toBe(1)
})

test.each([
  ['backwards', { from: '2026-02-01', to: '2026-01-01' }],
  ['no day at all', { from: '2026-02-01', to: '2026-02-01' }],
  ['longer than a month', { from: '2026-01-01', to: '2026-03-01' }],
  ['more than one looks at', { from: '2026-01-01', to: '2026-02-01', perDay: '50' }],
  ['not a day', { from: '2026-02-30', to: '2026-03-01' }],
  ['a year we do not keep', { from: '0001-01-01', to: '0001-01-02' }],
  ['by something else', { from: '2026-02-01', to: '2026-02-02', by: 'password' }],
  ['with an unknown parameter', { from: '2026-02-01', to: '2026-02-02', sort: 'dueAt' }],
])('a stretch that is %s is refused', async (_, query) => {
  expect((await t.call(manager, layouts.calendar, { query: query as never })).status).toBe(400)
})

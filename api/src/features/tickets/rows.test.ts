import { compareRows, type OrderOfRows, type TicketFiltersSent, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let manager: TestUser
let ids: string[]
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  const reporter = await t.newUser({ team: 'Facilities' })
  ids = []
  for (const priority of ['low', 'high', 'critical', 'medium', 'high', 'low'] as const)
    ids.push((await t.newTicket(reporter, { priority, assignee: manager, team: 'Facilities', status: 'assigned' })).id)
  // its clock stands still, so that it is never due
  const [, paused = ''] = ids
  await change(paused, { status: 'in_progress' })
  await change(paused, { status: 'pending' })
  // of one moment
  const createdAt = new Date('2026-01-02T03:04:05.678Z')
  await t.everything
    .updateTable('tickets')
    .set({ createdAt, updatedAt: createdAt })
    .where('id', 'in', ids.slice(2, 5))
    .execute()
})
afterAll(() => t.stop())

const change = (id: string, body: object) => t.call(manager, tickets.update, { params: { id }, body })
const read = async (query: TicketFiltersSent) => (await t.call(manager, tickets.list, { query })).body
const rows = (query: TicketFiltersSent & { until?: string; ids?: string }) =>
  t.call(manager, tickets.rows, { query: { ids: ids.join(), ...query } })

const orders: OrderOfRows[] = ['-createdAt', 'createdAt', '-updatedAt', 'updatedAt', 'dueAt']
describe.each(orders)('in the order %s', (sort) => {
  test('the rows of a list are those of its pages so far', async () => {
    const [all, some] = [await read({ sort }), await read({ sort, limit: '4' })]
    expect(all.items).toHaveLength(6)
    expect((await rows({ sort })).body).toEqual({ items: all.items, total: 6, totalIsCapped: false })
    expect((await rows({ sort, until: some.nextCursor ?? '' })).body.items).toEqual(some.items)
    const [, second, , fourth] = some.items
    const both = [fourth, second].map((each) => each?.id).join()
    expect((await rows({ sort, until: some.nextCursor ?? '', ids: both })).body.items).toEqual([second, fourth])
  })

  test('a browser places rows as the server does', async () => {
    const { items } = await read({ sort })
    expect(items.toReversed().sort((a, b) => compareRows(a, b, sort))).toEqual(items)
  })
})

test('what no longer belongs to the list is not among them; the total is that of the list', async () => {
  const [id = ''] = ids
  const { body } = await rows({ priority: 'high', ids: id })
  expect(body).toEqual({ items: [], total: 2, totalIsCapped: false })
})

test('nobody gets rows they do not see', async () => {
  const stranger = await t.newUser()
  const { body } = await t.call(stranger, tickets.rows, { query: { ids: ids.join() } })
  expect(body).toEqual({ items: [], total: 0, totalIsCapped: false })
})

test.each([{ ids: '' }, { ids: 'none' }, { until: 'nonsense' }, { q: 'parking' }])('%j is refused', async (query) => {
  expect((await rows(query)).status).toBe(400)
})

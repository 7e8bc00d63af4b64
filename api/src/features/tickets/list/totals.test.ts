import { type TicketFiltersSent, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp({ RATE_SEARCHES_PER_MINUTE: '10' })
})
afterAll(() => t.stop())

const totalsOf = async (person: Parameters<TestApp['call']>[0], lists: TicketFiltersSent[]) =>
  (await t.call(person, tickets.totals, { query: { lists: JSON.stringify(lists) } })).body.totals.map(
    ({ total }) => total,
  )

test('several lists are counted at once, each as it shows', async () => {
  const person = await t.newUser({ team: 'Facilities' })
  await t.newTicket(person, { assignee: person, team: 'Facilities', status: 'in_progress' })
  await t.newTicket(person, { assignee: null, team: 'Facilities' })
  await t.newTicket(person, { assignee: null, team: 'Technology' })
  const lists = [{ sort: 'dueAt' }, { assignee: 'me' }, { reporter: 'me', assignee: 'none' }] as const
  const shown = await Promise.all(
    lists.map(async (query) => (await t.call(person, tickets.list, { query })).body.total),
  )

  expect(await totalsOf(person, [...lists])).toEqual(shown)
  expect(shown).toEqual([3, 1, 2])
})

test('“my team” is the team of whoever asks, and nobody’s without one', async () => {
  const [facilities, technology] = [await t.newUser({ team: 'Facilities' }), await t.newUser({ team: 'Technology' })]
  const [admin, manager] = [await t.newUser({ role: 'admin' }), await t.newUser({ role: 'manager' })]
  const before = await totalsOf(admin, [{}])
  const mine = [{ open: 'true' as const, assignee: 'none', filter: 'team:mine' }]
  const [[atFacilities = 0], [atTechnology = 0]] = [await totalsOf(facilities, mine), await totalsOf(technology, mine)]
  await t.newTicket(admin, { assignee: null, team: 'Facilities' })

  expect(await totalsOf(facilities, mine)).toEqual([atFacilities + 1])
  expect(await totalsOf(technology, mine)).toEqual([atTechnology])
  expect(await totalsOf(manager, mine)).toEqual([0])
  expect(await totalsOf(manager, [{ filter: '-team:mine' }])).toEqual([(before[0] ?? 0) + 1])
  expect(await totalsOf(facilities, [{ ...mine[0], filter: 'team:MINE' }])).toEqual([atFacilities + 1])
})

test.each([
  '',
  'not json',
  '{}',
  '[]',
  '[{"limit":"1"}]',
  '[{"status":"purple"}]',
  '[1]',
  JSON.stringify(Array(21).fill({})),
])('%j are no lists', async (lists) => {
  const { status } = await t.call(await t.newUser(), tickets.totals, { query: { lists } })
  expect(status).toBe(400)
})

test('looking for words in many lists counts as many searches', async () => {
  const person = await t.newUser()
  const query = { lists: JSON.stringify(Array(6).fill({ q: 'parking' })) }
  expect((await t.call(person, tickets.totals, { query })).status).toBe(200)
  expect((await t.call(person, tickets.totals, { query })).status).toBe(429)
  expect(await totalsOf(person, [{ open: 'true' }])).toHaveLength(1)
})

import type { TicketFiltersSent } from '@physique57/contracts'
import { afterEach, expect, test, vi } from 'vitest'
import { countTickets } from './count-tickets.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that says of each list how many letters it was asked with. */
function serve() {
  const asked: TicketFiltersSent[][] = []
  vi.stubGlobal('fetch', async (path: string) => {
    const lists = JSON.parse(new URLSearchParams(path.split('?')[1]).get('lists') ?? '') as TicketFiltersSent[]
    asked.push(lists)
    return Response.json({ totals: lists.map(({ q = '' }) => ({ total: q.length, totalIsCapped: false })) })
  })
  return asked
}

const totals = (lists: TicketFiltersSent[]) => Promise.all(lists.map(async (list) => (await countTickets(list)).total))

test('what is asked in the same moment is one request, and each gets its own answer', async () => {
  const asked = serve()
  expect(await totals([{ q: 'a' }, { open: 'true' }, { q: 'abc' }])).toEqual([1, 0, 3])
  expect(asked).toEqual([[{ q: 'a' }, { open: 'true' }, { q: 'abc' }]])
})

test('more than a request takes are several, and later ones are asked later', async () => {
  const asked = serve()
  const long = 'x'.repeat(2_000)
  expect(await totals([...Array(21).fill({ q: 'ab' }), { q: long }, { q: long }])).toEqual([
    ...Array(21).fill(2),
    2_000,
    2_000,
  ])
  expect(asked.map((lists) => lists.length)).toEqual([20, 2, 1])
  expect(await totals([{ q: 'late' }])).toEqual([4])
})

test('when it fails, all that asked hear of it', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  const [one, other] = await Promise.allSettled([countTickets({}), countTickets({ q: 'a' })])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
})

import type { TicketSummary } from '@physique57/contracts'
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import type { ListPages } from './placed-rows.ts'
import { renewLists } from './renew-lists.ts'

const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
afterEach(() => client.clear())

const settle = () => new Promise((resolve) => setTimeout(resolve))
const idOf = (n: number) => String(n).padStart(4, '0')

/** A list of ten pages, of which one is loaded, and its server, which answers when told to. */
async function openList({ filters = {}, loaded = 10 }: { filters?: object; loaded?: number } = {}) {
  const titles = new Map(Array.from({ length: 20 }, (_, n) => [idOf(n), 'before']))
  // only what decides where a row belongs, and what tells it apart
  const rowOf = (id: string) => ({ id, title: titles.get(id), createdAt: id }) as TicketSummary
  const asked = { pages: 0, rows: [] as string[] }
  const waiting: (() => void)[] = []
  let isSlow = false
  const sent = async <T>(answer: T): Promise<T> => {
    if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve))
    return answer
  }
  const screen = new InfiniteQueryObserver(client, {
    queryKey: ['tickets', 'list', { sort: 'createdAt', ...filters }],
    queryFn: ({ pageParam }) => {
      asked.pages++
      const from = Number(pageParam ?? 0)
      const items = [...titles.keys()].filter((id) => Number(id) >= from && Number(id) < from + 2).map(rowOf)
      return sent({ items, nextCursor: from < 18 ? String(from + 2) : null, total: titles.size, totalIsCapped: false })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
  const stop = screen.subscribe(() => {})
  await settle()
  for (let page = 1; page < loaded; page++) await screen.fetchNextPage()
  asked.pages = 0
  return {
    titles,
    asked,
    screen,
    stop,
    slow() {
      isSlow = true
    },
    async answer() {
      for (const each of waiting.splice(0)) each()
      await settle()
    },
    shown: () =>
      (screen.getCurrentResult().data as ListPages).pages.flatMap(({ items }) => items.map((each) => each.title)),
    renew: (...ids: number[]) =>
      renewLists(client, ids.map(idOf), (_, some, until) => {
        asked.rows.push(some.join())
        const items = some.filter((id) => titles.has(id) && (!until || id < idOf(Number(until)))).map(rowOf)
        return sent({ items, total: titles.size, totalIsCapped: false })
      }),
  }
}

test('of ten pages one question brings what changed', async () => {
  const { titles, asked, renew, shown, stop } = await openList()
  titles.set(idOf(17), 'after')
  await renew(17)
  expect(shown()).toEqual([...titles.values()])
  expect(asked).toEqual({ pages: 0, rows: ['0017'] })
  stop()
})

test('what changes while rows are on their way is asked for together, right after them', async () => {
  const { titles, asked, renew, shown, slow, answer, stop } = await openList()
  slow()
  for (const n of [3, 4, 5, 4]) {
    void renew(n)
    titles.set(idOf(n), 'after')
  }
  void renew(3)
  await settle()
  await answer()
  await answer()
  expect(shown()).toEqual([...titles.values()])
  expect(asked).toEqual({ pages: 0, rows: ['0003', '0004,0005,0003'] })
  stop()
})

test('a further page that is on its way comes first, and what changed on it is not missed', async () => {
  const { titles, asked, screen, renew, shown, slow, answer, stop } = await openList({ loaded: 2 })
  slow()
  void screen.fetchNextPage()
  titles.set(idOf(5), 'after')
  void renew(5)
  await settle()
  await answer()
  await answer()
  expect(shown()).toHaveLength(6)
  expect(shown()[5]).toBe('after')
  expect(asked).toEqual({ pages: 1, rows: ['0005'] })
  stop()
})

test('what somebody did to the list meanwhile stays: the rows are asked for once more', async () => {
  const { titles, asked, screen, renew, shown, slow, answer, stop } = await openList({ loaded: 2 })
  slow()
  void renew(1)
  await settle()
  void screen.fetchNextPage()
  titles.set(idOf(1), 'after')
  await answer()
  await answer()
  await answer()
  expect(shown()).toEqual([...titles.values()].slice(0, 6))
  expect(asked).toEqual({ pages: 1, rows: ['0001', '0001'] })
  stop()
})

test.each([
  ['a list of words, whose order only the server knows', { q: 'parking' }, [1]],
  ['more tickets than are asked for at once', {}, Array.from({ length: 51 }, (_, n) => n)],
])('%s: all pages are asked for', async (_, filters, ids) => {
  const { titles, asked, renew, shown, stop } = await openList({ filters, loaded: 3 })
  titles.set(idOf(1), 'after')
  await renew(...ids)
  await settle()
  expect(shown()[1]).toBe('after')
  expect(asked).toEqual({ pages: 3, rows: [] })
  stop()
})

test('when the rows cannot be had, all pages are asked for', async () => {
  const { titles, asked, shown, stop } = await openList({ loaded: 3 })
  titles.set(idOf(1), 'after')
  await renewLists(client, [idOf(1)], () => Promise.reject(new Error('Cut')))
  await settle()
  expect(shown()[1]).toBe('after')
  expect(asked.pages).toBe(3)
  stop()
})

test('a list that nobody looks at is asked for when somebody does', async () => {
  const { titles, asked, renew, screen, shown, stop } = await openList({ loaded: 2 })
  stop()
  titles.set(idOf(1), 'after')
  await renew(1)
  expect(asked).toEqual({ pages: 0, rows: [] })
  screen.subscribe(() => {})
  await settle()
  expect(shown()[1]).toBe('after')
})

import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { askAgain } from './ask-again.ts'

/** Answers with what was true when it was asked, but only when told to. */
function slowServer(truth: () => string) {
  const open: (() => void)[] = []
  return {
    asked: 0,
    ask(signal: AbortSignal) {
      this.asked++
      const answer = truth()
      return new Promise<string>((resolve, reject) => {
        open.push(() => resolve(answer))
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    },
    async answer() {
      for (const each of open.splice(0)) each()
      await settle()
    },
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
afterEach(() => client.clear())

test('what changes while it is fetched for the first time is shown', async () => {
  let now = 'before'
  const server = slowServer(() => now)
  const screen = new QueryObserver(client, { queryKey: ['ticket'], queryFn: ({ signal }) => server.ask(signal) })
  const stop = screen.subscribe(() => {})
  now = 'after'
  for (let heard = 0; heard < 3; heard++) askAgain(client, ['ticket'])

  await server.answer()
  await server.answer()
  expect(screen.getCurrentResult().data).toBe('after')
  expect(server.asked).toBe(2)
  stop()
})

test('what changes while it is fetched ahead is asked for again when it is shown', async () => {
  let now = 'before'
  const server = slowServer(() => now)
  const options = { queryKey: ['ticket'], queryFn: ({ signal }: { signal: AbortSignal }) => server.ask(signal) }
  void client.prefetchQuery(options)
  now = 'after'
  askAgain(client, ['ticket'])
  await server.answer()

  const screen = new QueryObserver(client, options)
  const stop = screen.subscribe(() => {})
  await server.answer()
  expect(screen.getCurrentResult().data).toBe('after')
  stop()
})

test('a first answer that fails is asked for again too', async () => {
  const queryFn = vi.fn().mockRejectedValueOnce(new Error('Cut')).mockResolvedValue('there')
  const screen = new QueryObserver(client, { queryKey: ['ticket'], queryFn })
  const stop = screen.subscribe(() => {})
  askAgain(client, ['ticket'])
  await vi.waitFor(() => expect(screen.getCurrentResult().data).toBe('there'))
  stop()
})

test('what is shown already is asked for at once, and only the last answer counts', async () => {
  let now = 'before'
  const server = slowServer(() => now)
  const screen = new QueryObserver(client, { queryKey: ['ticket'], queryFn: ({ signal }) => server.ask(signal) })
  const stop = screen.subscribe(() => {})
  await server.answer()
  for (const said of ['after', 'later']) {
    now = said
    askAgain(client, ['ticket'])
  }
  await server.answer()
  expect(screen.getCurrentResult().data).toBe('later')
  stop()
})

/** Three pages, of which one is there. */
async function openPages(truth: () => string) {
  const server = slowServer(truth)
  const screen = new InfiniteQueryObserver(client, {
    queryKey: ['inbox'],
    queryFn: async ({ pageParam, signal }) => `${pageParam} ${await server.ask(signal)}`,
    initialPageParam: 1,
    getNextPageParam: (_, pages) => (pages.length < 3 ? pages.length + 1 : undefined),
  })
  const stop = screen.subscribe(() => {})
  await server.answer()
  return { server, stop, pages: () => screen.getCurrentResult().data?.pages, more: () => void screen.fetchNextPage() }
}

test('a further page that is on its way comes, also when something changes meanwhile; then all are asked for again', async () => {
  let now = 'before'
  const { server, stop, pages, more } = await openPages(() => now)
  more()
  now = 'after'
  askAgain(client, ['inbox'])
  await server.answer()
  expect(pages()).toHaveLength(2)
  // one page after the other
  await server.answer()
  await server.answer()
  expect(pages()).toEqual(['1 after', '2 after'])
  stop()
})

test('a further page that is asked for while all are asked for again does not keep the old ones', async () => {
  let now = 'before'
  const { server, stop, pages, more } = await openPages(() => now)
  now = 'after'
  askAgain(client, ['inbox'])
  more()
  await server.answer()
  await server.answer()
  await server.answer()
  expect(pages()).toEqual(['1 after', '2 after'])
  stop()
})

test('while a further page is on its way the page goes on working, however often something changes', async () => {
  const { server, stop, pages, more } = await openPages(() => 'now')
  more()
  const questions = vi.spyOn(client, 'invalidateQueries')
  // what asks again without end leaves no time for anything else: this stops it
  questions.mockImplementation((...of) => {
    if (questions.mock.calls.length > 20) throw new Error('it asks again without end')
    return QueryClient.prototype.invalidateQueries.apply(client, of)
  })
  for (let heard = 0; heard < 3; heard++) askAgain(client, ['inbox'])
  await settle()
  expect(questions).toHaveBeenCalledTimes(3)
  questions.mockRestore()

  await server.answer()
  expect(pages()).toHaveLength(2)
  stop()
})

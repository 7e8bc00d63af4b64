import type { Problem } from '@physique57/contracts'
import { focusManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { describeError, OfflineError, ProblemError } from './problem.ts'
import { queryClient } from './query-client.ts'

const refused = (status: number, code: Problem['code'], retryAfter?: number) =>
  new ProblemError({ type: 'about:blank', title: 'Title', status, detail: 'Why.', code, requestId: 'r1' }, retryAfter)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

test.each<[string, Error, number]>([
  ['no answer', new OfflineError(), 3],
  ['a mistake of ours', refused(500, 'internal'), 3],
  ['a server being replaced', refused(503, 'unavailable'), 3],
  ['too many requests', refused(429, 'rate_limited', 30), 1],
  ['not there', refused(404, 'not_found'), 1],
  ['not theirs', refused(403, 'forbidden'), 1],
])('a read is asked again where that can help: %s', async (_, error, times) => {
  const read = vi.fn(() => Promise.reject(error))
  const asked = queryClient.fetchQuery({ queryKey: ['x'], queryFn: read, ...queryClient.getDefaultOptions().queries })
  const failed = expect(asked).rejects.toBe(error)
  await vi.advanceTimersByTimeAsync(20_000)
  await failed
  expect(read).toHaveBeenCalledTimes(times)
})

test('it waits as long as the server asks it to', async () => {
  const read = vi.fn(() => Promise.reject(refused(503, 'unavailable', 3)))
  const { retry, retryDelay } = queryClient.getDefaultOptions().queries ?? {}
  const options = { queryKey: ['x'], queryFn: read, ...(retry && { retry }), ...(retryDelay && { retryDelay }) }
  queryClient.fetchQuery(options).catch(() => undefined)
  await vi.advanceTimersByTimeAsync(2_900)
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(read).toHaveBeenCalledTimes(2)
})

test('a change is sent once, whatever comes back', async () => {
  const change = vi.fn(() => Promise.reject(refused(503, 'unavailable')))
  const mutation = queryClient
    .getMutationCache()
    .build<unknown, Error, void, unknown>(queryClient, { mutationFn: change })
  await expect(mutation.execute()).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(change).toHaveBeenCalledTimes(1)
})

test('what was read is asked for again on coming back to the window, but not within 30 seconds', async () => {
  const read = vi.fn(async () => 'x')
  const stop = new QueryObserver(queryClient, { queryKey: ['x'], queryFn: read }).subscribe(() => {})
  const comeBack = async () => {
    focusManager.setFocused(false)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(0)
  }
  queryClient.mount()
  await vi.advanceTimersByTimeAsync(29_000)
  await comeBack()
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2_000)
  await comeBack()
  expect(read).toHaveBeenCalledTimes(2)
  queryClient.unmount()
  stop()
})

test('somebody who is to wait is told for how long', () => {
  expect(describeError(refused(503, 'unavailable', 2)).why).toBe('Why. Worth another try in 2 s.')
  expect(describeError(refused(502, 'unavailable')).why).toBe('Why. Worth another try in a moment.')
  expect(describeError(refused(500, 'internal')).why).not.toContain('Why.')
})

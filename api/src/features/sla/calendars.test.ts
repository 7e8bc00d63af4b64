import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../test/test-app.ts'
import { findCalendars } from './calendars.queries.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

test('a calendar is the same object as long as it stays as it is, and another one once it was changed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const before = await findCalendars(t.everything)
    const [changed = '', other = ''] = before.keys()
    vi.advanceTimersByTime(6_000)
    const later = await findCalendars(t.everything)
    for (const id of [changed, other]) expect(later.get(id)).toBe(before.get(id))

    await t.everything
      .updateTable('calendars')
      .set({ hours: JSON.stringify([{ day: 2, from: '05:15', to: '06:00' }]) })
      .where('id', '=', changed)
      .execute()
    vi.advanceTimersByTime(6_000)
    const afterwards = await findCalendars(t.everything)
    expect(afterwards.get(changed)?.hours).toEqual([{ day: 2, from: '05:15', to: '06:00' }])
    expect(afterwards.get(other)).toBe(before.get(other))
  } finally {
    vi.useRealTimers()
  }
})

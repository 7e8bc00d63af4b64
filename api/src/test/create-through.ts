import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { atATime, createUntilAcknowledged, type JournalEntry } from './retrying-client.ts'
import { expectEachStoredOnce, loadsOf } from './stored-once.ts'
import { parkingTrouble, type TestApp } from './test-app.ts'

export interface HowMuch {
  /** How many tickets are created. */
  count: number
  /** How often it goes wrong meanwhile. */
  times: number
}

interface Trouble extends HowMuch {
  fault: () => Promise<void>
}

/**
 * Tickets are created, 20 at a time, by clients that ask again until they are answered, while something goes wrong again and
 * again. Afterwards journal and database say the same (R1 to R3). Returns how many requests never got their answer.
 */
export async function createThrough(t: TestApp, baseUrl: string, { count, times, fault }: Trouble): Promise<number> {
  const { token } = await t.newUser({ team: 'Operations' })
  const team = await Promise.all([1, 2, 3].map(() => t.newUser({ team: 'Facilities' })))
  const journal: JournalEntry[] = []
  const acknowledged = () => new Set(journal.filter(({ event }) => event === 'acknowledged').map(({ key }) => key)).size
  const goWrong = async () => {
    for (let turn = 1; turn <= times; turn++) {
      while (acknowledged() < (turn * count) / (times + 1)) await sleep(5)
      await fault()
    }
  }
  const keys = Array.from({ length: count }, (_, index) => `tablet-7-${String(index).padStart(3, '0')}`)
  const create = (key: string) =>
    createUntilAcknowledged(baseUrl, { key, token, body: { ...parkingTrouble, title: `Report ${key}` } }, journal)
  const [answers] = await Promise.all([
    atATime(20, keys, async (key, index) => {
      const [first, second] = await Promise.all([create(key), ...(index % 5 === 0 ? [create(key)] : [])])
      if (second) expect(second.body).toEqual(first.body)
      return first
    }),
    goWrong(),
  ])

  await expectEachStoredOnce(t, keys)
  const stored = await t.everything.selectFrom('tickets').select(['id', 'title']).execute()
  const titles = new Map(stored.map(({ id, title }) => [id, title]))
  for (const { key, event, ticketId } of journal) {
    if (event === 'acknowledged') expect(titles.get(ticketId ?? '')).toBe(`Report ${key}`)
  }
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(count)
  const loads = await loadsOf(
    t,
    team.map(({ id }) => id),
  )
  expect((loads.at(-1) ?? 0) - (loads[0] ?? 0)).toBeLessThanOrEqual(4)
  return journal.filter(({ event }) => event === 'sent').length - journal.filter(({ event }) => event !== 'sent').length
}

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../embedded/ports.ts'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { TEST_AUTH_SECRET } from './cluster-setup.ts'
import { atATime, createUntilAcknowledged, type JournalEntry } from './retrying-client.ts'
import { expectEachStoredOnce, loadsOf } from './stored-once.ts'
import { parkingTrouble, startTestApp, type TestApp } from './test-app.ts'

let t: TestApp
let api: ApiProcess | undefined
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(async () => {
  await api?.kill()
  await t.stop()
})

test('the API is killed five times while 200 tickets are created: what was acknowledged stands, and nothing stands twice', async () => {
  // below those that outgoing connections take, such as the tests' own to the database
  const port = await freePort(24_900)
  const start = async () => {
    api = await startApiProcess(port, {
      DATABASE_URL: t.database.ownerUrl,
      AUTH_SECRET: TEST_AUTH_SECRET,
      RATE_WRITES_PER_MINUTE: '100000',
      RATE_SEARCHES_PER_MINUTE: '100000',
      LOG_LEVEL: 'silent',
      WEB_DIR: '/nonexistent',
    })
  }
  await start()
  const baseUrl = `http://127.0.0.1:${port}`
  const { token } = await t.newUser({ team: 'Operations' })
  const team = await Promise.all([1, 2, 3].map(() => t.newUser({ team: 'Facilities' })))

  const journal: JournalEntry[] = []
  const acknowledged = () => new Set(journal.filter(({ event }) => event === 'acknowledged').map(({ key }) => key)).size
  const kills = [20, 55, 90, 125, 160]
  const killer = async () => {
    for (const at of kills) {
      while (acknowledged() < at) await sleep(5)
      await api?.kill()
      await start()
    }
  }

  const keys = Array.from({ length: 200 }, (_, index) => `tablet-7-${String(index).padStart(3, '0')}`)
  const create = (key: string) =>
    createUntilAcknowledged(baseUrl, { key, token, body: { ...parkingTrouble, title: `Report ${key}` } }, journal)
  const [answers] = await Promise.all([
    atATime(20, keys, async (key, index) => {
      const [first, second] = await Promise.all([create(key), ...(index % 5 === 0 ? [create(key)] : [])])
      if (second) expect(second.body).toEqual(first.body)
      return first
    }),
    killer(),
  ])

  const cutOff =
    journal.filter(({ event }) => event === 'sent').length -
    journal.filter(({ event }) => event === 'acknowledged').length
  expect(cutOff, 'the kills hit nothing').toBeGreaterThan(5)
  await expectEachStoredOnce(t, keys)
  const stored = await t.everything.selectFrom('tickets').select(['id', 'title']).execute()
  const titles = new Map(stored.map(({ id, title }) => [id, title]))
  for (const { key, event, ticketId } of journal) {
    if (event === 'acknowledged') expect(titles.get(ticketId ?? '')).toBe(`Report ${key}`)
  }
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(200)

  const loads = await loadsOf(
    t,
    team.map(({ id }) => id),
  )
  expect((loads.at(-1) ?? 0) - (loads[0] ?? 0)).toBeLessThanOrEqual(4)
}, 180_000)

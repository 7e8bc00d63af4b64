import { tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabaseProxy } from './database-proxy.ts'
import { atATime, createUntilAcknowledged } from './retrying-client.ts'
import { expectEachStoredOnce } from './stored-once.ts'
import { parkingTrouble, startTestApp, type TestApp, type TestUser } from './test-app.ts'

let proxy: Awaited<ReturnType<typeof startDatabaseProxy>>
let t: TestApp
let reporter: TestUser
let manager: TestUser
beforeAll(async () => {
  proxy = await startDatabaseProxy()
  t = await startTestApp({}, { apiPort: proxy.port, silentMs: 1_500 })
  reporter = await t.newUser({ team: 'Operations' })
  await t.newUser({ team: 'Facilities' })
  manager = await t.newUser({ role: 'manager' })
})
afterAll(async () => {
  await t.stop()
  await proxy.stop()
})

test('whose line is cut between COMMIT and its answer asks again with the same key, and it was done once', async () => {
  const baseUrl = await t.listen()
  const keys = Array.from({ length: 12 }, (_, index) => `cut-${String(index).padStart(2, '0')}`)
  proxy.cutAtCommit(6)

  const answers = await atATime(5, keys, (key) =>
    createUntilAcknowledged(baseUrl, { key, token: reporter.token, body: parkingTrouble }),
  )

  expect(proxy.commitsNotCut()).toBe(0)
  await expectEachStoredOnce(t, keys)
  expect(answers.filter(({ isReplay }) => isReplay).length, 'what was committed unheard').toBeGreaterThan(3)
}, 60_000)

test('a database that goes dumb: nobody waits for ever, and five seconds after it is back all is well', async () => {
  const look = () => t.call(manager, tickets.list)
  await Promise.all(Array.from({ length: t.config.databasePoolSize }, look))
  proxy.goDumb()

  const begun = Date.now()
  const replies = await Promise.all(Array.from({ length: 20 }, look))
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 503))
  for (const { headers } of replies) expect(headers['retry-after']).toBe('2')
  expect(Date.now() - begun).toBeLessThan(8_000)

  proxy.heal()
  const healed = Date.now()
  while ((await look()).status !== 200) expect(Date.now() - healed).toBeLessThan(5_000)
  // each on a connection of its own, so that none of those of before is among them
  const after = await Promise.all(Array.from({ length: t.config.databasePoolSize }, look))
  expect(after.map(({ status }) => status)).toEqual(after.map(() => 200))
}, 60_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { search } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderFiles } from '../../adapters/files/folder-files.ts'
import { people } from '../../demo/people.ts'
import { seed } from '../../demo/seed.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { misspeltQueries } from './test/misspelt-queries.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'physique57-search-'))
let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp({}, { fill: async () => {} })
  await seed({
    workerUrl: t.config.databaseWorkerUrl,
    now: new Date(),
    password: 'Physique57!demo',
    files: folderFiles(folder),
  })
  const person = people.find(({ role }) => role === 'manager')
  if (!person) throw new Error('no manager in the demo data')
  manager = { ...person, ...(await t.signedIn(person.id)) }
}, 120_000)
afterAll(async () => {
  await t.stop()
  rmSync(folder, { recursive: true })
})

test('of fifty queries with one typing error each, at least 45 find the ticket among the first three', async () => {
  expect(misspeltQueries).toHaveLength(50)
  const missed: string[] = []
  for (const [q, title] of misspeltQueries) {
    const { body } = await t.call(manager, search.quick, { query: { q } })
    const titles = body.items.slice(0, 3).map((hit) => hit.title.map(({ text }) => text).join(''))
    if (!titles.some((found) => found.includes(title))) missed.push(`${q}: ${titles.join(' · ')}`)
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(5)
}, 60_000)

import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../test/cluster.ts'

const api = path.resolve(import.meta.dirname, '../..')

// `npm run db:types` writes the file anew after a migration.
test('the row types in schema.ts are those of the migrated database', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)

  const generated = execFileSync(
    path.resolve(api, '../node_modules/.bin/kysely-codegen'),
    ['--config-file', 'kysely-codegen.json', '--url', database.ownerUrl, '--log-level', 'error', '--print'],
    { cwd: api, encoding: 'utf8' },
  )

  await expect(`${generated.trim()}\n`).toMatchFileSnapshot('./schema.ts')
})

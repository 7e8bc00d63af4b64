import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from './cluster.ts'

test('a test database lets in the owner, the API and the worker, none of them with rights beyond their own', async () => {
  const database = await createTestDatabase()

  const { ownerUrl, appUrl, workerUrl } = database
  const logins = await Promise.all([ownerUrl, appUrl, workerUrl].map(whoAmI))

  expect(logins).toEqual([
    { login: 'tickets_owner', superuser: false, bypassesRls: false },
    { login: 'app', superuser: false, bypassesRls: false },
    { login: 'app_worker', superuser: false, bypassesRls: false },
  ])
  await database.drop()
  await expect(whoAmI(ownerUrl)).rejects.toThrow('does not exist')
})

async function whoAmI(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(
    'select rolname as login, rolsuper as superuser, rolbypassrls as "bypassesRls" from pg_roles where rolname = current_user',
  )
  await client.end()
  return rows[0]
}

import { Client } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { roleUrl } from '../config.ts'
import { ensureOwnedDatabase } from '../embedded/owner.ts'
import { TEST_AUTH_SECRET } from '../test/cluster-setup.ts'
import { migrate } from './migrate.ts'

let urls: { ownerUrl: string; appUrl: string; workerUrl: string }

beforeAll(async () => {
  const ownerUrl = await ensureOwnedDatabase(inject('cluster').superuserUrl, 'tickets_migrate', TEST_AUTH_SECRET)
  const appUrl = roleUrl(ownerUrl, 'app', TEST_AUTH_SECRET)
  const workerUrl = roleUrl(ownerUrl, 'app_worker', TEST_AUTH_SECRET)
  urls = { ownerUrl, appUrl, workerUrl }
})

test('four processes that migrate at once apply each file once', async () => {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)

  await Promise.all([1, 2, 3, 4].map(() => migrate({ ...urls, log })))

  expect(lines.length).toBeGreaterThan(0)
  expect(new Set(lines).size).toBe(lines.length)
})

test('a file that was changed after it had been applied stops everything', async () => {
  const change = (sql: string) =>
    `update migrations.applied set checksum = ${sql} where name = (select min(name) from migrations.applied)`
  await asOwner(change("'x' || checksum"))

  await expect(migrate(urls)).rejects.toThrow(/^Migration 0001_\w+\.sql was changed after it had been applied/)

  await asOwner(change('substr(checksum, 2)'))
  await migrate(urls)
})

test('a program that is older than its database does not touch it', async () => {
  await asOwner("insert into migrations.applied values ('9999_future.sql', 'x')")

  await expect(migrate(urls)).rejects.toThrow(
    'This database is newer than the program: it has migration 9999_future.sql.',
  )

  await asOwner("delete from migrations.applied where name = '9999_future.sql'")
})

test('a login that does not work gets the password of its URL', async () => {
  await asOwner("create role app_of_this_test login password 'of yesterday'")
  const appUrl = Object.assign(new URL(urls.appUrl), { username: 'app_of_this_test', password: 'of/today' }).href

  await migrate({ ...urls, appUrl })

  await expect(query(appUrl, 'select 1 as ok')).resolves.toEqual([{ ok: 1 }])
})

const asOwner = (sql: string) => query(urls.ownerUrl, sql)

async function query(connectionString: string, sql: string) {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

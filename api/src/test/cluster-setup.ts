import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import type { TestProject } from 'vitest/node'
import { roleUrl } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { stopLeftovers } from '../embedded/leftovers.ts'
import { ensureOwnedDatabase } from '../embedded/owner.ts'
import { startPostgres } from '../embedded/postgres.ts'

export const TEST_AUTH_SECRET = 'integration-tests-0123456789-abcdefghij'

interface Cluster {
  superuserUrl: string
  /** The owner's login at the migrated database that every test file gets a copy of. */
  templateUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster
    /** TEST_POSTGRES_URL, or empty. */
    testPostgresUrl: string
  }
}

/** One PostgreSQL for the whole run: our own, or the server whose superuser URL is in TEST_POSTGRES_URL. */
export default async function setup(project: TestProject) {
  const { testPostgresUrl: external } = project.getProvidedContext()
  const server = external ? { superuserUrl: external, stop: async () => {} } : await startOwnServer()
  try {
    const template = `p57_test_${randomBytes(4).toString('hex')}`
    const templateUrl = await createTemplate(server.superuserUrl, template)
    project.provide('cluster', { superuserUrl: server.superuserUrl, templateUrl })

    return async () => {
      if (external) await dropDatabases(external, template)
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function createTemplate(superuserUrl: string, name: string): Promise<string> {
  const ownerUrl = await ensureOwnedDatabase(superuserUrl, name, TEST_AUTH_SECRET)
  const appUrl = roleUrl(ownerUrl, 'app', TEST_AUTH_SECRET)
  const workerUrl = roleUrl(ownerUrl, 'app_worker', TEST_AUTH_SECRET)
  await migrate({ ownerUrl, appUrl, workerUrl })
  return ownerUrl
}

async function startOwnServer() {
  await removeForgotten()
  const home = mkdtempSync(`${PREFIX}${process.pid}-`)
  chmodSync(home, 0o755)
  const server = await startPostgres({
    dataDir: path.join(home, 'postgres'),
    logFile: path.join(home, 'postgres.log'),
    port: 54_400,
    superuserPassword: TEST_AUTH_SECRET,
    settings: { max_connections: '300' },
    isThrowaway: true,
  })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true })
  }
  return { superuserUrl: server.superuserUrl, stop }
}

const PREFIX = path.join(tmpdir(), 'physique57-test-')

/** Of runs that were killed before they could tidy up. */
async function removeForgotten() {
  for (const entry of readdirSync(tmpdir())) {
    const home = path.join(tmpdir(), entry)
    const [, pid] = /^physique57-test-(\d+)-/.exec(entry) ?? []
    if (!pid || isRunning(Number(pid))) continue
    await stopLeftovers(path.join(home, 'postgres'))
    rmSync(home, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function dropDatabases(superuserUrl: string, prefix: string) {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database ${escapeIdentifier(datname)} with (force)`)
  await client.end()
}

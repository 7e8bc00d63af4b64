import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
    /** The folder of another PostgreSQL than the embedded one, or empty. */
    postgresHome: string
    /** See `rounds.ts`. */
    thoroughly: boolean
  }
}

/** One PostgreSQL for the whole run, with a migrated database in it. */
export default async function setup(project: TestProject) {
  const server = await startServer(project.getProvidedContext().postgresHome)
  try {
    const templateUrl = await createTemplate(server.superuserUrl)
    project.provide('cluster', { superuserUrl: server.superuserUrl, templateUrl })
    return server.stop
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function createTemplate(superuserUrl: string): Promise<string> {
  const ownerUrl = await ensureOwnedDatabase(superuserUrl, 'template_tickets', TEST_AUTH_SECRET)
  const appUrl = roleUrl(ownerUrl, 'app', TEST_AUTH_SECRET)
  const workerUrl = roleUrl(ownerUrl, 'app_worker', TEST_AUTH_SECRET)
  await migrate({ ownerUrl, appUrl, workerUrl })
  return ownerUrl
}

async function startServer(postgresHome: string) {
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
    home: postgresHome || undefined,
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

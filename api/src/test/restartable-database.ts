import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { loadSettings, roleUrl } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { runDatabase } from '../embedded/database.ts'
import { ownSecrets } from '../embedded/secrets.ts'
import type { TestDatabase } from './cluster.ts'
import { TEST_AUTH_SECRET } from './cluster-setup.ts'
import { ownPort } from './own-port.ts'
import { temporaryDataDir } from './start-app.ts'

/** A PostgreSQL of its own, as durable as in production, brought back by whoever brings it back there. */
export async function startRestartableDatabase() {
  const { dataDir, remove } = temporaryDataDir()
  mkdirSync(path.join(dataDir, 'logs'))
  const settings = loadSettings({ DATA_DIR: dataDir, DATABASE_PORT: String(await ownPort()) })
  const server = await runDatabase(settings, ownSecrets(dataDir), () => {})
  const { ownerUrl } = server
  const database: TestDatabase = {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, 'app', TEST_AUTH_SECRET),
    workerUrl: roleUrl(ownerUrl, 'app_worker', TEST_AUTH_SECRET),
    superuserUrl: superuserOf(ownerUrl, ownSecrets(dataDir).superuserPassword),
    drop: async () => {},
  }
  await migrate(database)
  return {
    database,
    /** `immediate`: it drops everybody and whatever they were at. Resolves when it takes connections again. */
    async restart() {
      const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGQUIT')
      await sleep(50)
      while (!(await takesConnections(ownerUrl))) await sleep(50)
    },
    async stop() {
      await server.stop()
      remove()
    },
  }
}

const superuserOf = (ownerUrl: string, password: string) =>
  Object.assign(new URL(ownerUrl), { username: 'postgres', password }).href

async function takesConnections(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

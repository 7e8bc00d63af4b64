import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installCatalogue } from '../api/src/catalogue/install-catalogue.ts'
import { loadConfig } from '../api/src/config.ts'
import { openDatabase } from '../api/src/db/database.ts'
import { migrate } from '../api/src/db/migrate.ts'
import { ensureOwnedDatabase } from '../api/src/embedded/owner.ts'
import { startPostgres } from '../api/src/embedded/postgres.ts'

export type TemporaryDatabase = Awaited<ReturnType<typeof startTemporaryDatabase>>

/** A PostgreSQL of our own with schema and catalogue, gone afterwards. Not told to be durable: see how to read the table. */
export async function startTemporaryDatabase() {
  const home = mkdtempSync(path.join(tmpdir(), `physique57-bench-${process.pid}-`))
  chmodSync(home, 0o755)
  const secret = randomBytes(32).toString('base64url')
  const server = await startPostgres({
    dataDir: path.join(home, 'postgres'),
    logFile: path.join(home, 'postgres.log'),
    port: 24_700,
    superuserPassword: secret,
    settings: { shared_buffers: '1GB' },
    isThrowaway: true,
  })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const ownerUrl = await ensureOwnedDatabase(server.superuserUrl, 'bench', secret)
    const env = {
      NODE_ENV: 'development',
      DATABASE_URL: ownerUrl,
      AUTH_SECRET: secret,
      LOG_LEVEL: 'error',
      RATE_WRITES_PER_MINUTE: '1000000',
      RATE_SEARCHES_PER_MINUTE: '1000000',
      WEB_DIR: '/nonexistent',
    }
    const config = loadConfig(env)
    await migrate({ ownerUrl, appUrl: config.databaseAppUrl, workerUrl: config.databaseWorkerUrl })
    const worker = openDatabase({
      url: config.databaseWorkerUrl,
      poolSize: 1,
      applicationName: 'bench',
      onError: () => {},
    })
    await worker.transaction().execute(installCatalogue)
    await worker.destroy()
    const superuserUrl = Object.assign(new URL(server.superuserUrl), { pathname: new URL(ownerUrl).pathname }).href
    return { config, env, superuserUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadConfig } from '../api/src/config.ts'
import { type Db, openDatabase } from '../api/src/db/database.ts'
import { ownSecrets } from '../api/src/embedded/secrets.ts'

/** For what cannot be set up through the API. Sees every row. */
export async function withDatabase<T>(task: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase({ url: workerUrl(), poolSize: 1, applicationName: 'e2e', onError: () => {} })
  try {
    return await task(db)
  } finally {
    await db.destroy()
  }
}

function workerUrl(): string {
  const dataDir = process.env.E2E_DATA_DIR ?? ''
  const { authSecret, ownerPassword } = ownSecrets(dataDir)
  const [, , , port] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const databaseUrl = `postgres://tickets:${ownerPassword}@127.0.0.1:${port}/tickets`
  return loadConfig({ NODE_ENV: 'test', AUTH_SECRET: authSecret, DATABASE_URL: databaseUrl }).databaseWorkerUrl
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadConfig } from '../api/src/config.ts'
import { type Db, openDatabase } from '../api/src/db/database.ts'
import { SUPERUSER } from '../api/src/embedded/postgres.ts'
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
  const { authSecret, ownerPassword } = ownSecrets(dataDir())
  const databaseUrl = urlOf('tickets', ownerPassword)
  return loadConfig({ NODE_ENV: 'test', AUTH_SECRET: authSecret, DATABASE_URL: databaseUrl }).databaseWorkerUrl
}

export const superuserUrl = (): string => urlOf(SUPERUSER, ownSecrets(dataDir()).superuserPassword)

function urlOf(login: string, password: string): string {
  const [, , , port] = readFileSync(path.join(dataDir(), 'postgres/postmaster.pid'), 'utf8').split('\n')
  return `postgres://${login}:${password}@127.0.0.1:${port}/tickets`
}

const dataDir = (): string => process.env.E2E_DATA_DIR ?? ''

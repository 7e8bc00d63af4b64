import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { endSilentConnections } from './silence.ts'
import type { Tables } from './tables.ts'

/** A pool or a transaction: queries take either. */
export type Db = Kysely<Tables>

export interface DatabaseOptions {
  url: string
  poolSize: number
  applicationName: string
  /** Session settings, such as `statement_timeout`. */
  settings?: Record<string, string>
  /** Longer than any statement may take: a connection in use that is silent for so long is given up. */
  silentMs?: number
  onError: (error: Error) => void
}

// numbers of tickets and counts stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// a day is a day, not midnight somewhere
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

export function openDatabase({
  url,
  poolSize,
  applicationName,
  settings = {},
  silentMs,
  onError,
}: DatabaseOptions): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 60_000,
    options: sessionOptions(settings),
  })
  // without both, a database that goes away takes the process with it
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  if (silentMs !== undefined) endSilentConnections(pool, silentMs)
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** As PostgreSQL takes them when a connection is made. */
export const sessionOptions = (settings: Record<string, string>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')

import path from 'node:path'
import { pino } from 'pino'
import { folderFiles } from './adapters/files/folder-files.ts'
import { outboxMailer } from './adapters/mailer/outbox-mailer.ts'
import type { Config } from './config.ts'
import type { Deps } from './context.ts'
import { openDatabase } from './db/database.ts'
import { openJobs } from './jobs/jobs.ts'

export const createLog = (config: Config): Deps['log'] =>
  // a broken connection's error carries the whole client
  pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie', 'err.client'] })

/** Of each connection of the API. Its joins are written in the order to take them: a search for a better one costs more than the query. */
export const apiSettings = {
  statement_timeout: '5s',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '10s',
  jit: 'off',
  join_collapse_limit: '1',
}

/** Of each connection of the worker for itself: one that is stopped half-way keeps nothing locked for long. */
export const workerSettings = {
  statement_timeout: '5min',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '30s',
  jit: 'off',
}

/**
 * What the API works with. Only this file knows which implementation each adapter is. `silentMs`: longer than its longest
 * statement may take.
 */
export async function createDeps(
  config: Config,
  log = createLog(config),
  { silentMs = 6_000 } = {},
): Promise<Deps & { close(): Promise<void> }> {
  const onError = (error: Error) => log.warn({ err: error }, 'database connection')
  const db = openDatabase({
    url: config.databaseAppUrl,
    poolSize: config.databasePoolSize,
    applicationName: 'api',
    settings: apiSettings,
    silentMs,
    onError,
  })
  const jobs = await openJobs(db, onError)
  const close = async () => {
    await jobs.stop()
    await db.destroy()
  }
  return { config, db, jobs, files: createFiles(config), log, close }
}

export const createMailer = () => outboxMailer

export const createFiles = (config: Config) => folderFiles(path.join(config.dataDir, 'files'))

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../config.ts'
import { postgresBinaries } from './binaries.ts'
import { stopLeftovers } from './leftovers.ts'
import { openLog } from './log-file.ts'
import { freePort, isFree } from './ports.ts'
import { postgresUser, type SystemUser } from './system-user.ts'

export const SUPERUSER = 'postgres'

export interface PostgresOptions {
  /** Created on the first start. As root its parents must be open to the user PostgreSQL runs as. */
  dataDir: string
  logFile: string
  /** Taken if free, else the next free one; none but this one where others count on it already. */
  port: number
  isPortFixed?: boolean
  superuserPassword: string
  /** Server settings beyond the defaults below. */
  settings?: Record<string, string>
  /** For data nobody will miss: skips waiting for the disk. */
  isThrowaway?: boolean
  /** The folder of another PostgreSQL, such as Debian's /usr/lib/postgresql/15. */
  home?: string | undefined
}

export interface Postgres {
  port: number
  superuserUrl: string
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Lets running statements be cancelled and connections closed; takes well under a second. */
  stop(): Promise<void>
}

const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  shared_preload_libraries: 'pg_stat_statements',
}

const NO_DURABILITY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/** Starts a real PostgreSQL server as a process of its own, after ending one that was left over on the same data. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const user = postgresUser(options.dataDir)
  const binaries = options.home ?? postgresBinaries(user)
  if (!existsSync(path.join(options.dataDir, 'PG_VERSION'))) initialise(binaries, user, options)
  const dataDir = realpathSync(options.dataDir)
  await stopLeftovers(dataDir)

  const port = options.isPortFixed ? await samePort(options.port) : await freePort(options.port)
  const server = launch(binaries, user, { ...options, dataDir }, port)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await ready(server, dataDir, options.logFile)

  return {
    port,
    superuserUrl: `postgres://${SUPERUSER}:${encodeURIComponent(options.superuserPassword)}@127.0.0.1:${port}/postgres`,
    ended,
    async stop() {
      server.kill('SIGINT')
      const emergency = setTimeout(() => server.kill('SIGQUIT'), 8_000)
      await ended
      clearTimeout(emergency)
    },
  }
}

async function samePort(port: number): Promise<number> {
  if (await isFree(port)) return port
  throw new StartError(`Port ${port}, where the API looks for the database, is taken by another program.`)
}

/** Made beside its place and renamed when complete, so that a start killed half-way leaves nothing behind. */
function initialise(binaries: string, user: SystemUser, options: PostgresOptions) {
  const { dataDir, superuserPassword, isThrowaway, home } = options
  const unfinished = `${dataDir}.new`
  const passwordFile = path.join(unfinished, 'password')
  const cluster = path.join(unfinished, 'cluster')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  for (const entry of [unfinished, passwordFile]) give(entry, user)

  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    // Debian's 15 does not know the built-in locale, which needs nothing installed and sorts alike everywhere.
    ...(home ? ['--locale=C.UTF-8'] : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']),
    ...(isThrowaway ? ['--no-sync'] : []),
  ]
  const initdb = spawnSync(path.join(binaries, 'bin/initdb'), args, { ...user, encoding: 'utf8', cwd: unfinished })
  if (initdb.status !== 0)
    throw new StartError(`PostgreSQL could not create its data: ${initdb.stderr || initdb.error}`)
  renameSync(cluster, dataDir)
  rmSync(unfinished, { recursive: true })
}

function launch(binaries: string, user: SystemUser, options: PostgresOptions, port: number): ChildProcess {
  const settings = {
    ...DEFAULTS,
    ...(options.isThrowaway ? NO_DURABILITY : {}),
    ...options.settings,
    port: String(port),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(options.logFile)
  const server = spawn(path.join(binaries, 'bin/postgres'), ['-D', options.dataDir, ...flags], {
    ...user,
    cwd: options.dataDir,
    // Its own process group: Ctrl-C reaches us, and we stop the database last.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return server
}

/** The eighth line of the lock file says when connections are accepted; pg_ctl waits for it in the same way. */
async function ready(server: ChildProcess, dataDir: string, logFile: string) {
  const lock = path.join(dataDir, 'postmaster.pid')
  while (server.exitCode === null && server.signalCode === null) {
    if (existsSync(lock) && readFileSync(lock, 'utf8').split('\n')[7]?.trim() === 'ready') return
    await sleep(20)
  }
  throw new StartError(
    `PostgreSQL did not start: ${readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n')}`,
  )
}

function give(file: string, { uid, gid }: SystemUser) {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}

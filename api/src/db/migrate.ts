import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'
import { StartError } from '../config.ts'
import { installJobs } from '../jobs/install.ts'

const directory = path.resolve(import.meta.dirname, '../../migrations')

/** Any number that nothing else locks: one process migrates, the others wait for it. */
const MIGRATION_LOCK = 57_000_057

export interface MigrateOptions {
  /** The owner (`login createrole`), past any transaction pooler. */
  ownerUrl: string
  /** The logins of the API and the worker; their passwords are set where they do not work yet. */
  appUrl: string
  workerUrl: string
  log?: (line: string) => void
}

/**
 * Brings a database up to date: new files of `api/migrations` in order, each in its own transaction, never back;
 * then the job tables, then the logins. Any number of processes may call it at once.
 */
export async function migrate({ ownerUrl, appUrl, workerUrl, log = () => {} }: MigrateOptions): Promise<void> {
  const owner = await connect(ownerUrl)
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await createLedger(owner)
    for (const migration of await pendingMigrations(owner)) {
      await apply(owner, migration)
      log(`migration ${migration.name}`)
    }
    await installJobs(ownerUrl)
    await ensureLogin(owner, appUrl)
    await ensureLogin(owner, workerUrl)
  } finally {
    await owner.end()
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** The files as they stand, in the order of their numbers. */
async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function createLedger(owner: Client) {
  await owner.query(`
    set client_min_messages = warning;
    create schema if not exists migrations;
    create table if not exists migrations.applied (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    reset client_min_messages`)
}

async function pendingMigrations(owner: Client): Promise<Migration[]> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations.applied',
  )
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const files = await readMigrations()

  for (const { name, checksum } of files) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new StartError(`Migration ${name} was changed after it had been applied; write a new one instead.`)
    }
    applied.delete(name)
  }
  const [unknown] = applied.keys()
  if (unknown) throw new StartError(`This database is newer than the program: it has migration ${unknown}.`)

  const done = new Set(rows.map((row) => row.name))
  return files.filter(({ name }) => !done.has(name))
}

/** Waits for locks only briefly and tries again, so that requests never queue up behind a waiting `alter table`. */
async function apply(owner: Client, { name, sql, checksum }: Migration, attempt = 1): Promise<void> {
  try {
    await owner.query("begin; set local lock_timeout = '1s'; set local statement_timeout = 0")
    await owner.query(sql)
    await owner.query('insert into migrations.applied (name, checksum) values ($1, $2)', [name, checksum])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    const isLocked = error instanceof DatabaseError && error.code === '55P03'
    if (!isLocked || attempt === 30)
      throw new StartError(`Migration ${name} failed: ${placeOf(error, sql)}`, { cause: error })
    await sleep(500)
    return apply(owner, { name, sql, checksum }, attempt + 1)
  }
}

function placeOf(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return String(error)
  const line = error.position ? ` (line ${sql.slice(0, Number(error.position)).split('\n').length})` : ''
  return `${error.message}${line}`
}

async function ensureLogin(owner: Client, url: string) {
  try {
    await (await connect(url)).end()
  } catch (error) {
    const isRefused = error instanceof DatabaseError && error.code?.startsWith('28')
    if (!isRefused) throw error
    const { username, password } = new URL(url)
    const verifier = scramVerifier(decodeURIComponent(password))
    await owner.query(
      `alter role ${escapeIdentifier(decodeURIComponent(username))} password ${escapeLiteral(verifier)}`,
    )
  }
}

/** RFC 5803; sent in place of the password, so that no statement log sees it. */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (key: string) => createHmac('sha256', salted).update(key).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000, application_name: 'migrate' })
  await client.connect()
  return client
}

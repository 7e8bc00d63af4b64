import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSettings } from '../config.ts'
import { ownPort } from '../test/own-port.ts'
import { temporaryDataDir } from '../test/start-app.ts'
import { type EmbeddedDatabase, runDatabase } from './database.ts'
import { ownSecrets } from './secrets.ts'

let dataDir: string
let removeDataDir: () => void
let database: EmbeddedDatabase
let said: string[]
let port: number
beforeEach(async () => {
  ;({ dataDir, remove: removeDataDir } = temporaryDataDir())
  mkdirSync(path.join(dataDir, 'logs'))
  said = []
  port = await ownPort()
  const settings = loadSettings({ DATA_DIR: dataDir, DATABASE_PORT: String(port) })
  database = await runDatabase(settings, ownSecrets(dataDir), (line) => said.push(line))
})
afterEach(async () => {
  await database.stop()
  expect(servers()).toEqual([])
  removeDataDir()
})

/** PostgreSQL's processes on this data. */
function servers(): number[] {
  const worksHere = (pid: number) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir)
    } catch {
      return false
    }
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && worksHere(pid))
}

const kill = () => {
  const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

async function isThere(): Promise<boolean> {
  const client = new Client({ connectionString: database.ownerUrl })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    await client.end()
    return true
  } catch {
    return false
  }
}

async function until(condition: () => Promise<boolean>) {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 200) throw new Error('It did not happen within 20 s.')
    await sleep(100)
  }
}

/** Another program that is quicker than the database's next start. */
async function takePort(): Promise<Server> {
  for (;;) {
    const server = createServer()
    const taken = new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (await taken) return server
  }
}

test('a database that died comes back where the API looks for it, or not at all', async () => {
  kill()
  const other = await takePort()
  await until(async () => said.some((line) => line.includes(`Port ${port}`)))
  expect(servers()).toEqual([])
  other.close()
  await until(isThere)
})

test.each([0, 60, 150, 300, 600])(
  'Ctrl-C %i ms after the database died leaves no server behind',
  async (milliseconds) => {
    kill()
    await sleep(milliseconds)
    await database.stop()
    // the dead server's own processes notice by themselves that it is gone
    await until(async () => servers().length === 0)
    await sleep(1_000)
    expect(servers()).toEqual([])
  },
)

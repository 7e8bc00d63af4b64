import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Context } from '../api/src/context.ts'
import { sessionOptions } from '../api/src/db/database.ts'
import { apiSettings, createDeps } from '../api/src/deps.ts'
import { freePort } from '../api/src/embedded/ports.ts'
import { hashOf } from '../api/src/features/auth/refresh-token.ts'
import { signAccessToken } from '../api/src/http/access-token.ts'
import { startApiProcess } from '../api/src/test/api-process.ts'
import { insertManyTickets } from '../api/src/test/many-tickets.ts'
import { openRecordingDatabase, scansOfTickets } from '../api/src/test/recording-database.ts'
import { httpClient } from './client.ts'
import { explainInFull } from './explain.ts'
import { measureAgainWhileSlow } from './measure.ts'
import { create, detail, filters, history, listOf, lists, type Operation, open, searches } from './operations.ts'
import { type Outcome, printTable } from './report.ts'
import { startTemporaryDatabase } from './temporary-database.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tickets: { type: 'string' },
    samples: { type: 'string' },
    /** Prints how PostgreSQL goes about the operations whose name contains this, as every person. */
    explain: { type: 'string' },
  },
})
const tickets = Number(options.tickets ?? (options.quick ? 100_000 : 1_000_000))
const samples = Number(options.samples ?? (options.quick ? 100 : 300))

const interrupted = new Promise<'interrupted'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'))
})
const database = await startTemporaryDatabase()
const outcome = await Promise.race([run(), interrupted]).catch((error: unknown) => {
  console.error(error)
  return false
})
await database.stop()
// also when something still runs: its database is gone
process.exit(outcome === true ? 0 : 1)

async function run(): Promise<boolean> {
  const seededAt = Date.now()
  const onlookers = await insertManyTickets(database.superuserUrl, { tickets, users: 200 })
  console.log(`${tickets.toLocaleString('en')} tickets in ${((Date.now() - seededAt) / 1000).toFixed(1)} s`)

  const deps = await createDeps(database.config)
  const recorder = openRecordingDatabase(database.config.databaseAppUrl, { explain: true })
  const bare = new pg.Client({ connectionString: database.superuserUrl, options: sessionOptions(apiSettings) })
  const secured = new pg.Client({
    connectionString: database.config.databaseAppUrl,
    options: sessionOptions(apiSettings),
  })
  await Promise.all([bare.connect(), secured.connect()])
  for (const client of [bare, secured]) client.on('error', () => {})
  const statementsOf = async (work: () => Promise<unknown>) => {
    recorder.take()
    await work()
    return recorder.take()
  }
  const api = await startApiProcess(await freePort(24_950), database.env)
  const outcome: Outcome = { rows: [], scans: [], refused: [] }
  try {
    for (const [person, userId] of Object.entries(onlookers)) {
      const claims = await signIn(bare, userId)
      const token = await signAccessToken(database.config.authSecret, claims, 3600)
      const client = httpClient(api.baseUrl, token)
      const ctx: Context = { ...deps, db: recorder.db, claims }
      for (const operation of await operationsFor(client.send)) {
        const named = `${person}, ${operation.name}`
        try {
          const statements = await statementsOf(() => operation.run(ctx))
          outcome.scans.push(...scansOfTickets(statements).map(({ text }) => `${named}: ${text.trim()}`))
          if (options.explain === undefined) {
            const measurement = { person, operation, statements, client, bare, secured, samples }
            const measured = await measureAgainWhileSlow(measurement)
            console.log(`${named}: ${measured.http.p95.toFixed(0)} ms at p95`)
            outcome.rows.push(measured)
          } else if (operation.name.includes(options.explain))
            await explainInFull(secured, claims, person, operation, statements)
        } catch (error) {
          outcome.refused.push(`${named}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
      client.close()
    }
  } finally {
    await api.kill()
    await Promise.all([bare.end(), secured.end(), recorder.close(), deps.close()])
  }
  if (options.explain !== undefined) return true
  return printTable(outcome, tickets)
}

async function signIn(superuser: pg.Client, userId: string) {
  const sessionId = randomUUID()
  await superuser.query(
    "insert into sessions (id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')",
    [sessionId, userId, hashOf(sessionId)],
  )
  return { userId, sessionId }
}

/** The lists, the twentieth page where there is one, and a ticket from the middle of the first. */
async function operationsFor(send: ReturnType<typeof httpClient>['send']): Promise<Operation[]> {
  type Page = { items: { id: string }[]; nextCursor: string | null }
  const first = (await send('GET', '/tickets?open=true')) as Page
  const middle = first.items[Math.floor(first.items.length / 2)]?.id ?? ''
  let { nextCursor } = first
  for (let page = 3; page <= 20 && nextCursor; page++) {
    nextCursor = ((await send('GET', `/tickets?open=true&cursor=${nextCursor}`)) as Page).nextCursor
  }
  const twentieth = nextCursor ? [listOf('open, page 20', { ...open, cursor: nextCursor })] : []
  return [...lists, ...twentieth, ...filters, ...searches, detail(middle), history(middle), create]
}

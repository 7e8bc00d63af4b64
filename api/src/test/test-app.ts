import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type {
  Answer,
  CreateTicketSent,
  Endpoint,
  Problem,
  Request,
  Role,
  Ticket,
  TicketStatus,
} from '@physique57/contracts'
import { tickets } from '@physique57/contracts'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { createApp } from '../app.ts'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { installCatalogue } from '../catalogue/install-catalogue.ts'
import type { TeamName } from '../catalogue/teams.ts'
import { type Config, loadConfig } from '../config.ts'
import type { Deps } from '../context.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { createDeps, createFiles, createMailer } from '../deps.ts'
import { sendAccountMail } from '../features/auth/account-mail.jobs.ts'
import { hashOf } from '../features/auth/refresh-token.ts'
import { runOperation } from '../features/bulk/run-operation.ts'
import { runExport } from '../features/exports/run-export.ts'
import { makeThumbnail } from '../features/files/thumbnail.jobs.ts'
import { sendDigest } from '../features/notifications/digest.jobs.ts'
import { sendWaitingMail } from '../features/notifications/mail.jobs.ts'
import { signAccessToken } from '../http/access-token.ts'
import { accountMail, bulkOperation, digestMail, exportJob, thumbnails, ticketMail } from '../jobs/queues.ts'
import { type JobRunner, startJobRunner } from '../jobs/worker.ts'
import { createTestDatabase, type TestDatabase } from './cluster.ts'
import { TEST_AUTH_SECRET } from './cluster-setup.ts'
import { findLeak } from './leaks.ts'

export interface TestUser {
  id: string
  name: string
  email: string
  sessionId: string
  token: string
}

export interface NewUser {
  name?: string
  role?: Role
  team?: TeamName
  availability?: 'available' | 'away'
}

export interface Reply<T> {
  status: number
  body: T
  headers: Record<string, string | string[] | number | undefined>
}

type Sent<E extends Endpoint> = Request<E> & { headers?: Record<string, string> }

interface TestAppOptions {
  /** What is there from the start. */
  fill?: (db: Db) => Promise<void>
  /** Instead of one on the server of the whole run. */
  database?: TestDatabase
  /** Where the API finds its database, when something stands in between. */
  apiPort?: number
  /** How long the API waits for a database that says nothing. */
  silentMs?: number
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>

/** The whole API on a database of its own with the catalogue in it, reached through its front door. */
export async function startTestApp(
  env: Record<string, string> = {},
  { fill = installCatalogue, database: given, apiPort, silentMs }: TestAppOptions = {},
) {
  const database = given ?? (await createTestDatabase())
  const dataDir = mkdtempSync(path.join(tmpdir(), 'physique57-files-'))
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    AUTH_SECRET: TEST_AUTH_SECRET,
    DATABASE_URL: database.ownerUrl,
    ...(apiPort && { DATABASE_APP_URL: Object.assign(new URL(database.appUrl), { port: apiPort }).href }),
    DATABASE_POOL_SIZE: '8',
    MAIL_DELAY_SECONDS: '0',
    DATA_DIR: dataDir,
    RATE_WRITES_PER_MINUTE: '100000',
    RATE_UPLOADS_PER_HOUR: '100000',
    RATE_SEARCHES_PER_MINUTE: '100000',
    RATE_EXPORTS_PER_HOUR: '100000',
    RATE_LOGIN_PER_IP: '100000',
    RATE_LOGIN_PER_EMAIL: '100000',
    RATE_RESET_PER_MINUTE: '100000',
    RATE_RESET_PER_HOUR: '100000',
    WEB_DIR: '/nonexistent',
    ...env,
  })
  const deps = await createDeps(config, undefined, silentMs === undefined ? {} : { silentMs })
  const app = await createApp(deps)
  /** Sees every row: for setting up and looking, never for what is being tested. */
  const everything = openDatabase({
    url: config.databaseWorkerUrl,
    poolSize: 4,
    applicationName: 'test',
    onError: () => {},
  })
  await everything.transaction().execute(fill)
  const runJobs = jobsOf(config, everything, deps)

  const stop = async () => {
    await runJobs.stop()
    await app.close()
    await deps.close()
    await everything.destroy()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }

  /** Any request at all. A 500 fails the test, and so does an answer that gives something away. */
  async function send(request: InjectOptions) {
    const response = await app.inject(request)
    const leak = response.statusCode === 500 ? 'a mistake of ours (500)' : findLeak(response.body)
    if (leak) throw new Error(`${request.method ?? 'GET'} ${String(request.url)} answered ${leak}: ${response.body}`)
    return response
  }

  /** Sends a request as somebody (null: nobody) and gives back what comes, errors too. */
  async function call<E extends Endpoint>(
    user: TestUser | null,
    endpoint: E,
    ...sent: object extends Request<E> ? [Sent<E>?] : [Sent<E>]
  ): Promise<Reply<Answer<E>>>
  async function call(
    user: TestUser | null,
    endpoint: Endpoint,
    sent: Partial<Record<'params' | 'query' | 'body' | 'headers', Record<string, unknown>>> = {},
  ) {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => String(sent.params?.[name]))
    const query = Object.entries(sent.query ?? {}).map(([name, value]): [string, string] => [name, String(value)])
    const response = await send({
      method: endpoint.method,
      url: `/api${path}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
      headers: { ...(user && { authorization: `Bearer ${user.token}` }), ...(sent.headers as Record<string, string>) },
      ...(sent.body !== undefined && { payload: sent.body }),
    })
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.body === '' ? undefined : response.json(),
    }
  }

  async function newUser({
    name,
    role = 'team_member',
    team,
    availability = 'available',
  }: NewUser = {}): Promise<TestUser> {
    const id = uuid()
    const email = `${id}@physique57.example`
    const named = name ?? `Person ${id.slice(-4)}`
    await everything
      .insertInto('users')
      .values({ id, name: named, email, role, availability, teamId: team ? idOf.team(team) : null })
      .execute()
    return { id, name: named, email, ...(await signedIn(id)) }
  }

  async function signedIn(userId: string) {
    const sessionId = uuid()
    await everything
      .insertInto('sessions')
      .values({ id: sessionId, userId, tokenHash: hashOf(sessionId), expiresAt: new Date(Date.now() + 86_400_000) })
      .execute()
    return { sessionId, token: await signAccessToken(config.authSecret, { userId, sessionId }, 600) }
  }

  /** Logged by `reporter` through the API, then put where the test wants it. */
  async function newTicket(reporter: TestUser, { assignee, team, status, ...input }: NewTicket = {}): Promise<Ticket> {
    const { status: code, body } = await call(reporter, tickets.create, { body: { ...parkingTrouble, ...input } })
    if (code !== 201) throw new Error(JSON.stringify(body))
    const changes = {
      ...(assignee !== undefined && { assignedToUserId: assignee?.id ?? null }),
      ...(team !== undefined && { assignedTeamId: team ? idOf.team(team) : null }),
      ...(status && { status }),
    }
    if (Object.keys(changes).length === 0) return body
    await everything.updateTable('tickets').set(changes).where('id', '=', body.id).execute()
    return (await call(reporter, tickets.get, { params: { id: body.id } })).body
  }

  return {
    app,
    config,
    database,
    everything,
    call,
    send,
    newUser,
    newTicket,
    signedIn,
    runJobs: runJobs.run,
    mailsTo: (user: TestUser) =>
      everything
        .selectFrom('outbox')
        .selectAll()
        .where('userId', '=', user.id)
        .where('status', '=', 'sent')
        .orderBy('createdAt')
        .execute(),
    /** For what needs a real connection. */
    listen: async () => {
      if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    },
    stop,
  }
}

export interface NewTicket extends Partial<CreateTicketSent> {
  assignee?: TestUser | null
  team?: TeamName | null
  status?: TicketStatus
}

/** A ticket with next to nothing to answer. */
export const parkingTrouble = {
  subcategoryId: idOf.subcategory('Facility & Amenities', 'Parking'),
  studioId: idOf.studio('Kwality House, Kemps Corner'),
  description: 'No space left at seven in the morning',
  answers: { what: 'no_space', firstNoticed: '2026-01-05T01:30:00Z', howBad: 3 },
} satisfies CreateTicketSent

/** As an error body, where the test expects one. */
export const problemOf = (reply: Reply<unknown>): Problem => reply.body as Problem

function jobsOf(config: Config, db: Db, deps: Deps) {
  let runner: Promise<JobRunner> | undefined
  const start = async () => {
    const jobs = await startJobRunner(config.databaseWorkerUrl, () => {})
    const mailer = createMailer()
    await jobs.run(ticketMail, (data) => sendWaitingMail({ config, db, mailer }, data))
    await jobs.run(digestMail, (data) => sendDigest({ config, db, mailer }, data))
    const files = createFiles(config)
    await jobs.run(thumbnails, (data) => makeThumbnail({ config, db, files }, data))
    await jobs.run(accountMail, (data) => sendAccountMail({ config, db, mailer, printLink: () => {} }, data))
    await jobs.run(bulkOperation, (data) => runOperation(deps, data))
    await jobs.run(exportJob, (data) => runExport(deps, data))
    return jobs
  }
  const waiting = () =>
    db
      .withSchema('jobs')
      .selectFrom('job' as never)
      .where('state' as never, 'in', ['created', 'active', 'retry'] as never)
      // what waits in case somebody dies is not waited for
      .where(sql<boolean>`start_after < now() + interval '10 seconds'`)
      .select((where) => where.fn.countAll<number>().as('jobs'))
      .executeTakeFirstOrThrow()
  return {
    /** Runs the worker until nothing is left to do. */
    run: async () => {
      runner ??= start()
      await runner
      for (let turn = 0; turn < 1_200; turn++) {
        if ((await waiting()).jobs === 0) return
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      throw new Error('jobs are still waiting after 30 s')
    },
    stop: async () => (await runner)?.stop(),
  }
}

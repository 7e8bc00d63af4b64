import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { AppError } from '../http/app-error.ts'
import { startTestApp, type TestApp, type TestUser } from '../test/test-app.ts'
import type { Db } from './database.ts'
import { actAsSystem, asAuth, asCaller, inTransaction, readOnly } from './transaction.ts'

let t: TestApp
let user: TestUser
let ticketId: string
beforeAll(async () => {
  // one connection, so that whatever is left on it meets the next request
  t = await startTestApp({ DATABASE_POOL_SIZE: '1' })
  user = await t.newUser({ team: 'Operations' })
  ticketId = (await t.newTicket(user)).id
})
afterAll(() => t.stop())

const contextOf = ({ id, sessionId }: TestUser): Context => ({
  ...t.app.deps,
  claims: { userId: id, sessionId },
})

async function whoIs(db: Db) {
  const { rows } = await sql<{ role: string; claims: string; moving: string | null }>`
    select current_user as role, current_setting('request.jwt.claims', true) as claims, current_setting('app.moving', true) as moving`.execute(
    db,
  )
  return rows[0]
}

const countTickets = async (db: Db) => (await db.selectFrom('tickets').select('id').execute()).length

test('a request knows who asks and in which team, as the database says at this moment', async () => {
  const actor = await readOnly(contextOf(user), async (tx) => tx.actor)
  expect(actor).toMatchObject({ id: user.id, role: 'team_member', team: { name: 'Operations' } })
})

test('a move ends with its transaction: nothing of it is left for whoever comes next', async () => {
  await inTransaction(contextOf(user), async ({ db }) => {
    await actAsSystem(db, [ticketId])
    expect((await whoIs(db))?.role).toBe('app_system')
  })
  expect(await whoIs(t.app.deps.db)).toMatchObject({ role: 'app', claims: '' })

  const stranger = await t.newUser({ team: 'Finance' })
  expect(await readOnly(contextOf(stranger), ({ db }) => countTickets(db))).toBe(0)
})

test('a move that fails leaves nothing either', async () => {
  const failing = inTransaction(contextOf(user), async ({ db }) => {
    await actAsSystem(db, [ticketId])
    await sql`update public.tickets set priority = 'critical' where id = ${ticketId}`.execute(db)
    throw new AppError('conflict', 'No.')
  })
  await expect(failing).rejects.toThrow('No.')
  expect(await whoIs(t.app.deps.db)).toMatchObject({ role: 'app', claims: '' })
  const { priority } = await t.everything
    .selectFrom('tickets')
    .select('priority')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  expect(priority).not.toBe('critical')
})

test('a role that somebody left on the connection is put off first', async () => {
  await sql`set role app_system`.execute(t.app.deps.db)
  try {
    const role = await readOnly(contextOf(user), async ({ db }) => (await whoIs(db))?.role)
    expect(role).toBe('app')
  } finally {
    await sql`reset role`.execute(t.app.deps.db)
  }
})

test('after a move one is oneself again, and may move no more', async () => {
  await inTransaction(contextOf(user), async ({ db }) => {
    await actAsSystem(db, [ticketId])
    await asCaller(db)
    expect((await whoIs(db))?.role).toBe('app')
    expect(await countTickets(db)).toBe(1)
  })
})

test('what only looks cannot write', async () => {
  const writing = readOnly(contextOf(user), ({ db }) =>
    db.updateTable('tickets').set({ updatedAt: new Date() }).execute(),
  )
  await expect(writing).rejects.toMatchObject({ code: '25006' })
})

test('nobody is nobody: an ended session, a session of somebody else, a person who left', async () => {
  const [ended, gone, other] = [await t.newUser(), await t.newUser(), await t.newUser()]
  await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('id', '=', ended.sessionId).execute()
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', gone.id).execute()

  const nobodies = [
    ended,
    gone,
    { ...user, sessionId: other.sessionId },
    { ...user, sessionId: uuid() },
    { ...user, id: uuid() },
  ]
  for (const nobody of nobodies) {
    await expect(readOnly(contextOf(nobody), async () => 'in')).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(inTransaction(contextOf(nobody), async () => 'in')).rejects.toMatchObject({ code: 'unauthenticated' })
  }
})

test('before anybody is signed in there are credentials and sessions, and nothing else', async () => {
  await asAuth(t.app.deps.db, async (db) => {
    expect(await db.selectFrom('sessions').select('id').limit(1).execute()).toHaveLength(1)
  })
  for (const table of ['tickets', 'clients', 'ticketResponses', 'notifications', 'outbox'] as const) {
    const looking = asAuth(t.app.deps.db, (db) => db.selectFrom(table).selectAll().execute())
    await expect(looking, table).rejects.toMatchObject({ code: '42501' })
  }
})

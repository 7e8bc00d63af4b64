import { sql } from 'kysely'
import { Client } from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../test/test-app.ts'
import { recordAudit, verifyAudit } from './audit.ts'
import type { Db } from './database.ts'

let t: TestApp
let actor: TestUser
/** Bound by no row-level security: whoever has the server in their hands. */
let superuser: Client
beforeAll(async () => {
  t = await startTestApp()
  actor = await t.newUser({ role: 'admin' })
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
})
beforeEach(() => superuser.query('truncate public.audit_log'))
afterAll(async () => {
  await superuser.end()
  await t.stop()
})

/** As the API does, in a transaction of the actor. */
const asActor = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
  t.app.deps.db.transaction().execute(async (db) => {
    await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: actor.id })}, true)`.execute(db)
    return work(db)
  })

const record = (subject: string) =>
  asActor((db) =>
    recordAudit(db, { actorId: actor.id, action: 'ticket.deleted', subject, change: { was: { open: true } } }),
  )

const firstWrongRow = async () => (await verifyAudit(t.everything)).firstWrong

async function writeSome() {
  for (const subject of ['P57-1', 'P57-2', 'P57-3', 'P57-4', 'P57-5']) await record(subject)
}

test('each entry says who, what, to what and as which role, and carries on the chain', async () => {
  await writeSome()
  const { rows } = await superuser.query('select * from public.audit_log order by id')
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
  expect(rows[0]).toMatchObject({ actor_id: actor.id, db_role: 'app', action: 'ticket.deleted', subject: 'P57-1' })
  expect(rows[1].previous_hash).toEqual(rows[0].hash)
  expect(await verifyAudit(t.everything)).toEqual({
    entries: 5,
    newestHash: rows[4].hash.toString('hex'),
    firstWrong: null,
  })
})

test.each([
  ['another action', "update public.audit_log set action = 'ticket.viewed' where id = 3", 3],
  ['another actor', 'update public.audit_log set actor_id = null where id = 3', 3],
  ['another subject', "update public.audit_log set subject = 'P57-9' where id = 3", 3],
  ['other details', `update public.audit_log set change = '{"was": {"open": false}}' where id = 3`, 3],
  ['another time, by a microsecond', "update public.audit_log set at = at + interval '1 microsecond' where id = 3", 3],
  ['another role', "update public.audit_log set db_role = 'app_worker' where id = 3", 3],
  ['a row less in the middle', 'delete from public.audit_log where id = 3', 4],
  ['a row less at the beginning', 'delete from public.audit_log where id = 1', 2],
  [
    'a row that was changed and given the hash it should then have',
    `update public.audit_log set subject = 'P57-9' where id = 3;
     update public.audit_log a set hash = app.audit_hash(a) where id = 3`,
    4,
  ],
  ['two rows that changed places', 'update public.audit_log set id = 6 - id where id in (2, 4)', 2],
])('%s is found', async (_, tampering, found) => {
  await writeSome()
  await superuser.query(
    tampering.replace(
      'set id = 6 - id where id in (2, 4)',
      'set id = case id when 2 then -4 else -2 end where id in (2, 4); update public.audit_log set id = -id where id < 0',
    ),
  )
  expect(await firstWrongRow()).toBe(found)
})

test('forty entries at once stand one after the other, none missing', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => record(`P57-${n}`)))
  const { rows } = await superuser.query(
    'select array_agg(id order by id)::int[] as ids, count(distinct subject)::int as subjects from public.audit_log',
  )
  expect(rows[0]).toEqual({ ids: Array.from({ length: 40 }, (_, n) => n + 1), subjects: 40 })
  expect(await firstWrongRow()).toBeNull()
})

test('an entry of what was undone leaves no gap', async () => {
  await record('P57-1')
  const undone = asActor(async (db) => {
    await recordAudit(db, { actorId: actor.id, action: 'ticket.deleted', subject: 'P57-2' })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  await record('P57-3')
  expect(await firstWrongRow()).toBeNull()
})

test('whatever was sent as number, time or hash, the database decides', async () => {
  await record('P57-1')
  await superuser.query(
    `insert into public.audit_log (id, at, actor_id, db_role, action, previous_hash, hash)
     values (77, '2020-01-01', $1, 'nobody', 'forged', '\\x00', '\\x00')`,
    [actor.id],
  )
  const { rows } = await superuser.query(
    "select id, at > now() - interval '1 minute' as now, db_role from public.audit_log where action = 'forged'",
  )
  expect(rows).toEqual([{ id: 2, now: true, db_role: 'postgres' }])
  expect(await firstWrongRow()).toBeNull()
})

test('a line break does not begin another entry', async () => {
  await record('P57-1\n2026-11-22 admin ticket.restored P57-1')
  const { rows } = await superuser.query('select count(*)::int as entries from public.audit_log')
  expect(rows).toEqual([{ entries: 1 }])
})

test('no role of ours changes or removes an entry, nor writes in the name of another', async () => {
  await record('P57-1')
  const attempts = [
    "update public.audit_log set action = 'x'",
    'delete from public.audit_log',
    'truncate public.audit_log',
    'alter table public.audit_log disable trigger chain_audit',
  ]
  for (const role of ['app', 'app_system', 'app_auth', 'app_worker', 'app_definer', 'app_router', 'app_indexer']) {
    for (const attempt of attempts) {
      await superuser.query('begin')
      await superuser.query(`set local role ${role}`)
      await expect(superuser.query(attempt), `${role}: ${attempt}`).rejects.toMatchObject({ code: '42501' })
      await superuser.query('rollback')
    }
  }
  const forged = asActor((db) => recordAudit(db, { actorId: uuid(), action: 'forged', subject: '' }))
  await expect(forged).rejects.toMatchObject({ code: '42501' })
})

test('admins read the log, nobody else does', async () => {
  await record('P57-1')
  const countFor = async (person: TestUser) => {
    const counted = await t.app.deps.db.transaction().execute(async (db) => {
      await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: person.id })}, true)`.execute(db)
      return sql<{ entries: number }>`select count(*)::int as entries from public.audit_log`.execute(db)
    })
    return counted.rows[0]?.entries
  }
  expect(await countFor(actor)).toBe(1)
  expect(await countFor(await t.newUser({ role: 'director' }))).toBe(0)
})

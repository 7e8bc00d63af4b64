import { Client } from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { teamNames } from '../catalogue/teams.ts'
import { type Crowd, gatherCrowd, type Person, sees } from './crowd.ts'
import { startTestApp, type TestApp } from './test-app.ts'

let t: TestApp
let crowd: Crowd
/** Logged in as the API is. */
let app: Client
let names: Record<'me' | 'other' | 'mine' | 'foreign' | 'session', string>

beforeAll(async () => {
  t = await startTestApp()
  crowd = await gatherCrowd(t, 'rows', { people: 40, tickets: 300 })
  app = new Client({ connectionString: t.database.appUrl })
  await app.connect()
  const me = memberWithTickets()
  const idOfOne = (seen: boolean) =>
    crowd.tickets.find((ticket) => !ticket.isDeleted && sees(me, ticket) === seen)?.id ?? ''
  names = {
    me: me.id,
    other: crowd.people[0]?.id ?? '',
    mine: idOfOne(true),
    foreign: idOfOne(false),
    session: me.sessionId,
  }
})
afterAll(async () => {
  await app.end()
  await t.stop()
})

function memberWithTickets(): Person {
  const member = crowd.active.find(({ role, team }) => role === 'team_member' && team !== null)
  if (!member) throw new Error('no member in this crowd')
  return member
}

/** Runs in a transaction of its own that is never committed, with what the token says about the person, and with lies. */
async function as<T>(userId: string, work: (query: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>) {
  await app.query('begin')
  try {
    const claims = JSON.stringify({
      sub: userId,
      role: 'admin',
      team_id: names?.foreign,
      app_metadata: { role: 'admin' },
    })
    await app.query("select set_config('request.jwt.claims', $1, true)", [claims])
    return await work(async (sql) => (await app.query(sql)).rows)
  } finally {
    await app.query('rollback')
  }
}

const idsOf = (rows: Record<string, unknown>[]) => rows.map((row) => String(Object.values(row)[0])).sort()

test('everybody finds exactly the tickets they are meant to see, whatever the token says about their role', async () => {
  for (const person of crowd.people) {
    const seen = idsOf(await as(person.id, (query) => query('select id from public.tickets')))
    const meant = crowd.visibleTo(person).map(({ id }) => id)
    expect(seen, `${person.role} of ${person.team}, disabled: ${person.isDisabled}`).toEqual(meant.sort())
  }
  // or this would prove nothing
  expect(crowd.people.filter(({ isDisabled }) => isDisabled).length).toBeGreaterThan(1)
  expect(crowd.active.filter((person) => crowd.visibleTo(person).length < 60).length).toBeGreaterThan(5)
})

test.each([
  'ticket_responses',
  'ticket_history',
  'ticket_clocks',
  'assignment_decisions',
  'escalation_steps',
  'ai_analysis_cache',
])('%s follow their ticket', async (table) => {
  for (const person of crowd.people) {
    const rows = await as(person.id, (query) => query(`select distinct ticket_id from public.${table}`))
    const strangers = idsOf(rows).filter((id) => !crowd.visibleTo(person).some((ticket) => ticket.id === id))
    expect(strangers).toEqual([])
  }
})

test('watchers of a ticket are known to those who see it, notifications to whom they are addressed', async () => {
  const watched = crowd.tickets.filter(({ watchers }) => watchers.length > 0)
  for (const person of crowd.people) {
    await as(person.id, async (query) => {
      const known = await query(`select t::text, array(select app.watchers_of(t))::text[] as who
        from unnest(array['${watched.map(({ id }) => id).join("','")}']::uuid[]) t`)
      for (const ticket of watched) {
        const found = known.find((row) => row.t === ticket.id)?.who as string[]
        expect(found.sort()).toEqual(sees(person, ticket) ? [...ticket.watchers].sort() : [])
      }
      const addressees = idsOf(await query('select distinct user_id from public.notifications'))
      expect(addressees.filter((id) => id !== person.id || person.isDisabled)).toEqual([])
    })
  }
})

const forbidden = [
  'update public.tickets set reported_by_user_id = app.me()',
  'update public.tickets set assigned_to_user_id = app.me()',
  'update public.tickets set assigned_team_id = null',
  "update public.tickets set status = 'closed'",
  "update public.tickets set priority = 'low'",
  'update public.tickets set deleted_at = now()',
  'update public.tickets set resolution_due_at = now()',
  'update public.tickets set escalation_level = 0',
  'update public.tickets set version = 9',
  "update public.tickets set title = 'mine now'",
  'delete from public.tickets',
  'truncate public.tickets cascade',
  "insert into public.tickets (id, title, category_id, subcategory_id, form_version_id, studio_id, reported_by_user_id) select gen_random_uuid(), 'x', category_id, subcategory_id, form_version_id, studio_id, '$other' from public.tickets where id = '$mine'",
  "insert into public.tickets (id, title, category_id, subcategory_id, form_version_id, studio_id, reported_by_user_id, status) select gen_random_uuid(), 'x', category_id, subcategory_id, form_version_id, studio_id, '$me', 'closed' from public.tickets where id = '$mine'",
  "insert into public.ticket_responses (id, ticket_id, author_id, kind, body) values (gen_random_uuid(), '$foreign', '$me', 'note', 'x')",
  "insert into public.ticket_responses (id, ticket_id, author_id, kind, body) values (gen_random_uuid(), '$mine', '$other', 'note', 'x')",
  "update public.ticket_responses set body = 'never said'",
  'delete from public.ticket_responses',
  "insert into public.ticket_history (id, ticket_id, actor_id, event) values (gen_random_uuid(), '$mine', '$other', 'closed')",
  "insert into public.ticket_history (id, ticket_id, actor_id, event) values (gen_random_uuid(), '$foreign', '$me', 'closed')",
  "update public.ticket_history set event = 'created'",
  'delete from public.ticket_history',
  "insert into public.ticket_watchers (ticket_id, user_id) values ('$foreign', '$me')",
  "insert into public.ticket_watchers (ticket_id, user_id) values ('$mine', '$other')",
  "insert into public.notifications (id, user_id, ticket_id, event, message) values (gen_random_uuid(), '$other', '$mine', 'assigned', 'x')",
  'update public.notifications set user_id = app.me()',
  'update public.ticket_clocks set due_at = null',
  "update public.users set role = 'admin'",
  'update public.users set team_id = null',
  "insert into public.users (id, name, email, role) values (gen_random_uuid(), 'x', 'x@physique57.example', 'admin')",
  'select email from public.users',
  'select * from public.user_credentials',
  'select * from public.sessions',
  "update public.sessions set expires_at = 'infinity'",
  "insert into public.sessions (id, user_id, token_hash, expires_at) values (gen_random_uuid(), '$other', '\\x00', 'infinity')",
  "update public.audit_log set action = 'nothing happened'",
  'delete from public.audit_log',
  "insert into public.audit_log (actor_id, action) values ('$other', 'forged')",
  "insert into public.audit_log (actor_id, action, hash) values ('$me', 'forged', '\\x00')",
  'update public.settings set auto_close_days = 1',
  "update public.assignment_rules set target_user_id = '$me'",
  'update public.outbox set to_address = null',
  "insert into public.idempotency_keys (user_id, method, path, key, request_hash) values ('$other', 'POST', '/', 'k', '\\x00')",
  'select data from jobs.job',
  'delete from jobs.job',
  'update jobs.job set state = null',
  'set role app_worker',
  'set role app_definer',
  'set role app_router',
  'set role app_indexer',
  'select * from public.ticket_search',
  'select * from public.search_words',
  'select * from public.compared_answers',
  "select app.tickets_that_compare('howBad', 'after', '1', 10)",
  "select app.words_like('secret')",
  "select app.find_matches('secret', 10)",
  "select app.ticket_words('$foreign')",
  'select app.index_missing()',
  'set role tickets_owner',
  "select set_config('role', 'app_worker', true)",
  'set session authorization app_worker',
  'create table public.mine ()',
  'create table app.mine ()',
  'create or replace function app.me() returns uuid language sql return null',
  'alter table public.tickets disable row level security',
  "select migrations.protect('public.tickets')",
  'drop policy tickets_visible on public.tickets',
]

test.each(forbidden)('the API is refused: %s', async (statement) => {
  const sql = statement.replace(/\$(\w+)/g, (_, name: keyof typeof names) => names[name])
  const refusal = as(names.me, (query) => query(sql))
  await expect(refusal).rejects.toMatchObject({ code: '42501' })
})

test('an update without "where" changes only what the caller sees', async () => {
  await as(names.me, async (query) => {
    const touched = await query('update public.tickets set updated_at = now() returning id')
    const all = await query('select id from public.tickets')
    expect(idsOf(touched)).toEqual(idsOf(all))
    expect(touched.length).toBeLessThan(crowd.tickets.length)
  })
})

test('whoever sees a ticket may watch it and stop again, for oneself', async () => {
  await as(names.me, async (query) => {
    await query(`delete from public.ticket_watchers where ticket_id = '${names.mine}'`)
    await query(`insert into public.ticket_watchers (ticket_id, user_id) values ('${names.mine}', '${names.me}')`)
    const gone = await query('delete from public.ticket_watchers returning user_id')
    expect(new Set(idsOf(gone))).toEqual(new Set([names.me]))
  })
})

/** Whose each is, and the rule a second time, as plainly as it is meant. */
const cannedReplies = () => {
  const [author] = crowd.people
  const ownerId = author?.id ?? ''
  const own = crowd.people.map((person) => ({ ownerId: person.id, audience: 'private' as const, team: null }))
  const teams = teamNames.slice(0, 3).map((team) => ({ ownerId, audience: 'team' as const, team }))
  return [...own, ...teams, { ownerId, audience: 'everyone' as const, team: null }]
}
type Canned = ReturnType<typeof cannedReplies>[number]
const managesAll = ({ role }: Person) => role === 'manager' || role === 'director' || role === 'admin'
function mayUseCanned(person: Person, { ownerId, audience, team }: Canned): boolean {
  if (person.isDisabled) return false
  if (audience === 'private') return ownerId === person.id
  return audience === 'everyone' || person.team === team || managesAll(person)
}
const mayWriteCanned = (person: Person, reply: Canned) =>
  mayUseCanned(person, reply) &&
  (reply.audience === 'private' ||
    managesAll(person) ||
    (person.role === 'team_lead' && reply.audience === 'team' && person.team === reply.team))

test('canned replies are used by whom they are for, and written, changed and deleted by whoever answers for them', async () => {
  const replies = cannedReplies().map((reply) => ({ ...reply, id: uuid() }))
  const rows = replies.map(({ team, ...reply }) => ({
    ...reply,
    title: 'T',
    body: 'B',
    teamId: team && idOf.team(team),
  }))
  await t.everything.insertInto('cannedReplies').values(rows).execute()
  const meant = (rule: typeof mayUseCanned, person: Person) =>
    idsOf(replies.filter((reply) => rule(person, reply)).map(({ id }) => ({ id })))

  for (const person of crowd.people) {
    const who = `${person.role} of ${person.team}, disabled: ${person.isDisabled}`
    const run = async (sql: string) => idsOf(await as(person.id, (query) => query(sql)))
    expect(await run('select id from public.canned_replies'), who).toEqual(meant(mayUseCanned, person))
    const changed = await run("update public.canned_replies set title = 'Mine now' returning id")
    expect(changed, who).toEqual(meant(mayWriteCanned, person))
    expect(await run('delete from public.canned_replies returning id'), who).toEqual(meant(mayWriteCanned, person))
    for (const reply of replies) {
      const teamId = reply.team && `'${idOf.team(reply.team)}'`
      const written = run(`insert into public.canned_replies (id, owner_id, title, body, audience, team_id)
        values (gen_random_uuid(), '${reply.ownerId}', 'T', 'B', '${reply.audience}', ${teamId}) returning 'written'`)
      const isMeant = mayWriteCanned(person, { ...reply, ownerId: person.id }) && reply.ownerId === person.id
      const outcome = await written.catch((error: { code: string }) => [error.code])
      expect(outcome, `${who} writes for ${reply.audience}`).toEqual([isMeant ? 'written' : '42501'])
    }
  }
})

test('a move touches only the tickets it announced, and what hangs on them', async () => {
  await as(names.me, async (query) => {
    await query(`select app.act_as_system(array['${names.mine}']::uuid[])`)
    expect(idsOf(await query("update public.tickets set priority = 'critical' returning id"))).toEqual([names.mine])
    const clocks = await query('update public.ticket_clocks set pauses = pauses returning ticket_id')
    expect(new Set(idsOf(clocks))).toEqual(new Set([names.mine]))
    expect(idsOf(await query('select id from public.tickets'))).toEqual([names.mine])
  })
  await expect(
    as(names.me, async (query) => {
      await query(`select app.act_as_system(array['${names.mine}']::uuid[])`)
      await query(`insert into public.notifications (id, user_id, ticket_id, event, message)
        values (gen_random_uuid(), '${names.other}', '${names.foreign}', 'assigned', 'x')`)
    }),
  ).rejects.toMatchObject({ code: '42501' })
})

test('nobody moves a ticket they do not see, alone or among others', async () => {
  for (const ids of [[names.foreign], [names.mine, names.foreign]]) {
    const move = as(names.me, (query) => query(`select app.act_as_system(array['${ids.join("','")}']::uuid[])`))
    await expect(move).rejects.toMatchObject({ code: 'P0002' })
  }
})

test('a move does not reach credentials, sessions, roles or the log of what happened', async () => {
  const beyond = [
    'select * from public.user_credentials',
    'select * from public.sessions',
    "update public.users set role = 'admin'",
    'update public.audit_log set action = null',
    'delete from public.tickets',
    'delete from public.ticket_history',
    'update public.ticket_history set event = event',
    'update public.tickets set reported_by_user_id = app.me()',
    'select data from jobs.job',
    "select app.act_as_system('{}')",
  ]
  for (const sql of beyond) {
    const attempt = as(names.me, async (query) => {
      await query(`select app.act_as_system(array['${names.mine}']::uuid[])`)
      await query(sql)
    })
    await expect(attempt, sql).rejects.toMatchObject({ code: '42501' })
  }
})

test('whoever checks passwords sees no tickets', async () => {
  await as(names.me, async (query) => {
    await query("select set_config('role', 'app_auth', true)")
    await expect(query('select * from public.tickets')).rejects.toMatchObject({ code: '42501' })
  })
})

test('a role, an announcement or claims left behind on a connection are worth nothing in the next transaction', async () => {
  await as(names.me, (query) => query(`select app.act_as_system(array['${names.mine}']::uuid[])`))
  expect(
    (await app.query("select current_user, current_setting('request.jwt.claims', true) as claims")).rows[0],
  ).toEqual({
    current_user: 'app',
    claims: '',
  })

  const { rows } = await app.query('select pg_current_xact_id()::text as xid')
  await app.query("select set_config('app.moving', $1, false)", [`${rows[0].xid}:${names.mine}`])
  await app.query('set role app_system')
  expect((await app.query('select id from public.tickets')).rows).toEqual([])
  const moved = await app.query("update public.tickets set priority = 'low'")
  expect(moved.rowCount).toBe(0)
  await app.query('reset role')
  await app.query('reset app.moving')
})

test('without claims there is nothing', async () => {
  for (const table of [
    'tickets',
    'ticket_responses',
    'ticket_history',
    'clients',
    'notifications',
    'categories',
    'teams',
    'settings',
  ]) {
    expect((await app.query(`select * from public.${table}`)).rows, table).toEqual([])
  }
  expect((await app.query('select id from public.users')).rows).toEqual([])
  expect((await app.query('select * from app.actor()')).rows).toEqual([])
})

test('claims that are no claims let nobody in', async () => {
  for (const claims of ['{}', '{"sub": null}', '{"sub": "00000000-0000-0000-0000-000000000000"}']) {
    await app.query('begin')
    await app.query("select set_config('request.jwt.claims', $1, true)", [claims])
    expect((await app.query('select id from public.tickets')).rows).toEqual([])
    await app.query('rollback')
  }
})

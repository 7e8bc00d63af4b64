import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, findingsQuery, vocabulary } from './access-findings.ts'
import { createTestDatabase, type TestDatabase } from './cluster.ts'

let database: TestDatabase
let superuser: Client
beforeAll(async () => {
  database = await createTestDatabase()
  superuser = new Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  await superuser.query(vocabulary)
})
afterAll(async () => {
  await superuser.end()
  await database.drop()
})

async function whatIsWrong(): Promise<string[]> {
  const { rows } = await superuser.query<{ finding: string }>(findingsQuery)
  return rows.map(({ finding }) => finding)
}

test('tables, grants, policies, functions and roles are as tight as they are meant to be', async () => {
  expect(await whatIsWrong()).toEqual([])
})

test('it looks at all there is', async () => {
  const { rows } = await superuser.query<{ tables: number; roles: number; functions: number; policies: number }>(`
    select (select count(*)::int from tables) as tables, (select count(*)::int from roles) as roles,
      (select count(*)::int from functions) as functions, (select count(*)::int from pg_policy) as policies`)
  expect(rows[0]?.tables).toBeGreaterThanOrEqual(29)
  expect(rows[0]?.roles).toBe(7)
  expect(rows[0]?.functions).toBeGreaterThan(25)
  expect(rows[0]?.policies).toBeGreaterThan(80)
})

/** Each weakens something; the test above would have to say so. */
const sabotages: [keyof typeof findings, string][] = [
  ['table without forced row-level security', 'alter table public.tickets no force row level security'],
  ['table without forced row-level security', 'create table public.forgotten (id int primary key)'],
  ['grant without a policy for that very role', 'grant select on public.user_credentials to app'],
  ['grant without a policy for that very role', 'drop policy outbox_admin on public.outbox'],
  [
    'policy that no grant lets anybody use',
    'revoke update (read_at, in_app_at, by_mail, digest, mail_at), select on public.notifications from app',
  ],
  ['policy for everybody', 'create policy open on public.sessions for select using (true)'],
  ['policy that is always true for the API', 'create policy wide on public.tickets for update to app using (true)'],
  [
    'function called once a row',
    'create policy slow on public.tickets for select to app using (reported_by_user_id = app.me())',
  ],
  ['truncate, references or trigger granted', 'grant truncate on public.ticket_history to app_system'],
  ['delete granted', 'grant delete on public.tickets to app'],
  ['granted to everybody', 'grant select on public.clients to public'],
  ['granted to everybody', 'grant select (email) on public.users to public'],
  ['column the API must not change', 'grant update (reported_by_user_id) on public.tickets to app'],
  ['column the API must not change', 'grant update (role) on public.users to app'],
  ['column the API must not choose', 'grant insert (version) on public.tickets to app'],
  ['column no move may change', 'grant update (reported_by_user_id) on public.tickets to app_system'],
  ['secrets readable by the API', 'grant select (email) on public.users to app'],
  ['job readable or changeable by the API', 'grant select (data) on jobs.job to app'],
  ['view that runs as its owner', 'create view public.all_tickets as select * from public.tickets'],
  [
    'materialized view granted',
    'create materialized view public.totals as select 1 as one; grant select on public.totals to app',
  ],
  ['function with a search path others choose', "create function app.loose() returns int language sql as 'select 1'"],
  ['pg_temp not last in a search path', 'alter function app.me() set search_path = pg_catalog'],
  [
    'search path somebody may write to',
    'alter function app.me() set search_path = app, pg_temp; grant create on schema app to app',
  ],
  ['definer function of the wrong owner', 'alter function app.moving() security definer'],
  ['function everybody may call', 'grant execute on function app.audience_of(uuid[]) to public'],
  ['role with too much power', 'alter role app_router bypassrls'],
  ['role with too much power', 'alter role app_system inherit'],
  ['role that may be entered by login and must not', 'alter role app_definer login'],
  ['member of a role it must not become', 'grant app_worker to app'],
  ['member of a role it must not become', 'create role somebody; grant app_definer to somebody'],
  [
    'policies of another role apply to every request',
    `do $$ begin
      if current_setting('server_version_num')::int >= 160000 then
        execute 'grant app_system to app with inherit true';
      else
        alter role app inherit;
      end if;
    end $$`,
  ],
  ['table that a role of ours owns', 'grant create on schema public to app; alter table public.clients owner to app'],
  ['schema writable', 'grant create on schema app to app_system'],
  ['tools of the migrations within reach', 'grant usage on schema migrations to app'],
  ['foreign key without an index', 'drop index public.tickets_client'],
  ['enum column', "create type public.mood as enum ('calm'); alter table public.clients add mood public.mood"],
]

test.each(sabotages)('%s: noticed after %s', async (wrong, sabotage) => {
  await superuser.query('begin')
  try {
    await superuser.query(sabotage)
    expect((await whatIsWrong()).map((finding) => finding.split(': ')[0])).toContain(wrong)
  } finally {
    await superuser.query('rollback')
  }
})

test('every kind of finding has been provoked', () => {
  const provoked = new Set(sabotages.map(([wrong]) => wrong))
  expect(Object.keys(findings).filter((wrong) => !provoked.has(wrong))).toEqual([])
})

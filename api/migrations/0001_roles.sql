-- Who connects, and how functions find out who asks. Run by an owner who is no superuser (createrole, owns the database);
-- PostgreSQL 15 to 18, plain or Supabase.

-- app         the API logs in as this; row-level security filters everything it does
-- app_system  the API becomes this for a move (assign, escalate, resolve, delete), see app.act_as_system
-- app_auth    the API becomes this to check a password or a refresh token, before anybody is signed in
-- app_worker  the worker logs in as this and sees all rows; the API cannot become it
-- app_definer owns the functions that look something up for everyone; nobody logs in as it
-- app_router  owns the functions that count loads and find an event's audience: it sees who works on what, not what it says
-- noinherit is essential: a member that inherits a role also gets the policies written for that role.
do $$ declare wanted record; begin
  for wanted in
    select * from (values ('app', true), ('app_system', false), ('app_auth', false), ('app_worker', true), ('app_definer', false), ('app_router', false)) as r (name, login)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s noinherit', wanted.name, case when wanted.login then 'login' else 'nologin' end);
    elsif exists (select from pg_roles where rolname = wanted.name and (rolsuper or rolbypassrls or rolinherit)) then
      raise exception 'role % exists but is superuser, bypasses row-level security or inherits', wanted.name;
    end if;
  end loop;
  if not pg_has_role('app', 'app_system', 'member') then
    grant app_system to app;
  end if;
  if not pg_has_role('app', 'app_auth', 'member') then
    grant app_auth to app;
  end if;
end $$;

create schema app;
revoke all on schema app from public;
grant usage on schema app to app, app_system, app_auth, app_worker, app_definer, app_router;
grant usage on schema public to app, app_system, app_auth, app_worker, app_definer, app_router;

-- Extensions live in "extensions" where we may put them there and lend them on, else in "app".
do $$ begin
  if to_regnamespace('extensions') is null then
    create schema extensions;
  end if;
  if not exists (select from pg_extension where extname = 'pg_trgm') then
    execute format('create extension pg_trgm with schema %I', case when has_schema_privilege('extensions', 'create')
      and has_schema_privilege('extensions', 'usage with grant option') then 'extensions' else 'app' end);
  end if;
end $$;

-- Supabase brings auth.uid(); elsewhere we add it, so that policies written for Supabase also work. Ours do not call it:
-- on Supabase a role we create has no usage on auth.
do $$ begin
  if to_regnamespace('auth') is null then
    create schema auth;
  end if;
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable
      return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
    grant usage on schema auth to app, app_system;
  end if;
end $$;

-- What a migration calls at its end for each function and table it made.
create schema if not exists migrations;
-- Functions are executable by everybody when they are made; this leaves those named.
create function migrations.allow(routine regprocedure, variadic callers name[] default '{}') returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare caller name;
begin
  execute format('revoke all on function %s from public', routine);
  foreach caller in array callers loop
    execute format('grant execute on function %s to %I', routine, caller);
  end loop;
end $$;
-- The same for a security definer function, which then belongs to one of the definer roles. The owner is a member of that
-- role only while the function changes hands; from 16 on he must not inherit from it meanwhile, a syntax unknown to 15.
create function migrations.hand_over(routine regprocedure, new_owner name, variadic callers name[] default '{}') returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform migrations.allow(routine, variadic callers);
  execute format('grant %I to %I %s', new_owner, current_user,
    case when current_setting('server_version_num')::int >= 160000 then 'with inherit false, set true' else '' end);
  execute format('grant create on schema app to %I', new_owner);
  execute format('alter function %s owner to %I', routine, new_owner);
  execute format('revoke create on schema app from %I', new_owner);
  execute format('revoke %I from %I', new_owner, current_user);
end $$;
-- Row-level security, forced so that it binds the owner too (a backfill says "set local role app_worker"), nothing for
-- the public or Supabase's roles (which get new tables granted by default), everything but deleting for the worker.
create function migrations.protect(variadic tables regclass[]) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare name regclass;
begin
  foreach name in array tables loop
    execute format('alter table %s enable row level security, force row level security', name);
    execute format('revoke all on %s from public', name);
    if to_regrole('anon') is not null then
      execute format('revoke all on %s from anon, authenticated', name);
    end if;
    execute format('create policy worker on %s for all to app_worker using (true)', name);
    execute format('grant select, insert, update on %s to app_worker', name);
  end loop;
end $$;

-- The claims are set for one transaction. The token says who; role, team and status are looked up.
create function app.claimed_id() returns uuid language sql stable
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
create function app.claimed_session() returns uuid language sql stable
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sid')::uuid;
select migrations.allow('app.claimed_id()', 'app', 'app_system', 'app_worker', 'app_definer'),
       migrations.allow('app.claimed_session()', 'app', 'app_definer');

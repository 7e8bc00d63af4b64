-- Exports that are made in the background: whose, of what, how far, and where the file is.
create table public.exports (
  id uuid primary key,
  user_id uuid not null references public.users,
  format text not null check (format in ('csv', 'xlsx', 'pdf')),
  -- {"filter": …} or {"ids": […]}, as the API understood it
  wanted jsonb not null,
  columns text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
  attempts int not null default 0,
  done int not null default 0,
  total int,
  -- of the latest attempt, written down before its first byte
  file_id uuid,
  size bigint,
  sha256 bytea,
  reason text,
  -- as what somebody it was made; no reference, because nothing is looked up through it
  role text,
  team_id uuid,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  check (state <> 'ready' or (file_id is not null and size is not null and sha256 is not null and expires_at is not null and role is not null)),
  check ((state = 'failed') = (reason is not null))
);
create index exports_user on public.exports (user_id, created_at desc, id desc); -- one's own latest, foreign key
create unique index exports_file on public.exports (file_id) where file_id is not null; -- whose bytes these are
create index exports_expiring on public.exports (expires_at) where file_id is not null; -- the hourly clean-up
create index exports_old on public.exports (created_at); -- the daily clean-up

select migrations.protect('public.exports');
create policy exports_own on public.exports for all to app using (user_id = (select app.me()));
create policy exports_lookup on public.exports for select to app_definer using (true);
grant select, insert (id, user_id, format, wanted, columns),
  update (state, attempts, done, total, file_id, size, sha256, reason, role, team_id, expires_at) on public.exports to app;
grant select on public.exports to app_definer;
grant delete on public.exports to app_worker;

-- Whoever asked for an export, while it is made: it goes on when they have signed out, but not when they no longer work here.
create function app.actor_of_export(export uuid) returns table (id uuid, name text, email text, role text, team_id uuid, team_name text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select u.id, u.name, u.email, u.role, u.team_id, t.name, u.time_zone
  from public.exports e
  join public.users u on u.id = e.user_id
  left join public.teams t on t.id = u.team_id
  where e.id = export and e.user_id = app.claimed_id() and e.state in ('waiting', 'running') and u.status = 'active';
end;
select migrations.hand_over('app.actor_of_export(uuid)', 'app_definer', 'app');

-- Its owner's browsers are told when it begins and when it ends, not how far it is.
create function app.announce_exports() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('exports', array(
    select distinct c.user_id from before b join changed c using (id) where b.state is distinct from c.state order by c.user_id));
  return null;
end $$;
create trigger announce_export after update on public.exports referencing old table as before new table as changed
  for each statement execute function app.announce_exports();
select migrations.allow('app.announce_exports()');

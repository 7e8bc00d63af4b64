-- Teams, people, and how they sign in.

create table public.teams (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 120),
  slug text not null unique,
  lead_user_id uuid,
  manager_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.users (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null unique check (email = lower(email)),
  role text not null check (role in ('admin', 'director', 'manager', 'team_lead', 'team_member')),
  status text not null default 'active' check (status in ('active', 'disabled')),
  -- only available people are given tickets by themselves
  availability text not null default 'available' check (availability in ('available', 'away')),
  team_id uuid references public.teams,
  time_zone text not null default 'Asia/Kolkata',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.teams
  add foreign key (lead_user_id) references public.users,
  add foreign key (manager_id) references public.users;

-- Apart from users, so that no list of people can ever carry a hash.
create table public.user_credentials (
  user_id uuid primary key references public.users,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

-- One signed-in device. The refresh token is rotated at each use; only hashes are kept, and a token is recomputed from
-- the session and its counter, so that a repeated refresh within the grace period gets the same successor.
create table public.sessions (
  id uuid primary key,
  user_id uuid not null references public.users,
  counter int not null default 0,
  token_hash bytea not null,
  previous_hash bytea,
  rotated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed_out', 'reused', 'expired', 'password_changed', 'ended_elsewhere')),
  user_agent text
);

create index teams_lead on public.teams (lead_user_id); -- foreign key
create index teams_manager on public.teams (manager_id); -- foreign key
create index users_team on public.users (team_id); -- members of a team, foreign key
create index sessions_user on public.sessions (user_id); -- end all of a person's, foreign key

select migrations.protect('public.teams', 'public.users', 'public.user_credentials', 'public.sessions');

-- security definer, because the policies on users call these: read by the caller they would recurse. In policies they are
-- written (select app.me()), so that they run once a statement.
create function app.me() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select id from public.users where id = app.claimed_id() and status = 'active');
create function app.my_team() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select team_id from public.users where id = app.claimed_id() and status = 'active');
create function app.my_role() returns text language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select role from public.users where id = app.claimed_id() and status = 'active');
-- The caller, if the session still stands: what each request begins with.
create function app.actor() returns table (id uuid, name text, email text, role text, team_id uuid, team_name text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select u.id, u.name, u.email, u.role, u.team_id, t.name, u.time_zone
  from public.users u
  join public.sessions s on s.user_id = u.id and s.id = app.claimed_session() and s.ended_at is null and s.expires_at > now()
  left join public.teams t on t.id = u.team_id
  where u.id = app.claimed_id() and u.status = 'active';
end;

create policy teams_read on public.teams for select to app, app_system using ((select app.me()) is not null);
create policy teams_lookup on public.teams for select to app_auth, app_definer using (true);
create policy users_read on public.users for select to app, app_system using ((select app.me()) is not null);
create policy users_sign_in on public.users for select to app_auth using (true);
create policy users_lookup on public.users for select to app_definer, app_router using (true);
create policy credentials_check on public.user_credentials for all to app_auth using (true);
create policy sessions_keep on public.sessions for all to app_auth using (true);
create policy sessions_lookup on public.sessions for select to app_definer using (true);

grant select on public.teams to app, app_system, app_auth, app_definer;
-- not the e-mail: who may see it is for the API to say, through functions
grant select (id, name, role, status, availability, team_id, time_zone) on public.users to app, app_system;
grant select on public.users to app_auth, app_definer;
grant select (id, role, status, availability, team_id) on public.users to app_router;
grant select, update (password_hash, changed_at) on public.user_credentials to app_auth;
grant select, insert, update (counter, token_hash, previous_hash, rotated_at, ended_at, ended_because) on public.sessions to app_auth;
grant select on public.sessions to app_definer;
grant delete on public.sessions to app_worker;

select migrations.hand_over(f, 'app_definer', 'app', 'app_system', 'app_auth', 'app_worker', 'app_router')
from unnest(array['app.me()', 'app.my_team()', 'app.my_role()']::regprocedure[]) f;
select migrations.hand_over('app.actor()', 'app_definer', 'app');

-- Links that prove who somebody is, people who signed themselves up, and what that allows app_auth.

-- A link sent to a mailbox or printed for whoever runs the system. Only its hash is kept; a newer one of the same kind takes
-- the row of the older, which thereby dies. Made by the worker: the API can use links but not make them.
create table public.account_links (
  id uuid primary key,
  kind text not null check (kind in ('reset', 'new_email', 'set_up')),
  user_id uuid references public.users, -- null: the first admin, who is not there yet
  new_email text check (new_email = lower(new_email)),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'set_up') = (user_id is null)),
  check ((kind = 'new_email') = (new_email is not null)),
  unique nulls not distinct (user_id, kind) -- one of a kind, foreign key
);

-- Somebody who says they are this address. They become a user when they come back with the link and the same password:
-- whoever signs up somebody else's address knows one of the two at most.
create table public.sign_ups (
  email text primary key check (email = lower(email)),
  name text not null check (length(name) between 1 and 120),
  password_hash text, -- null once used
  token_hash bytea unique, -- null until the mail is written, and once used
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

select migrations.protect('public.account_links', 'public.sign_ups');
create policy links_use on public.account_links for all to app_auth using (true);
grant select, update (used_at) on public.account_links to app_auth;
create policy sign_ups_keep on public.sign_ups for all to app_auth using (true);
grant select, insert (email, name, password_hash, expires_at), update (name, password_hash, token_hash, created_at, expires_at)
  on public.sign_ups to app_auth;

grant delete on public.account_links, public.sign_ups to app_worker; -- the daily clean-up

create function app.has_people() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  return exists (select from public.users);
select migrations.hand_over('app.has_people()', 'app_definer', 'app_auth');

-- Nobody signs up as anything but a member without a team, except the very first.
create policy users_join on public.users for insert to app_auth
  with check (team_id is null and status = 'active' and (role = 'team_member' or (role = 'admin' and not (select app.has_people()))));
create policy users_own_email on public.users for update to app_auth using (true);
grant insert (id, name, email, role), update (email, updated_at) on public.users to app_auth;
grant insert (user_id, password_hash) on public.user_credentials to app_auth;

-- A mail to somebody who is no user yet.
alter table public.outbox alter column user_id drop not null;

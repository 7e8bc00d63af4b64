-- One change to many tickets: each item is done once, whoever dies meanwhile.
create table public.bulk_operations (
  id uuid primary key,
  user_id uuid not null references public.users,
  kind text not null check (kind in ('change', 'undo')),
  -- as sent: {"priority": "high"}; of an undo which operation it takes back
  change jsonb,
  undoes_id uuid references public.bulk_operations,
  total int not null,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  check ((kind = 'change') = (change is not null) and (kind = 'undo') = (undoes_id is not null))
);
create index bulk_operations_user on public.bulk_operations (user_id, created_at desc, id desc); -- one's own latest, foreign key
create unique index bulk_operations_undoes on public.bulk_operations (undoes_id); -- taken back once, foreign key
create index bulk_operations_old on public.bulk_operations (created_at); -- the daily clean-up

create table public.bulk_items (
  operation_id uuid not null references public.bulk_operations,
  position int not null,
  ticket_id uuid not null references public.tickets,
  -- what it changed (ticket_changes), or of an undo what it takes back
  change_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'changed', 'refused')),
  reason text,
  primary key (operation_id, position),
  check ((state = 'refused') = (reason is not null))
);
create index bulk_items_waiting on public.bulk_items (operation_id, position) where state = 'waiting'; -- the next one
create index bulk_items_ticket on public.bulk_items (ticket_id); -- foreign key

select migrations.protect('public.bulk_operations', 'public.bulk_items');
create policy bulk_own on public.bulk_operations for all to app using (user_id = (select app.me()));
create policy bulk_lookup on public.bulk_operations for select to app_definer using (true);
-- not by the ticket: whoever loses sight of one is still told what became of it, without its name
create policy items_own on public.bulk_items for all to app
  using (operation_id in (select o.id from public.bulk_operations o where o.user_id = (select app.me())));
grant select, insert (id, user_id, kind, change, undoes_id, total), update (finished_at) on public.bulk_operations to app;
grant select, insert (operation_id, position, ticket_id, change_id), update (state, reason, change_id) on public.bulk_items to app;
grant select on public.bulk_operations to app_definer;
grant delete on public.bulk_operations, public.bulk_items to app_worker;

-- Whoever began an operation, while it runs: it goes on when they have signed out, but not when they no longer work here.
create function app.actor_of_operation(operation uuid) returns table (id uuid, name text, email text, role text, team_id uuid, team_name text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select u.id, u.name, u.email, u.role, u.team_id, t.name, u.time_zone
  from public.bulk_operations o
  join public.users u on u.id = o.user_id
  left join public.teams t on t.id = u.team_id
  where o.id = operation and o.user_id = app.claimed_id() and o.finished_at is null and u.status = 'active';
end;
select migrations.hand_over('app.actor_of_operation(uuid)', 'app_definer', 'app');

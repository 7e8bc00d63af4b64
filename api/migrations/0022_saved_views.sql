-- Lists with a name: one's own, a team's or everyone's. A shared one belongs to whom it is shared with, not to who made it.
create table public.saved_views (
  id uuid primary key,
  owner_id uuid not null references public.users, -- who made it
  name text not null check (length(name) between 1 and 60),
  audience text not null check (audience in ('private', 'team', 'everyone')),
  team_id uuid references public.teams,
  -- what the address of the list says: {"view": "all", "filter": "team:mine", "sort": "dueAt"}
  search jsonb not null check (jsonb_typeof(search) = 'object' and length(search::text) <= 10000),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3), -- can be taken back until the daily clean-up
  check ((audience = 'team') = (team_id is not null))
);
create index saved_views_owner on public.saved_views (owner_id); -- foreign key, what somebody sees
create index saved_views_team on public.saved_views (team_id); -- foreign key, what somebody sees
create unique index saved_views_own_name on public.saved_views (owner_id, lower(name)) where audience = 'private' and deleted_at is null;
create unique index saved_views_team_name on public.saved_views (team_id, lower(name)) where audience = 'team' and deleted_at is null;
create unique index saved_views_name on public.saved_views (lower(name)) where audience = 'everyone' and deleted_at is null;
create index saved_views_deleted on public.saved_views (deleted_at) where deleted_at is not null; -- the daily clean-up

select migrations.protect('public.saved_views');
create policy views_read on public.saved_views for select to app using (
  audience = 'private' and owner_id = (select app.me())
  or audience = 'team' and (team_id = (select app.my_team()) or (select app.my_role()) in ('manager', 'director', 'admin'))
  or audience = 'everyone' and (select app.me()) is not null
);
-- the same as view.policy.ts
create policy views_add on public.saved_views for insert to app with check (
  owner_id = (select app.me()) and (
    audience = 'private'
    or audience = 'team' and team_id = (select app.my_team()) and (select app.my_role()) = 'team_lead'
    or (select app.my_role()) in ('manager', 'director', 'admin'))
);
create policy views_change on public.saved_views for update to app using (
  audience = 'private' and owner_id = (select app.me())
  or audience = 'team' and team_id = (select app.my_team()) and (select app.my_role()) = 'team_lead'
  or audience <> 'private' and (select app.my_role()) in ('manager', 'director', 'admin')
);
grant select, insert (id, owner_id, name, audience, team_id, search), update (name, audience, team_id, search, version, updated_at, deleted_at) on public.saved_views to app;
grant delete on public.saved_views to app_worker;

-- One's own concerns nobody else; of a shared one everybody hears.
create function app.announce_view() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('live', json_build_object('kind', 'views', 'ids',
    case when new.audience = 'private' and (tg_op = 'INSERT' or old.audience = 'private') then array[new.owner_id] else array[]::uuid[] end)::text);
  return null;
end $$;
create trigger announce_view after insert or update on public.saved_views for each row execute function app.announce_view();
select migrations.allow('app.announce_view()');

-- A pin is the name of a list everybody has, or a saved view's id; so is the list that opens first. No pins chosen: null.
alter table public.pinned_places
  alter column places drop not null,
  add column default_view text check (length(default_view) <= 40);
grant insert (default_view), update (default_view) on public.pinned_places to app;

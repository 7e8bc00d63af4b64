-- Whom a response speaks to: [{"id", "name"}], the name as it stands in its words.
alter table public.ticket_responses add column mentions jsonb not null default '[]' check (jsonb_typeof(mentions) = 'array');
grant insert (mentions) on public.ticket_responses to app;
grant update (mentions) on public.ticket_responses to app_system;

-- Replies written ahead, for oneself, for a team or for everybody.
create table public.canned_replies (
  id uuid primary key,
  owner_id uuid not null references public.users,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) between 1 and 10000),
  category text check (length(category) between 1 and 60),
  audience text not null check (audience in ('private', 'team', 'everyone')),
  team_id uuid references public.teams,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check ((audience = 'team') = (team_id is not null))
);
create index canned_replies_title on public.canned_replies (title, id); -- the list
create index canned_replies_owner on public.canned_replies (owner_id); -- foreign key
create index canned_replies_team on public.canned_replies (team_id); -- foreign key

select migrations.protect('public.canned_replies');
create policy canned_usable on public.canned_replies for all to app using (
  owner_id = (select app.me()) and audience = 'private'
  or audience = 'everyone'
  or audience = 'team' and (team_id = (select app.my_team()) or (select app.my_role()) in ('admin', 'director', 'manager'))
);
-- whom one writes for is decided in TypeScript (canned-reply.policy.ts); nobody writes in another's name
create policy canned_write on public.canned_replies as restrictive for insert to app with check (owner_id = (select app.me()));
grant select, insert (id, owner_id, title, body, category, audience, team_id),
  update (title, body, category, audience, team_id, updated_at), delete on public.canned_replies to app;

-- Up to where a ticket tells its story, also when a move shows what came of it.
grant select (ticket_id, at) on public.ticket_history to app_system;

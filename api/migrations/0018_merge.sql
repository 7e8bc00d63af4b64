-- Merging tickets, taking back what was just done, and the trash.

-- What a move changed on a ticket, so that whoever did it can take it back, and a merge can be undone.
create table public.ticket_changes (
  id uuid primary key,
  ticket_id uuid not null references public.tickets,
  actor_id uuid not null references public.users,
  action text not null check (action in ('change', 'merge', 'delete')),
  -- of what changed, what it was and what it became: see change-states.ts
  difference jsonb not null,
  -- of a merge: into which ticket, and what moved there
  target_id uuid references public.tickets,
  moved jsonb,
  -- what was told and decided meanwhile belongs to this change, because the ticket was locked
  began_at timestamptz(3) not null,
  ended_at timestamptz(3) not null default clock_timestamp(),
  undone_at timestamptz(3),
  check ((action = 'merge') = (target_id is not null and moved is not null))
);
create index ticket_changes_ticket on public.ticket_changes (ticket_id, ended_at desc); -- the latest of a ticket, and of a merge
create index ticket_changes_target on public.ticket_changes (target_id, ended_at desc); -- the same from the other side
create index ticket_changes_actor on public.ticket_changes (actor_id); -- foreign key
create index ticket_changes_old on public.ticket_changes (ended_at); -- the daily clean-up

select migrations.protect('public.ticket_changes');
-- one's own; and a merge is for everybody who sees the ticket, because who may edit both may undo it
create policy changes_read on public.ticket_changes for select to app
  using ((actor_id = (select app.me()) or action = 'merge') and exists (select from public.tickets t where t.id = ticket_id));
create policy changes_move on public.ticket_changes for all to app_system using (ticket_id = any ((select app.moving())::uuid[]));
grant select on public.ticket_changes to app;
grant select, insert (id, ticket_id, actor_id, action, difference, target_id, moved, began_at), update (undone_at) on public.ticket_changes to app_system;
grant delete on public.ticket_changes to app_worker;

-- A merge moves what was said and attached, between the announced tickets only, and lets the source's people watch the target.
create policy responses_merge on public.ticket_responses for all to app_system using (ticket_id = any ((select app.moving())::uuid[]));
create policy watchers_merge on public.ticket_watchers for insert to app_system with check (ticket_id = any ((select app.moving())::uuid[]));
create policy watchers_unmerge on public.ticket_watchers for delete to app_system using (ticket_id = any ((select app.moving())::uuid[]));
grant select (id, ticket_id), update (ticket_id) on public.ticket_responses to app_system;
grant insert, delete on public.ticket_watchers to app_system;
grant update (merged_into_id) on public.tickets to app_system;

-- Taking back: a cycle that reopening began goes, what was told and not yet noticed goes, a decision no longer answers "why me?".
grant delete on public.ticket_clocks to app_system;
create policy notifications_withdraw on public.notifications for delete to app_system using (ticket_id = any ((select app.moving())::uuid[]));
create policy notifications_reached on public.notifications for select to app_system using (ticket_id = any ((select app.moving())::uuid[]));
grant select (id, user_id, ticket_id, mail_id, read_at, created_at), delete on public.notifications to app_system;
create trigger announce_withdrawn after delete on public.notifications referencing old table as changed
  for each statement execute function app.announce_notifications();
alter table public.assignment_decisions add column retracted_at timestamptz(3);
grant update (retracted_at) on public.assignment_decisions to app_system;

create index tickets_trash on public.tickets (deleted_at desc, id desc) where deleted_at is not null; -- the trash

-- The ticket that stands in the end, when a ticket was merged into one that was merged itself. Ids only: whether the caller
-- sees that ticket is for the policy.
create function app.merged_into(ticket uuid) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with recursive chain (id, next) as (
    select t.id, t.merged_into_id from public.tickets t where t.id = ticket
    union all
    select t.id, t.merged_into_id from chain c join public.tickets t on t.id = c.next
  ) cycle id set is_cycle using path
  select id from chain where next is null;
end;
grant select (merged_into_id) on public.tickets to app_router;
select migrations.hand_over('app.merged_into(uuid)', 'app_router', 'app', 'app_system');

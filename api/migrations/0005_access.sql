-- Which rows exist for whom. What may be done to them is decided in TypeScript (ticket.policy.ts).

select migrations.protect('public.clients', 'public.tickets', 'public.ticket_clocks', 'public.escalation_steps', 'public.ticket_responses',
  'public.ticket_history', 'public.ticket_watchers', 'public.assignment_decisions', 'public.ticket_attachments', 'public.ai_analysis_cache',
  'public.notifications', 'public.outbox', 'public.idempotency_keys');

-- Moves: begin; set claims; select … for update; policy check in TypeScript; act_as_system; update …; commit.
-- Turns the caller into app_system until the transaction ends, for these tickets only. Not security definer: it counts
-- under the caller's own row-level security, so nobody moves what he cannot see. The announcement carries the
-- transaction's id, so that whatever stays behind on a pooled connection is worth nothing in the next transaction.
create function app.act_as_system(ticket_ids uuid[]) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from public.tickets where id = any (ticket_ids)) <> cardinality(ticket_ids) then
    raise exception 'a ticket does not exist or is not visible' using errcode = 'no_data_found';
  end if;
  perform set_config('app.moving', pg_current_xact_id() || ':' || array_to_string(ticket_ids, ','), true);
  perform set_config('role', 'app_system', true);
end $$;
create function app.moving() returns uuid[] language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when split_part(current_setting('app.moving', true), ':', 1) = pg_current_xact_id_if_assigned()::text
              then string_to_array(split_part(current_setting('app.moving', true), ':', 2), ',')::uuid[] end
$$;
select migrations.allow('app.act_as_system(uuid[])', 'app'), migrations.allow('app.moving()', 'app_system');

-- The one rule of visibility, and the only place in the database where it stands. It binds app_definer too. "for all",
-- because an update without "where" or "returning" is held by update policies alone.
create policy tickets_visible on public.tickets for all to app, app_definer using (
  (deleted_at is null or (select app.my_role()) = 'admin')
  and (
    assigned_team_id = (select app.my_team())
    or assigned_to_user_id = (select app.me())
    or reported_by_user_id = (select app.me())
    or (select app.my_role()) in ('admin', 'director', 'manager')
    or exists (select from public.ticket_watchers w where w.ticket_id = tickets.id and w.user_id = (select app.me()))
  )
);
create policy tickets_report on public.tickets as restrictive for insert to app with check (reported_by_user_id = (select app.me()));
create policy tickets_move on public.tickets for all to app_system using (id = any ((select app.moving())::uuid[]));
create policy tickets_route on public.tickets for select to app_router using (true);

-- What hangs on a ticket follows the ticket: the inner select is filtered by tickets_visible.
do $$ declare name text; begin
  foreach name in array array['ticket_clocks', 'escalation_steps', 'ticket_responses', 'ticket_history', 'assignment_decisions', 'ai_analysis_cache'] loop
    execute format('create policy %I on public.%I for select to app using (exists (select from public.tickets t where t.id = ticket_id))', name || '_read', name);
  end loop;
  -- what a move writes beside the ticket
  foreach name in array array['ticket_clocks', 'escalation_steps', 'ticket_history', 'assignment_decisions'] loop
    execute format('create policy %I on public.%I for all to app_system using (ticket_id = any ((select app.moving())::uuid[]))', name || '_move', name);
  end loop;
end $$;
create policy responses_write on public.ticket_responses for insert to app
  with check (author_id = (select app.me()) and exists (select from public.tickets t where t.id = ticket_id));
create policy decisions_turns on public.assignment_decisions for select to app_router using (true);

-- Whether the caller sees this ticket, for policies that must not read tickets themselves.
create function app.can_see(ticket uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  return exists (select from public.tickets where id = ticket);
-- The policies on watchers must not read tickets, because the policy of tickets reads watchers: PostgreSQL refuses the
-- statement as infinite recursion. Your own rows here, others through watchers_of.
create policy watchers_own on public.ticket_watchers for select to app using (user_id = (select app.me()));
create policy watchers_add on public.ticket_watchers for insert to app
  with check (user_id = (select app.me()) and (select app.can_see(ticket_id)));
create policy watchers_leave on public.ticket_watchers for delete to app using (user_id = (select app.me()));
create policy watchers_move on public.ticket_watchers for select to app_system using (ticket_id = any ((select app.moving())::uuid[]));
create policy watchers_lookup on public.ticket_watchers for select to app_definer, app_router using (true);

create policy attachments_read on public.ticket_attachments for select to app
  using (uploaded_by_user_id = (select app.me()) or exists (select from public.tickets t where t.id = ticket_id));

-- A client's record is for whoever sees a ticket of theirs; everybody else looks them up, masked.
create policy clients_read on public.clients for select to app using (exists (select from public.tickets t where t.client_id = clients.id));
create policy clients_move on public.clients for select to app_system using (exists (select from public.tickets t where t.client_id = clients.id));
create policy clients_add on public.clients for insert to app with check ((select app.me()) is not null);
create policy clients_lookup on public.clients for select to app_definer using (true);

create policy notifications_own on public.notifications for all to app using (user_id = (select app.me()));
create policy notifications_send on public.notifications for insert to app_system with check (ticket_id = any ((select app.moving())::uuid[]));

create policy outbox_admin on public.outbox for select to app using ((select app.my_role()) = 'admin');

create policy idempotency_own on public.idempotency_keys for all to app using (user_id = (select app.me()));

-- Columns, so that nobody sends what the server sets.
grant select on public.clients, public.tickets, public.ticket_clocks, public.escalation_steps, public.ticket_responses, public.ticket_history,
  public.ticket_watchers, public.assignment_decisions, public.ticket_attachments, public.ai_analysis_cache, public.notifications, public.outbox,
  public.idempotency_keys to app;
grant insert (id, name, email, phone, membership_number, status) on public.clients to app;
grant insert (id, title, description, category_id, subcategory_id, form_version_id, answers, studio_id, client_id, client_mood, source, occurred_at,
  follow_up_at, action_taken, priority, reported_by_user_id) on public.tickets to app;
grant update (updated_at) on public.tickets to app; -- to lock a row one needs the right to change something of it
grant insert (id, ticket_id, author_id, kind, body) on public.ticket_responses to app;
grant insert, delete on public.ticket_watchers to app;
grant update (read_at) on public.notifications to app;
grant insert (user_id, method, path, key, request_hash), update (ticket_id, status, body) on public.idempotency_keys to app;

grant select on public.clients, public.tickets, public.ticket_clocks, public.escalation_steps, public.ticket_watchers, public.assignment_decisions to app_system;
grant update (title, description, client_mood, source, occurred_at, follow_up_at, action_taken, status, priority, assigned_to_user_id, assigned_team_id, escalation_level, first_response_due_at, resolution_due_at, resolution_note,
  client_informed, client_informed_how, resolved_by_user_id, resolved_at, closed_at, updated_at, deleted_at) on public.tickets to app_system;
grant insert, update (policy_id, policy_name, target_minutes, hours, calendar_id, pauses, due_at, stopped_at, cancelled_at, breached_at)
  on public.ticket_clocks to app_system;
grant insert, update (due_at, cancelled_at) on public.escalation_steps to app_system;
grant insert on public.ticket_history, public.assignment_decisions, public.notifications to app_system;

grant select on public.clients, public.tickets, public.ticket_watchers to app_definer;
grant select (id, assigned_team_id, assigned_to_user_id, reported_by_user_id, priority, status, is_open, deleted_at) on public.tickets to app_router;
grant select on public.ticket_watchers to app_router;
grant select (assignee_id, at) on public.assignment_decisions to app_router;
grant delete on public.idempotency_keys to app_worker;
-- the story is only ever added to
revoke update on public.ticket_history, public.assignment_decisions from app_worker;

-- The watchers of a ticket, for whoever sees the ticket.
create function app.watchers_of(ticket uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select w.user_id from public.tickets t join public.ticket_watchers w on w.ticket_id = t.id where t.id = ticket;
end;
-- How much each of these people has open, by priority. Work that waits for somebody else is no load.
create function app.workload_of(people uuid[]) returns table (user_id uuid, priority text, tickets int)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select t.assigned_to_user_id, t.priority, count(*)::int
  from public.tickets t
  where t.is_open and t.status <> 'pending' and t.assigned_to_user_id = any (people)
  group by 1, 2;
end;
create function app.last_assigned(people uuid[]) returns table (user_id uuid, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p, (select max(d.at) from public.assignment_decisions d where d.assignee_id = p) from unnest(people) p;
end;
-- Who is concerned by tickets that changed; whether a connected person may see them is then decided by audience.ts.
create function app.audience_of(ticket_ids uuid[])
  returns table (ticket_id uuid, team_id uuid, assignee_id uuid, reporter_id uuid, watcher_ids uuid[], is_deleted boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select t.id, t.assigned_team_id, t.assigned_to_user_id, t.reported_by_user_id,
    array(select w.user_id from public.ticket_watchers w where w.ticket_id = t.id), t.deleted_at is not null
  from public.tickets t
  where t.id = any (ticket_ids);
end;
-- Clients by exact phone, e-mail or membership number, or part of a name; the phone stays masked.
create function app.find_clients(wanted text, max_rows int)
  returns table (id uuid, name text, masked_phone text, membership_number text, status text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.id, c.name, '•••• ' || right(c.phone_digits, 4), c.membership_number, c.status
  from public.clients c
  where app.me() is not null and (
    c.email = lower(wanted) or c.membership_number = wanted
    or (length(regexp_replace(wanted, '\D', '', 'g')) >= 7 and c.phone_digits = right(regexp_replace(wanted, '\D', '', 'g'), 10))
    or c.name ilike '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%')
  order by c.name, c.id
  limit max_rows;
end;
-- The clients we already know by one of these, so that nobody is entered twice; whether it is the same person is for the API.
create function app.known_clients(phone text, email text, membership_number text) returns table (id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.id, c.name from public.clients c
  where app.me() is not null and (
    c.membership_number = known_clients.membership_number or c.email = lower(known_clients.email)
    or c.phone_digits = right(regexp_replace(known_clients.phone, '\D', '', 'g'), 10))
  order by c.created_at, c.id
  limit 20;
end;
-- Whether a client exists, for a ticket that names one by id.
create function app.client_exists(client uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  return exists (select from public.clients where id = client) and app.me() is not null;

do $$ begin -- pg_trgm may live in one of two schemas
  execute format('create index clients_name on public.clients using gin (name %I.gin_trgm_ops)', -- found by part of a name
    (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end $$;

select migrations.hand_over(f, 'app_definer', 'app', 'app_system')
from unnest(array['app.can_see(uuid)', 'app.watchers_of(uuid)', 'app.find_clients(text, int)', 'app.known_clients(text, text, text)', 'app.client_exists(uuid)']::regprocedure[]) f;
select migrations.hand_over(f, 'app_router', 'app', 'app_system')
from unnest(array['app.workload_of(uuid[])', 'app.last_assigned(uuid[])']::regprocedure[]) f;
select migrations.hand_over('app.audience_of(uuid[])', 'app_router', 'app');

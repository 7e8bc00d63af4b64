-- What a ticket is about, where and for whom, and what was answered, may be corrected after it was logged.
grant update (category_id, subcategory_id, form_version_id, answers, studio_id, client_id) on public.tickets to app_system;

-- One's own response may be corrected or taken back for a while; what it said before stands in the ticket's history.
-- A deleted one keeps its place in the thread without its words.
alter table public.ticket_responses
  add column edited_at timestamptz(3),
  add column deleted_at timestamptz(3),
  drop constraint ticket_responses_body_check,
  add constraint ticket_responses_body_check check (case when deleted_at is null then length(body) <= 50000 else body = '' end);
grant select, update (body, edited_at, deleted_at) on public.ticket_responses to app_system;
create trigger announce_correction after update on public.ticket_responses referencing new table as changed
  for each statement execute function app.announce_thread();

-- A notification leads to the response it is about.
alter table public.notifications add column response_id uuid references public.ticket_responses;
create index notifications_response on public.notifications (response_id); -- foreign key

-- Who is taken off the watchers may lose sight of the ticket.
create function app.announce_unwatched() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('tickets', array(select distinct ticket_id from changed order by ticket_id));
  perform app.announce('left', array(select distinct user_id from changed order by user_id));
  return null;
end $$;
create trigger announce_unwatched after delete on public.ticket_watchers referencing old table as changed
  for each statement execute function app.announce_unwatched();
select migrations.allow('app.announce_unwatched()');

-- Files: whoever uploads one has it to themselves until it becomes part of a ticket or response; from then on its rights are
-- the ticket's.

alter table public.ticket_attachments
  add width int,
  add height int,
  -- a small picture is made by the worker: none to make, waiting, there
  add thumbnail text not null default 'none' check (thumbnail in ('none', 'waiting', 'ready')),
  add check (status = 'uploading' or sha256 is not null),
  add check (ticket_id is null or status = 'ready'),
  add check (response_id is null or ticket_id is not null);
create index ticket_attachments_loose on public.ticket_attachments (created_at) where ticket_id is null; -- the hourly clean-up

drop policy attachments_read on public.ticket_attachments;
create policy attachments_read on public.ticket_attachments for select to app using (
  (ticket_id is null and uploaded_by_user_id = (select app.me())) or exists (select from public.tickets t where t.id = ticket_id));
create policy attachments_upload on public.ticket_attachments for insert to app with check (uploaded_by_user_id = (select app.me()));
create policy attachments_finish on public.ticket_attachments for update to app
  using (uploaded_by_user_id = (select app.me()) and ticket_id is null and status = 'uploading')
  with check (uploaded_by_user_id = (select app.me()) and ticket_id is null);
create policy attachments_discard on public.ticket_attachments for delete to app
  using (uploaded_by_user_id = (select app.me()) and ticket_id is null);
-- one's own that are part of nothing yet become part of the ticket that is moving; once they are, no other takes them
create policy attachments_attach on public.ticket_attachments for all to app_system
  using (ticket_id = any ((select app.moving())::uuid[]) or (ticket_id is null and uploaded_by_user_id = (select app.me()) and status = 'ready'))
  with check (ticket_id = any ((select app.moving())::uuid[]));

grant insert (id, uploaded_by_user_id, name, content_type, size), update (content_type, sha256, status, width, height, thumbnail), delete
  on public.ticket_attachments to app;
grant select, update (ticket_id, response_id), delete on public.ticket_attachments to app_system;
grant delete on public.ticket_attachments to app_worker;
-- a file that is removed is no longer an answer either
grant update (answers) on public.tickets to app_system;

-- A response may be nothing but files.
alter table public.ticket_responses drop constraint ticket_responses_body_check, add constraint ticket_responses_body_check check (length(body) <= 50000);

-- Attached, removed, or its small picture is there.
create function app.announce_files() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('tickets', array(select distinct ticket_id from changed where ticket_id is not null order by ticket_id));
  return null;
end $$;
create trigger announce_file after update on public.ticket_attachments referencing new table as changed
  for each statement execute function app.announce_files();
create trigger announce_removal after delete on public.ticket_attachments referencing old table as changed
  for each statement execute function app.announce_files();
select migrations.allow('app.announce_files()');

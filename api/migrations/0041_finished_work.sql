-- Whoever had a file made or many tickets changed, and went elsewhere meanwhile, finds in their inbox how it ended.
alter table public.notifications
  alter ticket_id drop not null,
  add export_id uuid references public.exports on delete cascade,
  add operation_id uuid references public.bulk_operations on delete cascade,
  drop constraint notifications_event_check,
  add constraint notifications_event_check
    check (event in ('assigned', 'mentioned', 'response', 'status', 'reminder', 'escalation', 'resolved', 'reopened', 'finished')),
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check
    check (kind in ('reply', 'note', 'new', 'assigned', 'in_progress', 'pending', 'resolved', 'closed', 'reopened', 'done', 'failed')),
  add constraint notifications_about check (num_nonnulls(ticket_id, export_id, operation_id) = 1),
  -- mails are about tickets
  add constraint notifications_mailed check (ticket_id is not null or not by_mail);
create unique index notifications_export on public.notifications (export_id); -- foreign key, each told once
create unique index notifications_operation on public.notifications (operation_id); -- foreign key, each told once

-- To whoever began it, and nobody else. One of the two ids.
create function app.tell_finished(notification uuid, export uuid, operation uuid, how text, what text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into public.notifications (id, user_id, export_id, operation_id, event, kind, message)
  select notification, app.claimed_id(), export, operation, 'finished', how, what
  where exists (select from public.exports e where e.id = export and e.user_id = app.claimed_id())
    or exists (select from public.bulk_operations o where o.id = operation and o.user_id = app.claimed_id())
  on conflict do nothing;
end;
create policy notifications_finished on public.notifications for insert to app_definer with check (event = 'finished');
grant insert (id, user_id, export_id, operation_id, event, kind, message) on public.notifications to app_definer;
select migrations.hand_over('app.tell_finished(uuid, uuid, uuid, text, text)', 'app_definer', 'app');

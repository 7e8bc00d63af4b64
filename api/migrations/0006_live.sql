-- Says what changed, with ids only, when the transaction commits. PostgreSQL drops repeated payloads of one transaction,
-- so a ticket that is written five times is announced once. Above 50 ids the browsers ask again for what they show.
create function app.announce(kind text, ids uuid[]) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(ids) > 50 then
    perform pg_notify('live', '{"kind": "refetch"}');
  elsif cardinality(ids) > 0 then
    perform pg_notify('live', json_build_object('kind', kind, 'ids', ids)::text);
  end if;
end $$;

create function app.announce_tickets() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('tickets', array(select distinct id from changed order by id));
  return null;
end $$;
-- Who had sight of a ticket through its team or assignment and may have lost it.
create function app.announce_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('tickets', array(select distinct id from changed order by id));
  perform app.announce('left', array(
    select distinct gone from before b join changed c using (id),
      unnest(array[
        case when b.assigned_team_id is distinct from c.assigned_team_id then b.assigned_team_id end,
        case when b.assigned_to_user_id is distinct from c.assigned_to_user_id then b.assigned_to_user_id end]) gone
    where gone is not null order by gone));
  return null;
end $$;
create function app.announce_thread() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('tickets', array(select distinct ticket_id from changed order by ticket_id));
  return null;
end $$;
create function app.announce_notifications() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('notifications', array(select distinct user_id from changed order by user_id));
  return null;
end $$;
-- The worker, too, changes notifications, which nobody has to be told.
create function app.announce_reading() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.announce('notifications', array(
    select distinct c.user_id from before b join changed c using (id)
      where b.read_at is distinct from c.read_at order by c.user_id));
  return null;
end $$;
-- Rights changed, or a session ended: whoever is connected must be looked at again.
create function app.announce_person() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('live', json_build_object('kind', 'people', 'ids', array[
    case when tg_table_name = 'users' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'user_id')::uuid end])::text);
  return null;
end $$;

create trigger announce_new after insert on public.tickets referencing new table as changed
  for each statement execute function app.announce_tickets();
create trigger announce_change after update on public.tickets referencing old table as before new table as changed
  for each statement execute function app.announce_moved();
create trigger announce_response after insert on public.ticket_responses referencing new table as changed
  for each statement execute function app.announce_thread();
create trigger announce_watcher after insert on public.ticket_watchers referencing new table as changed
  for each statement execute function app.announce_thread();
create trigger announce_notification after insert on public.notifications referencing new table as changed
  for each statement execute function app.announce_notifications();
create trigger announce_reading after update on public.notifications referencing old table as before new table as changed
  for each statement execute function app.announce_reading();
create trigger announce_rights after update of role, status, team_id on public.users for each row execute function app.announce_person();
create trigger announce_sign_out after update of ended_at on public.sessions for each row when (new.ended_at is not null)
  execute function app.announce_person();

select migrations.allow('app.announce(text, uuid[])', 'app', 'app_system', 'app_auth', 'app_worker', 'app_definer');
select migrations.allow(f) from unnest(array['app.announce_tickets()', 'app.announce_moved()', 'app.announce_thread()',
  'app.announce_notifications()', 'app.announce_reading()', 'app.announce_person()']::regprocedure[]) f;

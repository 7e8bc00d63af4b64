-- What was done to the configuration, to accounts and to the trash. Each row carries the hash of the one before it, so that
-- a changed row, or one missing before the newest, is found. Rows missing at the end are not: keep the newest id and hash
-- elsewhere to find those.
create table public.audit_log (
  id bigint primary key,
  at timestamptz not null,
  actor_id uuid references public.users, -- null: the system
  db_role text not null,
  action text not null,
  subject text not null default '',
  change jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_log_actor on public.audit_log (actor_id); -- foreign key

create function app.audit_hash(entry public.audit_log) returns bytea language sql immutable set search_path = pg_catalog, pg_temp
  return sha256(entry.previous_hash || convert_to(json_build_array(entry.id, extract(epoch from entry.at), entry.actor_id, entry.db_role,
    entry.action, entry.subject, entry.change)::text, 'UTF8'));

-- One writer at a time, until it commits: the chain has one end. Writing is rare (configuration, accounts, trash).
create function app.chain_audit() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last public.audit_log;
begin
  perform pg_advisory_xact_lock(hashtext('audit_log'));
  select * into last from public.audit_log order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.db_role := coalesce(nullif(current_setting('role'), 'none'), session_user);
  new.previous_hash := coalesce(last.hash, '\x');
  new.hash := app.audit_hash(new);
  return new;
end $$;
create trigger chain_audit before insert on public.audit_log for each row execute function app.chain_audit();

-- The first row whose hash, or whose link to the row before it, is wrong; null when all is well.
create function app.verify_audit() returns bigint language sql stable set search_path = pg_catalog, pg_temp
begin atomic
  select min(id) from (
    select a.id, a.hash <> app.audit_hash(a) or a.previous_hash <> lag(a.hash, 1, '\x') over (order by a.id)
      or a.id <> lag(a.id, 1, 0::bigint) over (order by a.id) + 1 as is_wrong
    from public.audit_log a
  ) checked
  where is_wrong;
end;

select migrations.protect('public.audit_log');
revoke update on public.audit_log from app_worker;
create policy audit_admin on public.audit_log for select to app using ((select app.my_role()) = 'admin');
create policy audit_write on public.audit_log for insert to app, app_system with check (actor_id = (select app.me()));
create policy audit_sign_in on public.audit_log for insert to app_auth with check (true);
create policy audit_chain on public.audit_log for select to app_definer using (true);
grant select, insert (actor_id, action, subject, change) on public.audit_log to app;
grant insert (actor_id, action, subject, change) on public.audit_log to app_system, app_auth;
grant select on public.audit_log to app_definer;

select migrations.allow('app.audit_hash(public.audit_log)', 'app', 'app_definer', 'app_worker'), migrations.allow('app.verify_audit()', 'app_worker');
select migrations.hand_over('app.chain_audit()', 'app_definer');

-- How each person wants to be told what: at once, gathered, or not at all, and when they want to be left alone.

create table public.notification_preferences (
  user_id uuid primary key references public.users,
  -- what differs from the defaults (default-deliveries.ts): {"response": {"mail": "digest"}}
  deliveries jsonb not null default '{}',
  digest_every text not null default 'day' check (digest_every in ('hour', 'day')),
  digest_at time(0) not null default '09:00', -- of a daily one, on the person's clocks
  quiet_from time(0),
  quiet_to time(0),
  updated_at timestamptz(3) not null default now(),
  check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
);
select migrations.protect('public.notification_preferences');
create policy preferences_own on public.notification_preferences for all to app using (user_id = (select app.me()));
create policy preferences_lookup on public.notification_preferences for select to app_definer using (true);
grant select, insert (user_id), update (deliveries, digest_every, digest_at, quiet_from, quiet_to, updated_at) on public.notification_preferences to app;
grant select on public.notification_preferences to app_definer;

-- How these people want to be told, for whoever is about to tell them. Without a row of their own: the defaults.
create function app.preferences_of(people uuid[])
  returns table (user_id uuid, time_zone text, deliveries jsonb, digest_every text, digest_at time, quiet_from time, quiet_to time)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select u.id, u.time_zone, p.deliveries, p.digest_every, p.digest_at, p.quiet_from, p.quiet_to
  from public.users u
  left join public.notification_preferences p on p.user_id = u.id
  where u.id = any (people);
end;
select migrations.hand_over('app.preferences_of(uuid[])', 'app_definer', 'app_system');

alter table public.notifications
  -- of a response, whether the client reads it; of a status, the new one
  add kind text check (kind in ('reply', 'note', 'new', 'assigned', 'in_progress', 'pending', 'resolved', 'closed', 'reopened')),
  -- when it comes into the inbox: later than it happened in a digest, null if it never does
  add in_app_at timestamptz(3),
  -- by_mail: together with whatever else is due then
  add digest boolean not null default false,
  -- by_mail: not before this; later than it happened in a digest and in quiet hours
  add mail_at timestamptz(3);

-- the owner is bound by row-level security otherwise
alter table public.notifications no force row level security;
update public.notifications set
  in_app_at = created_at,
  mail_at = created_at,
  kind = case when event = 'response' then case when message ~ ' left a note on P57-\d+: ' then 'note' else 'reply' end end;
alter table public.notifications force row level security;
alter table public.notifications
  alter in_app_at set default date_trunc('milliseconds', clock_timestamp()),
  alter mail_at set default date_trunc('milliseconds', clock_timestamp()),
  alter mail_at set not null;

drop index public.notifications_inbox, public.notifications_unread;
create index notifications_inbox on public.notifications (user_id, in_app_at desc, id desc); -- the bell's list, foreign key
create index notifications_unread on public.notifications (user_id, in_app_at desc, id desc) where in_app_at is not null and read_at is null; -- the badge
create index notifications_late on public.notifications (in_app_at) where in_app_at > created_at; -- what comes into inboxes this minute
create index notifications_due on public.notifications (mail_at) where by_mail and mail_id is null and read_at is null; -- what is to be mailed by now
-- whoever changes their mind changes what waits for them too
grant update (in_app_at, by_mail, digest, mail_at) on public.notifications to app;

alter table public.outbox add digest boolean not null default false;
create index outbox_digests on public.outbox (user_id, created_at) where status = 'queued' and digest; -- what a digest's job sends

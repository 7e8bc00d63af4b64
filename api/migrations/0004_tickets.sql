-- Tickets and all that hangs on one. Times are kept to the millisecond, what JavaScript knows, so that a cursor names its row exactly.

create table public.clients (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text check (email = lower(email)),
  phone text,
  -- the last ten digits: how a number is recognised however it was typed
  phone_digits text generated always as (
    case when length(regexp_replace(phone, '\D', '', 'g')) >= 7 then right(regexp_replace(phone, '\D', '', 'g'), 10) end) stored,
  membership_number text,
  status text not null default 'new_prospect' check (status in ('existing_active', 'existing_inactive', 'new_prospect', 'trial', 'hosted_guest')),
  created_at timestamptz(3) not null default now()
);
create index clients_phone on public.clients (phone_digits); -- found by exact number
create index clients_email on public.clients (email); -- found by exact e-mail
create index clients_membership on public.clients (membership_number); -- found by exact number

create table public.tickets (
  id uuid primary key,
  number bigint generated always as identity (start 1001) unique,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 50000),
  category_id uuid not null references public.categories,
  subcategory_id uuid not null references public.subcategories,
  form_version_id uuid not null references public.form_versions,
  answers jsonb not null default '{}',
  studio_id uuid not null references public.studios,
  client_id uuid references public.clients,
  client_mood text check (client_mood in ('calm', 'understanding', 'disappointed', 'frustrated', 'angry')),
  source text check (source in ('front_desk', 'phone', 'email', 'whatsapp', 'app', 'social_media', 'trainer')),
  occurred_at timestamptz(3),
  follow_up_at timestamptz(3),
  action_taken text not null default '',
  status text not null default 'new' check (status in ('new', 'assigned', 'in_progress', 'pending', 'resolved', 'closed', 'reopened')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical')),
  reported_by_user_id uuid not null references public.users,
  assigned_to_user_id uuid references public.users,
  assigned_team_id uuid references public.teams,
  escalation_level int not null default 0 check (escalation_level between 0 and 2),
  merged_into_id uuid references public.tickets,
  -- copies of the current clocks' due times, for lists; null once stopped, and while a pause lasts that began before they were due
  first_response_due_at timestamptz(3),
  resolution_due_at timestamptz(3),
  resolution_note text,
  client_informed boolean not null default false,
  client_informed_how text,
  resolved_by_user_id uuid references public.users,
  resolved_at timestamptz(3),
  closed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version int not null default 1,
  -- a condition the planner can prove without knowing parameters, for partial indexes: "where is_open"
  is_open boolean not null generated always as (status not in ('resolved', 'closed') and merged_into_id is null and deleted_at is null) stored
);

-- managers: everything by keyset, then what is open; then the same for each way a member sees a ticket. What is included
-- is what the policy and the filters look at, so that up to 10,001 rows are counted without visiting the table.
create index tickets_newest on public.tickets (created_at desc, id desc) include (assigned_team_id, assigned_to_user_id, reported_by_user_id, deleted_at,
  merged_into_id, is_open, status, priority, category_id, subcategory_id, studio_id);
create index tickets_touched on public.tickets (updated_at desc, id desc);
create index tickets_open on public.tickets (created_at desc, id desc) include (assigned_team_id, assigned_to_user_id, reported_by_user_id, deleted_at,
  status, priority, category_id, subcategory_id, studio_id, resolution_due_at) where is_open;
create index tickets_open_due on public.tickets ((coalesce(resolution_due_at, 'infinity')), id) where is_open;
create index tickets_team on public.tickets (assigned_team_id, created_at desc, id desc) include (assigned_to_user_id, reported_by_user_id, deleted_at,
  merged_into_id, is_open, status, priority);
create index tickets_team_touched on public.tickets (assigned_team_id, updated_at desc, id desc);
create index tickets_team_open on public.tickets (assigned_team_id, created_at desc, id desc) where is_open;
create index tickets_team_open_due on public.tickets (assigned_team_id, (coalesce(resolution_due_at, 'infinity')), id) where is_open;
create index tickets_assignee on public.tickets (assigned_to_user_id, created_at desc, id desc);
create index tickets_assignee_touched on public.tickets (assigned_to_user_id, updated_at desc, id desc);
create index tickets_assignee_open on public.tickets (assigned_to_user_id, created_at desc, id desc) where is_open;
create index tickets_assignee_open_due on public.tickets (assigned_to_user_id, (coalesce(resolution_due_at, 'infinity')), id) where is_open;
create index tickets_reporter on public.tickets (reported_by_user_id, created_at desc, id desc);
create index tickets_reporter_touched on public.tickets (reported_by_user_id, updated_at desc, id desc);
create index tickets_reporter_open on public.tickets (reported_by_user_id, created_at desc, id desc) where is_open;
create index tickets_reporter_open_due on public.tickets (reported_by_user_id, (coalesce(resolution_due_at, 'infinity')), id) where is_open;
-- filters that are selective by themselves, and foreign keys
create index tickets_subcategory on public.tickets (subcategory_id, created_at desc, id desc);
create index tickets_category on public.tickets (category_id, created_at desc, id desc);
create index tickets_studio on public.tickets (studio_id, created_at desc, id desc);
create index tickets_status on public.tickets (status, created_at desc, id desc);
create index tickets_client on public.tickets (client_id, created_at desc); -- a client's earlier tickets
create index tickets_form_version on public.tickets (form_version_id);
create index tickets_merged_into on public.tickets (merged_into_id);
create index tickets_resolved_by on public.tickets (resolved_by_user_id);

-- One row a clock and cycle: reopening starts a new cycle. due_at follows from the rest (see due-at.ts) and is kept so
-- that it can be searched; a changed policy or pause recomputes it.
create table public.ticket_clocks (
  ticket_id uuid not null references public.tickets,
  kind text not null check (kind in ('first_response', 'resolution')),
  cycle int not null default 1,
  policy_id uuid references public.sla_policies,
  policy_name text not null,
  target_minutes int not null check (target_minutes > 0),
  hours text not null check (hours in ('always', 'studio_hours')),
  calendar_id uuid references public.calendars, -- null when counting round the clock
  started_at timestamptz(3) not null,
  -- [{ "from": instant, "to": instant or null }]
  pauses jsonb not null default '[]',
  due_at timestamptz(3),
  stopped_at timestamptz(3),
  cancelled_at timestamptz(3),
  breached_at timestamptz(3),
  primary key (ticket_id, kind, cycle),
  check ((hours = 'always') = (calendar_id is null))
);
create index ticket_clocks_due on public.ticket_clocks (due_at) where stopped_at is null and cancelled_at is null; -- what is due now
create index ticket_clocks_policy on public.ticket_clocks (policy_id); -- foreign key
create index ticket_clocks_calendar on public.ticket_clocks (calendar_id); -- foreign key

-- Every escalation step of an open cycle with the moment it falls due; one row decides that it fires once.
create table public.escalation_steps (
  ticket_id uuid not null references public.tickets,
  rule_id uuid not null references public.escalation_rules,
  cycle int not null,
  due_at timestamptz(3) not null,
  fired_at timestamptz(3),
  cancelled_at timestamptz(3),
  primary key (ticket_id, rule_id, cycle)
);
create index escalation_steps_due on public.escalation_steps (due_at) where fired_at is null and cancelled_at is null; -- a run
create index escalation_steps_rule on public.escalation_steps (rule_id); -- foreign key

create table public.ticket_responses (
  id uuid primary key,
  ticket_id uuid not null references public.tickets,
  author_id uuid not null references public.users,
  kind text not null check (kind in ('reply', 'note')),
  body text not null check (length(body) between 1 and 50000),
  created_at timestamptz(3) not null default clock_timestamp()
);
create index ticket_responses_thread on public.ticket_responses (ticket_id, created_at, id); -- the thread
create index ticket_responses_author on public.ticket_responses (author_id); -- foreign key

-- The story of a ticket; nobody changes it.
create table public.ticket_history (
  id uuid primary key,
  ticket_id uuid not null references public.tickets,
  actor_id uuid references public.users, -- null: the system
  event text not null,
  detail jsonb not null default '{}',
  at timestamptz(3) not null default clock_timestamp()
);
create index ticket_history_ticket on public.ticket_history (ticket_id, at, id); -- the timeline
create index ticket_history_actor on public.ticket_history (actor_id); -- foreign key

create table public.ticket_watchers (
  user_id uuid not null references public.users,
  ticket_id uuid not null references public.tickets,
  primary key (user_id, ticket_id)
);
create index ticket_watchers_ticket on public.ticket_watchers (ticket_id); -- detail page, foreign key

-- Why a ticket went where it went: shown as "why me?".
create table public.assignment_decisions (
  id uuid primary key,
  ticket_id uuid not null references public.tickets,
  rule_id uuid references public.assignment_rules,
  assignee_id uuid references public.users,
  team_id uuid references public.teams,
  reason text not null,
  -- [{ "userId", "load", "available" }] as they stood at that moment
  candidates jsonb not null default '[]',
  at timestamptz(3) not null default clock_timestamp()
);
create index assignment_decisions_ticket on public.assignment_decisions (ticket_id, at desc, id desc); -- the latest of a ticket
create index assignment_decisions_assignee on public.assignment_decisions (assignee_id, at desc); -- whose turn it is
create index assignment_decisions_rule on public.assignment_decisions (rule_id); -- foreign key
create index assignment_decisions_team on public.assignment_decisions (team_id); -- foreign key

create table public.ticket_attachments (
  id uuid primary key,
  ticket_id uuid references public.tickets, -- null until it is part of one
  response_id uuid references public.ticket_responses,
  uploaded_by_user_id uuid not null references public.users,
  name text not null check (octet_length(name) between 1 and 255),
  content_type text not null,
  size bigint not null check (size >= 0),
  sha256 bytea,
  status text not null default 'uploading' check (status in ('uploading', 'ready')),
  created_at timestamptz(3) not null default now()
);
create index ticket_attachments_ticket on public.ticket_attachments (ticket_id, created_at, id); -- a ticket's files
create index ticket_attachments_response on public.ticket_attachments (response_id); -- foreign key
create index ticket_attachments_uploader on public.ticket_attachments (uploaded_by_user_id); -- foreign key

create table public.ai_analysis_cache (
  ticket_id uuid primary key references public.tickets,
  content_hash bytea not null,
  suggestions jsonb not null,
  model text not null,
  analysed_at timestamptz(3) not null default now()
);

create table public.notifications (
  id uuid primary key,
  user_id uuid not null references public.users,
  ticket_id uuid not null references public.tickets,
  event text not null check (event in ('assigned', 'mentioned', 'response', 'status', 'reminder', 'escalation', 'resolved', 'reopened')),
  actor_id uuid references public.users, -- null: the system
  message text not null,
  -- whether it also goes out by mail, and in which mail it went
  by_mail boolean not null default false,
  mail_id uuid,
  created_at timestamptz(3) not null default clock_timestamp(),
  read_at timestamptz(3)
);
create index notifications_inbox on public.notifications (user_id, created_at desc, id desc); -- the bell's list
create index notifications_unread on public.notifications (user_id, created_at desc, id desc) where read_at is null; -- the badge
create index notifications_ticket on public.notifications (ticket_id); -- foreign key
create index notifications_actor on public.notifications (actor_id); -- foreign key
create index notifications_to_mail on public.notifications (user_id, ticket_id, created_at) where by_mail and mail_id is null; -- what a mail gathers

-- Every mail, whoever delivers it. message_id is derived from what the mail is about, so that a repeated job finds it again.
create table public.outbox (
  id uuid primary key,
  message_id text not null unique,
  user_id uuid not null references public.users,
  ticket_id uuid references public.tickets,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  status text not null default 'queued' check (status in ('queued', 'sent', 'dropped')),
  detail text,
  created_at timestamptz(3) not null default now(),
  -- who is sending it now; taken over when that takes too long
  claimed_at timestamptz(3),
  sent_at timestamptz(3)
);
create index outbox_queued on public.outbox (user_id, ticket_id, created_at) where status = 'queued'; -- what a job sends
create index outbox_newest on public.outbox (created_at desc, id desc); -- the admin's list
create index outbox_user on public.outbox (user_id); -- foreign key
create index outbox_ticket on public.outbox (ticket_id); -- foreign key
alter table public.notifications add foreign key (mail_id) references public.outbox;
create index notifications_mail on public.notifications (mail_id); -- foreign key

-- The first answer to a request that may be repeated, kept in the same transaction as what it did.
create table public.idempotency_keys (
  user_id uuid not null references public.users,
  method text not null,
  path text not null,
  key text not null,
  request_hash bytea not null,
  ticket_id uuid references public.tickets,
  status int,
  body jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (user_id, method, path, key)
);
create index idempotency_keys_old on public.idempotency_keys (created_at); -- the daily clean-up
create index idempotency_keys_ticket on public.idempotency_keys (ticket_id); -- foreign key

-- What the server sets and nobody sends. `version` rises with what an editor would have to know, not with a response.
create function app.touch_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create function app.touch_updated() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;
create trigger touch_version before update of title, description, category_id, subcategory_id, form_version_id, answers, studio_id, client_id,
  client_mood, source, occurred_at, follow_up_at, action_taken, status, priority, assigned_to_user_id, assigned_team_id, escalation_level,
  merged_into_id, deleted_at on public.tickets for each row execute function app.touch_version();
create trigger touch_updated before update on public.tickets for each row execute function app.touch_updated();
select migrations.allow('app.touch_version()'), migrations.allow('app.touch_updated()');

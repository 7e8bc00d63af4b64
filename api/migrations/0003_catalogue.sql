-- What an admin configures: places and their hours, categories and forms, rules, service levels.

create table public.calendars (
  id uuid primary key,
  name text not null unique,
  time_zone text not null,
  -- [{ "day": 0..6 (0 = Sunday), "from": "06:30", "to": "11:30" }], several ranges a day
  hours jsonb not null
);
create table public.calendar_holidays (
  calendar_id uuid not null references public.calendars,
  day date not null,
  name text not null,
  primary key (calendar_id, day)
);
create table public.studios (
  id uuid primary key,
  name text not null unique,
  short_name text not null unique,
  city text not null,
  calendar_id uuid references public.calendars, -- null: the organisation's
  position int not null default 0,
  is_active boolean not null default true
);
-- What forms let people choose from: trainers, class types, packages.
create table public.lookup_values (
  id uuid primary key,
  kind text not null check (kind in ('trainer', 'class_type', 'package')),
  name text not null,
  position int not null default 0,
  is_active boolean not null default true,
  unique (kind, name)
);
create table public.categories (
  id uuid primary key,
  name text not null unique,
  icon text not null,
  position int not null default 0,
  is_active boolean not null default true
);
create table public.subcategories (
  id uuid primary key,
  category_id uuid not null references public.categories,
  name text not null,
  aliases text[] not null default '{}',
  default_team_id uuid references public.teams,
  default_priority text not null default 'medium' check (default_priority in ('low', 'medium', 'high', 'critical')),
  position int not null default 0,
  is_active boolean not null default true,
  unique (category_id, name)
);
-- Never changed once written: a ticket keeps the version it was filed with. The highest is the current one.
create table public.form_versions (
  id uuid primary key,
  subcategory_id uuid not null references public.subcategories,
  version int not null check (version > 0),
  fields jsonb not null,
  created_at timestamptz not null default now(),
  unique (subcategory_id, version)
);
create table public.assignment_rules (
  id uuid primary key,
  name text not null,
  priority_order int not null,
  category_id uuid references public.categories,
  subcategory_id uuid references public.subcategories,
  studio_id uuid references public.studios,
  priority text check (priority in ('low', 'medium', 'high', 'critical')),
  target_user_id uuid references public.users,
  target_team_id uuid references public.teams,
  is_active boolean not null default true,
  check (num_nonnulls(target_user_id, target_team_id) = 1)
);
create table public.sla_policies (
  id uuid primary key,
  name text not null unique,
  priority text not null check (priority in ('low', 'medium', 'high', 'critical')),
  category_id uuid references public.categories,
  subcategory_id uuid references public.subcategories,
  studio_id uuid references public.studios,
  first_response_minutes int not null check (first_response_minutes > 0),
  resolution_minutes int not null check (resolution_minutes > 0),
  hours text not null check (hours in ('always', 'studio_hours'))
);
-- Steps on the resolution clock, by percent of its counted time or by an offset in minutes of wall time after it is due.
create table public.escalation_rules (
  id uuid primary key,
  name text not null unique,
  at_percent int check (at_percent between 1 and 100),
  at_offset_minutes int check (at_offset_minutes > 0),
  only_without_response boolean not null default false,
  action text not null check (action in ('remind_assignee', 'notify_lead', 'escalate_to_manager', 'escalate_to_director')),
  position int not null default 0,
  is_active boolean not null default true,
  check (num_nonnulls(at_percent, at_offset_minutes) = 1)
);
create table public.settings (
  id int primary key default 1 check (id = 1),
  organisation_name text not null,
  default_team_id uuid not null references public.teams,
  default_calendar_id uuid not null references public.calendars,
  -- how much an open ticket of each priority weighs when work is shared out
  priority_weights jsonb not null default '{"critical": 4, "high": 3, "medium": 2, "low": 1}',
  auto_close_days int not null default 7 check (auto_close_days > 0)
);

create index studios_calendar on public.studios (calendar_id); -- foreign keys, all below
create index subcategories_team on public.subcategories (default_team_id);
create index assignment_rules_category on public.assignment_rules (category_id);
create index assignment_rules_subcategory on public.assignment_rules (subcategory_id);
create index assignment_rules_studio on public.assignment_rules (studio_id);
create index assignment_rules_user on public.assignment_rules (target_user_id);
create index assignment_rules_team on public.assignment_rules (target_team_id);
create index sla_policies_category on public.sla_policies (category_id);
create index sla_policies_subcategory on public.sla_policies (subcategory_id);
create index sla_policies_studio on public.sla_policies (studio_id);
create index settings_team on public.settings (default_team_id);
create index settings_calendar on public.settings (default_calendar_id);

select migrations.protect('public.calendars', 'public.calendar_holidays', 'public.studios', 'public.lookup_values', 'public.categories',
  'public.subcategories', 'public.form_versions', 'public.assignment_rules', 'public.sla_policies', 'public.escalation_rules', 'public.settings');

-- Everybody signed in reads the catalogue; nobody writes it through the API yet.
do $$ declare name text; begin
  foreach name in array array['calendars', 'calendar_holidays', 'studios', 'lookup_values', 'categories', 'subcategories',
    'form_versions', 'assignment_rules', 'sla_policies', 'escalation_rules', 'settings']
  loop
    execute format('create policy %I on public.%I for select to app, app_system using ((select app.me()) is not null)', name || '_read', name);
    execute format('grant select on public.%I to app, app_system', name);
  end loop;
end $$;

-- What people mark tickets with. A ticket keeps its tags in a column, so that they are granted, changed, taken back and
-- announced like its other fields. Operators on arrays are not leakproof, so nothing is looked for in that column: the side
-- table says the same by tag, is kept by a trigger, and shows what the policy on tickets shows.
alter table public.tickets
  add column tags text[] not null default '{}' check (cardinality(tags) <= 20 and array_position(tags, null) is null);
grant insert (tags) on public.tickets to app;
grant update (tags) on public.tickets to app_system;
-- the tags in use, among the newest tickets that have any; of a team's and of a person's the lists have indexes
create index tickets_tagged on public.tickets (created_at desc, id desc) where tags <> '{}' and deleted_at is null;

create table public.ticket_tags (
  ticket_id uuid not null references public.tickets,
  tag text not null check (length(tag) between 1 and 40 and tag = lower(tag)),
  primary key (ticket_id, tag) -- whether a ticket has it; foreign key
);
create index ticket_tags_tag on public.ticket_tags (tag, ticket_id); -- all that have it

create function app.keep_tags() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.ticket_tags where ticket_id = new.id and tag <> all (new.tags);
  insert into public.ticket_tags (ticket_id, tag) select new.id, unnest(new.tags) on conflict do nothing;
  if tg_op = 'UPDATE' then -- a new ticket is indexed anyway
    perform app.index_ticket(new.id);
  end if;
  return null;
end $$;
create trigger keep_first_tags after insert on public.tickets for each row when (new.tags <> '{}') execute function app.keep_tags();
create trigger keep_tags after update of tags on public.tickets for each row when (new.tags <> old.tags) execute function app.keep_tags();

create or replace trigger touch_version before update of title, description, category_id, subcategory_id, form_version_id, answers, studio_id,
  client_id, client_mood, source, occurred_at, follow_up_at, action_taken, status, priority, tags, assigned_to_user_id, assigned_team_id,
  escalation_level, merged_into_id, deleted_at on public.tickets for each row execute function app.touch_version();

-- Tags are words to find a ticket by.
create or replace function app.ticket_words(ticket uuid) returns tsvector language sql stable set search_path = pg_catalog, pg_temp
begin atomic
  select app.words_of(t.number::text, 'A') || app.words_of(t.title, 'A') || app.words_of(c.name, 'A')
    || app.words_of(t.description, 'B') || app.words_of(t.action_taken, 'B') || app.words_of(array_to_string(t.tags, ' / '), 'B')
    || app.words_of(app.answers_text(t.answers, f.fields), 'C')
    || app.words_of(concat_ws(' / ', c.email, c.phone, c.phone_digits, c.membership_number), 'C')
    || app.words_of(t.resolution_note, 'D')
    || app.words_of((select string_agg(r.body, ' / ' order by r.created_at, r.id) from public.ticket_responses r where r.ticket_id = t.id), 'D')
  from public.tickets t
  join public.form_versions f on f.id = t.form_version_id
  left join public.clients c on c.id = t.client_id
  where t.id = ticket;
end;

select migrations.protect('public.ticket_tags');
create policy tags_read on public.ticket_tags for select to app, app_system using (exists (select from public.tickets t where t.id = ticket_id));
create policy tags_keep on public.ticket_tags for all to app_indexer using (true);
grant select on public.ticket_tags to app, app_system;
grant select, insert, delete on public.ticket_tags to app_indexer;
grant select (tags) on public.tickets to app_indexer;
select migrations.hand_over('app.keep_tags()', 'app_indexer');

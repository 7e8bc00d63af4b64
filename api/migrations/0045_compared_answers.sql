-- Answers that are numbers, days or moments, to be found by what they are above or below: of a column of JSON no index knows
-- an order. Kept by triggers; nobody but their owner reads them, and what is found passes the policy on tickets.
create table public.compared_answers (
  ticket_id uuid not null references public.tickets,
  key text not null,
  number numeric,
  day text collate "C" check (length(day) <= 40), -- or a moment, as it is written
  primary key (ticket_id, key), -- what was said before a change; foreign key
  check (num_nonnulls(number, day) = 1)
);
create index compared_answers_number on public.compared_answers (key, number, ticket_id) where number is not null; -- above, below
create index compared_answers_day on public.compared_answers (key, day, ticket_id) where day is not null; -- before, from then on

-- A text that begins like a day is kept too, the beginning of it: the filter reads the answer itself afterwards.
create function app.comparable(answers jsonb) returns table (key text, number numeric, day text) language sql immutable
  set search_path = pg_catalog, pg_temp
begin atomic
  select said.key, said.number, said.day from (
    select a.key,
      case when jsonb_typeof(a.value) = 'number' then (a.value #>> '{}')::numeric end as number,
      case when jsonb_typeof(a.value) = 'string' and a.value #>> '{}' ~ '^\d{4}-' then left(a.value #>> '{}', 40) end as day
    from jsonb_each(answers) a) said
  where num_nonnulls(said.number, said.day) = 1;
end;

create function app.keep_compared_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.compared_answers where ticket_id = new.id;
  insert into public.compared_answers (ticket_id, key, number, day)
  select new.id, said.key, said.number, said.day from app.comparable(new.answers) said;
  return null;
end $$;
create trigger keep_first_compared_answers after insert on public.tickets for each row
  when (new.answers <> '{}') execute function app.keep_compared_answers();
create trigger keep_compared_answers after update of answers on public.tickets for each row
  when (new.answers <> old.answers) execute function app.keep_compared_answers();

-- Up to so many tickets and one more, seen or not, whose answer lies before (below) or after (above; a day: from it on) a value.
create function app.tickets_that_compare(key text, operator text, value text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare asked alias for key;
begin
  if value ~ '^\d{4}-' then
    return case operator
      when 'before' then array(select ticket_id from public.compared_answers c where c.key = asked and c.day < value limit most + 1)
      else array(select ticket_id from public.compared_answers c where c.key = asked and c.day >= value limit most + 1) end;
  end if;
  return case operator
    when 'before' then array(select ticket_id from public.compared_answers c where c.key = asked and c.number < value::numeric limit most + 1)
    else array(select ticket_id from public.compared_answers c where c.key = asked and c.number > value::numeric limit most + 1) end;
end $$;

-- Those of them the caller sees; null when there are too many for this to be the shorter way.
create function app.few_that_compare(key text, operator text, value text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
declare found uuid[] := app.tickets_that_compare(key, operator, value, most);
begin
  if cardinality(found) > most then return null; end if;
  return array(select t.id from public.tickets t where t.id = any (found));
end $$;

select migrations.protect('public.compared_answers');
create policy compared_keep on public.compared_answers for all to app_indexer using (true);
grant select, insert, delete on public.compared_answers to app_indexer;
select migrations.allow('app.comparable(jsonb)', 'app_indexer', 'app_worker');
select migrations.hand_over('app.keep_compared_answers()', 'app_indexer');
select migrations.hand_over('app.tickets_that_compare(text, text, text, int)', 'app_indexer', 'app_definer');
select migrations.hand_over('app.few_that_compare(text, text, text, int)', 'app_definer', 'app');

-- What is there already: the worker sees all of it, and the owner is the worker for that long.
do $$ begin
  execute format('grant app_worker to %I %s', current_user,
    case when current_setting('server_version_num')::int >= 160000 then 'with inherit false, set true' else '' end);
  perform set_config('role', 'app_worker', true);
  insert into public.compared_answers (ticket_id, key, number, day)
  select t.id, said.key, said.number, said.day from public.tickets t, app.comparable(t.answers) said;
  perform set_config('role', 'none', true);
  execute format('revoke app_worker from %I', current_user);
end $$;

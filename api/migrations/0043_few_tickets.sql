-- What a title or description contains and what was answered, by index. The operators that need these indexes are not
-- leakproof, so under row-level security they would not be used: as for words, a function looks first and the policy after.
-- Fast updates stay on: nobody filters with every key they press, and long descriptions have many trigrams.
do $$ declare trigrams name; begin
  select n.nspname into trigrams from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  execute format('create index tickets_title_says on public.tickets using gin (lower(title) %I.gin_trgm_ops)', trigrams);
  execute format('create index tickets_description_says on public.tickets using gin (lower(description) %I.gin_trgm_ops)', trigrams);
end $$;
create index tickets_answers on public.tickets using gin (answers jsonb_path_ops);

-- Up to so many tickets and one more, seen or not. "enable_seqscan" keeps the planner from reading them all on a bad guess.
create function app.tickets_that_say(field text, value text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  pattern text := '%' || regexp_replace(lower(value), '([\\%_])', '\\\1', 'g') || '%';
  key text := substr(field, 6); -- form.<key>
  one jsonb; several jsonb; unquoted jsonb;
begin
  if field = 'title' then
    return array(select t.id from public.tickets t where lower(t.title) like pattern limit most + 1);
  elsif field = 'description' then
    return array(select t.id from public.tickets t where lower(t.description) like pattern limit most + 1);
  end if;
  one := jsonb_build_object(key, value);
  several := jsonb_build_object(key, jsonb_build_array(value));
  unquoted := case
    when value ~ '^-?\d+(\.\d+)?$' then jsonb_build_object(key, value::numeric)
    when value in ('true', 'false') then jsonb_build_object(key, value::boolean)
    else one end;
  return array(select t.id from public.tickets t
    where t.answers @> one or t.answers @> several or t.answers @> unquoted limit most + 1);
end $$;

-- Those of them the caller sees; null when there are too many for this to be the shorter way.
create function app.few_tickets(field text, value text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
declare found uuid[] := app.tickets_that_say(field, value, most);
begin
  if cardinality(found) > most then return null; end if;
  return array(select t.id from public.tickets t where t.id = any (found));
end $$;

select migrations.hand_over('app.tickets_that_say(text, text, int)', 'app_indexer', 'app_definer');
select migrations.hand_over('app.few_tickets(text, text, int)', 'app_definer', 'app');

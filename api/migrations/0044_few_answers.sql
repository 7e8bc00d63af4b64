-- Part of an answer, by index: as for titles, a function looks first and the policy after. Which question it answers is
-- asked after that.
do $$ declare trigrams name; begin
  select n.nspname into trigrams from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  execute format('create index tickets_answers_say on public.tickets using gin (lower(answers::text) %I.gin_trgm_ops)', trigrams);
end $$;

-- Up to so many tickets and one more, seen or not. What is asked for has no quotation marks or backslashes.
create function app.tickets_that_answer(part text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare pattern text := '%' || regexp_replace(lower(part), '([%_])', '\\\1', 'g') || '%';
begin
  return array(select t.id from public.tickets t where lower(t.answers::text) like pattern limit most + 1);
end $$;

-- Those of them the caller sees; null when there are too many for this to be the shorter way.
create function app.few_that_answer(part text, most int) returns uuid[] language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
declare found uuid[] := app.tickets_that_answer(part, most);
begin
  if cardinality(found) > most then return null; end if;
  return array(select t.id from public.tickets t where t.id = any (found));
end $$;

select migrations.hand_over('app.tickets_that_answer(text, int)', 'app_indexer', 'app_definer');
select migrations.hand_over('app.few_that_answer(text, int)', 'app_definer', 'app');

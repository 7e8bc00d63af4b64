-- Finding tickets by words: side tables that the API cannot read, kept by triggers, and one function that answers only
-- with what the caller sees. The operators of full-text search are not leakproof, so on tickets itself no index would be
-- used under row-level security.

-- app_indexer owns the functions that read what a ticket says and write it down as words; nobody logs in as it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_indexer') then
    create role app_indexer nologin noinherit;
  elsif exists (select from pg_roles where rolname = 'app_indexer' and (rolsuper or rolbypassrls or rolinherit)) then
    raise exception 'role app_indexer exists but is superuser, bypasses row-level security or inherits';
  end if;
  if not exists (select from pg_extension where extname = 'unaccent') then
    execute format('create extension unaccent with schema %I',
      (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
  end if;
end $$;
grant usage on schema app, public to app_indexer;

create table public.ticket_search (
  ticket_id uuid primary key references public.tickets,
  -- as written, with positions: number, title, client (A); description, action (B); answers, how to reach the client (C);
  -- outcome and responses (D). Besides, without positions, the stems of English words.
  words tsvector not null
);
-- no fastupdate: a pending list would make a rare search ten times slower after some writes
create index ticket_search_words on public.ticket_search using gin (words) with (fastupdate = off); -- every search

-- What has been written anywhere, for forgiving typing errors. Two transactions may learn a word at once; waiting for
-- each other over that would cost more than having it twice.
create table public.search_words (
  id bigint generated always as identity primary key,
  word text not null,
  -- itself, and itself with one letter left out: two words one typing error apart have one of these in common
  forms text[] not null
);
create index search_words_word on public.search_words (word); -- is it known?
create index search_words_forms on public.search_words using gin (forms); -- one letter wrong, missing, too many or swapped

create function app.forms_of(word text) returns text[] language sql immutable set search_path = pg_catalog, pg_temp
  return array(select word union select overlay(word placing '' from at for 1) from generate_series(1, length(word)) at);

do $$ declare trigrams name; accents name; begin
  select n.nspname into trigrams from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  select n.nspname into accents from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent';
  execute format('create index search_words_alike on public.search_words using gin (word %I.gin_trgm_ops)', trigrams); -- two errors in a long word
  execute format('grant usage on schema %I to app_definer, app_indexer', trigrams);
  execute format('grant usage on schema %I to app_definer, app_indexer', accents);

  -- The same for what is written and what is looked for: without accents, apostrophes, nuktas and joiners; Devanagari
  -- digits as ours; punctuation as space, so that addresses and hyphenated words are words; P57-1042 is 1042.
  execute format($f$
    create function app.plain_words(written text) returns text language sql stable set search_path = pg_catalog, %I, pg_temp as $body$
      select translate(
        regexp_replace(unaccent(normalize(written, nfkc)), '\mp57[-\s]*(?=\d)', '', 'gi'),
        '०१२३४५६७८९!"#$%%&()*+,-./:;<=>?@[\]^_`{|}~''’‘' || U&'\093C\200C\200D\00AD',
        '0123456789' || repeat(' ', 31))
    $body$ $f$, accents);

  -- The words somebody may have meant: one typing error away, or much alike.
  execute format($f$
    create function app.words_like(typed text) returns setof text language sql stable set search_path = pg_catalog, %I, pg_temp as $body$
      select word from (
        select distinct w.word, similarity(w.word, typed) as likeness from public.search_words w
        where w.forms && app.forms_of(typed) or (w.word %% typed and similarity(w.word, typed) >= 0.45)
      ) near
      order by likeness desc, word limit 12
    $body$ $f$, trigrams);
end $$;

-- Each part ends with a mark that nobody can type, so that no phrase runs from one part into the next.
create function app.words_of(written text, weight "char") returns tsvector language sql stable set search_path = pg_catalog, pg_temp
  return (select setweight(to_tsvector('simple', plain) || '''/'':1'::tsvector, weight) || strip(to_tsvector('english', plain))
    from app.plain_words(coalesce(written, '')) plain);

-- What was answered, as people read it: labels of options, names of trainers and studios.
create function app.answers_text(answers jsonb, fields jsonb) returns text language sql stable set search_path = pg_catalog, pg_temp
begin atomic
  select string_agg(coalesce(o.label, l.name, s.name, v.value), ' / ')
  from jsonb_array_elements(fields) field
  cross join lateral (select answers -> (field ->> 'key') as given, field ->> 'type' as type) a
  cross join lateral jsonb_array_elements_text(case jsonb_typeof(a.given) when 'array' then a.given else jsonb_build_array(a.given) end) v (value)
  left join lateral (select option ->> 'label' as label from jsonb_array_elements(coalesce(field -> 'options', '[]')) option
    where option ->> 'value' = v.value limit 1) o on true
  left join public.lookup_values l on a.type = 'lookup' and l.id::text = v.value
  left join public.studios s on a.type = 'lookup' and s.id::text = v.value
  where a.given is not null and a.type in ('text', 'textarea', 'email', 'phone', 'select', 'radio', 'multiselect', 'lookup');
end;

create function app.ticket_words(ticket uuid) returns tsvector language sql stable set search_path = pg_catalog, pg_temp
begin atomic
  select app.words_of(t.number::text, 'A') || app.words_of(t.title, 'A') || app.words_of(c.name, 'A')
    || app.words_of(t.description, 'B') || app.words_of(t.action_taken, 'B')
    || app.words_of(app.answers_text(t.answers, f.fields), 'C')
    || app.words_of(concat_ws(' / ', c.email, c.phone, c.phone_digits, c.membership_number), 'C')
    || app.words_of(t.resolution_note, 'D')
    || app.words_of((select string_agg(r.body, ' / ' order by r.created_at, r.id) from public.ticket_responses r where r.ticket_id = t.id), 'D')
  from public.tickets t
  join public.form_versions f on f.id = t.form_version_id
  left join public.clients c on c.id = t.client_id
  where t.id = ticket;
end;

create function app.learn_words(words tsvector) returns void language sql set search_path = pg_catalog, pg_temp
begin atomic
  insert into public.search_words (word, forms)
  select u.lexeme, app.forms_of(u.lexeme) from unnest(words) u
  where u.positions is not null and length(u.lexeme) between 4 and 30 and u.lexeme !~ '\d'
    and not exists (select from public.search_words known where known.word = u.lexeme);
end;

-- Locks first and reads then, so that what somebody else adds at the same moment is not lost. A megabyte of different
-- words fits; a ticket with more of them is found by what it said before.
create function app.index_ticket(ticket uuid) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare now_says tsvector;
begin
  perform from public.ticket_search where ticket_id = ticket for update;
  now_says := app.ticket_words(ticket);
  insert into public.ticket_search (ticket_id, words) values (ticket, now_says)
  on conflict (ticket_id) do update set words = excluded.words where ticket_search.words <> excluded.words;
  perform app.learn_words(now_says);
exception when program_limit_exceeded then
  insert into public.ticket_search (ticket_id, words) values (ticket, '') on conflict do nothing;
end $$;
create function app.index_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare added tsvector;
begin
  if tg_table_name = 'tickets' then
    perform app.index_ticket(new.id);
  elsif tg_table_name = 'clients' then
    perform app.index_ticket(t.id) from public.tickets t where t.client_id = new.id;
  elsif tg_op = 'INSERT' then
    begin
      added := app.words_of(new.body, 'D');
      update public.ticket_search set words = words || added where ticket_id = new.ticket_id;
      perform app.learn_words(added);
    exception when program_limit_exceeded then null;
    end;
  else
    perform app.index_ticket(old.ticket_id);
    if tg_op = 'UPDATE' and new.ticket_id <> old.ticket_id then
      perform app.index_ticket(new.ticket_id);
    end if;
  end if;
  return null;
end $$;
-- Everything that is not indexed yet: what was there before, and what was loaded past the triggers.
create function app.index_missing() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare done bigint;
begin
  insert into public.ticket_search (ticket_id, words)
  select t.id, app.ticket_words(t.id) from public.tickets t
  where not exists (select from public.ticket_search s where s.ticket_id = t.id);
  get diagnostics done = row_count;
  insert into public.search_words (word, forms)
  select word, app.forms_of(word) from (select distinct u.lexeme as word from public.ticket_search s, unnest(s.words) u where u.positions is not null) used
  where length(word) between 4 and 30 and word !~ '\d' and not exists (select from public.search_words known where known.word = used.word);
  return done;
end $$;

create trigger index_ticket after insert or update of title, description, action_taken, answers, form_version_id, client_id, resolution_note
  on public.tickets for each row execute function app.index_changed();
create trigger index_client after update of name, email, phone, membership_number on public.clients for each row execute function app.index_changed();
create trigger index_response after insert or update of body, ticket_id or delete on public.ticket_responses for each row execute function app.index_changed();

-- What is looked for: all words (in any form; the last may still be being typed), all phrases as they stand, none of the
-- unwanted. Forgiving: each word, or one much like it. Words such as "the" count only when there are no others.
create function app.search_query(words text[], phrases text[], unwanted text[], forgiving boolean) returns tsquery
  language plpgsql stable set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
declare
  whole tsquery; common tsquery; part tsquery; stem tsquery; near tsquery; item text; plain text; place int := 0;
begin
  foreach item in array words loop
    place := place + 1;
    plain := app.plain_words(item);
    part := phraseto_tsquery('simple', plain);
    continue when numnode(part) = 0;
    stem := plainto_tsquery('english', plain);
    if numnode(stem) = 0 then
      common := coalesce(common && part, part);
      continue;
    end if;
    if place = cardinality(words) then
      part := (part::text || ':*')::tsquery;
    end if;
    if numnode(stem) = 1 then
      part := part || stem;
      if forgiving and length(trim(plain)) >= 4 and plain !~ '\d' then
        for near in select phraseto_tsquery('simple', w) from app.words_like(lower(trim(plain))) w loop
          part := part || near;
        end loop;
      end if;
    end if;
    whole := coalesce(whole && part, part);
  end loop;
  foreach item in array phrases loop
    part := phraseto_tsquery('simple', app.plain_words(item));
    continue when numnode(part) = 0;
    whole := coalesce(whole && part, part);
  end loop;
  whole := coalesce(whole, common);
  foreach item in array unwanted loop
    plain := app.plain_words(item);
    part := phraseto_tsquery('simple', plain);
    continue when numnode(part) = 0;
    stem := plainto_tsquery('english', plain);
    part := !! (case when numnode(stem) = 1 then part || stem else part end);
    whole := coalesce(whole && part, part);
  end loop;
  return whole;
end $$;

-- Tickets that match, newest first, as far as the policy on tickets shows them to the caller. Up to 10,000 hits: all of
-- them from the index, then filtered. More, or nothing but unwanted words: along each way of seeing tickets by date until
-- there are enough. "materialized" and "enable_seqscan" keep the planner from reading a million documents on a bad guess.
create function app.find_matches(wanted tsquery, max_rows int) returns table (id uuid, created_at timestamptz, number bigint) language plpgsql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  me uuid := app.me(); team uuid := app.my_team(); sees_all boolean := app.my_role() in ('admin', 'director', 'manager');
begin
  -- "querytree" is what an index can look for: T when there is nothing
  if querytree(wanted) <> 'T' and (select count(*) <= 10000 from (select from public.ticket_search where words @@ wanted limit 10001) hits) then
    return query
      with hits as materialized (select s.ticket_id from public.ticket_search s where s.words @@ wanted)
      select t.id, t.created_at, t.number from hits join public.tickets t on t.id = hits.ticket_id
      where t.deleted_at is null and t.merged_into_id is null
      order by t.created_at desc, t.id desc limit max_rows;
  else
    return query
      with arms as (
        (select t.id, t.created_at, t.number from public.tickets t where sees_all and t.deleted_at is null and t.merged_into_id is null
          and (select s.words @@ wanted from public.ticket_search s where s.ticket_id = t.id) order by t.created_at desc, t.id desc limit max_rows)
        union (select t.id, t.created_at, t.number from public.tickets t where not sees_all and t.assigned_team_id = team and t.deleted_at is null and t.merged_into_id is null
          and (select s.words @@ wanted from public.ticket_search s where s.ticket_id = t.id) order by t.created_at desc, t.id desc limit max_rows)
        union (select t.id, t.created_at, t.number from public.tickets t where not sees_all and t.assigned_to_user_id = me and t.deleted_at is null and t.merged_into_id is null
          and (select s.words @@ wanted from public.ticket_search s where s.ticket_id = t.id) order by t.created_at desc, t.id desc limit max_rows)
        union (select t.id, t.created_at, t.number from public.tickets t where not sees_all and t.reported_by_user_id = me and t.deleted_at is null and t.merged_into_id is null
          and (select s.words @@ wanted from public.ticket_search s where s.ticket_id = t.id) order by t.created_at desc, t.id desc limit max_rows)
        union (select t.id, t.created_at, t.number from public.tickets t where not sees_all and t.deleted_at is null and t.merged_into_id is null
          and t.id = any (array(select w.ticket_id from public.ticket_watchers w where w.user_id = me))
          and (select s.words @@ wanted from public.ticket_search s where s.ticket_id = t.id) order by t.created_at desc, t.id desc limit max_rows)
      )
      select id, created_at, number from arms order by created_at desc, id desc limit max_rows;
  end if;
end $$;

-- What the API calls. Forgives typing errors when nothing the caller sees matches as typed. How well each fits is told
-- for the newest thousand; a ticket whose number was typed fits best.
create function app.search_tickets(words text[], phrases text[], unwanted text[], max_rows int) returns table (id uuid, rank real) language plpgsql stable rows 50
  security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare wanted tsquery; number_typed text := (regexp_match(words[1], '^(?:[pP]57-?|#)?(\d{1,15})$'))[1];
begin
  for pass in 1 .. 2 loop
    wanted := app.search_query(words, phrases, unwanted, forgiving => pass = 2);
    return query
      with found as materialized (
        select m.id, m.number, row_number() over (order by m.created_at desc, m.id desc) as place
        from app.find_matches(wanted, least(max_rows, 10000)) m
      )
      select f.id, case when f.place > 1000 then 0
        else (select ts_rank(s.words, wanted, 1) from public.ticket_search s where s.ticket_id = f.id)
          + case when f.number = number_typed::bigint then 10 else 0 end end::real
      from found f;
    exit when found or wanted is null;
  end loop;
end $$;

select migrations.protect('public.ticket_search', 'public.search_words');
create policy search_find on public.ticket_search for select to app_definer using (true);
create policy search_keep on public.ticket_search for all to app_indexer using (true);
create policy words_find on public.search_words for select to app_definer using (true);
create policy words_keep on public.search_words for all to app_indexer using (true);
create policy tickets_index on public.tickets for select to app_indexer using (true);
create policy responses_index on public.ticket_responses for select to app_indexer using (true);
create policy clients_index on public.clients for select to app_indexer using (true);
create policy forms_index on public.form_versions for select to app_indexer using (true);
create policy lookups_index on public.lookup_values for select to app_indexer using (true);
create policy studios_index on public.studios for select to app_indexer using (true);
grant select on public.ticket_search, public.search_words to app_definer;
grant select, insert (ticket_id, words), update (words) on public.ticket_search to app_indexer;
grant select, insert (word, forms) on public.search_words to app_indexer;
grant select (id, number, title, description, action_taken, resolution_note, answers, form_version_id, client_id) on public.tickets to app_indexer;
grant select (id, ticket_id, body, created_at) on public.ticket_responses to app_indexer;
grant select (id, name, email, phone, phone_digits, membership_number) on public.clients to app_indexer;
grant select (id, fields) on public.form_versions to app_indexer;
grant select (id, name) on public.lookup_values, public.studios to app_indexer;

select migrations.allow(f, 'app_definer', 'app_indexer')
from unnest(array['app.plain_words(text)', 'app.forms_of(text)']::regprocedure[]) f;
select migrations.allow(f, 'app_definer')
from unnest(array['app.words_like(text)', 'app.search_query(text[], text[], text[], boolean)', 'app.find_matches(tsquery, int)']::regprocedure[]) f;
select migrations.allow(f, 'app_indexer')
from unnest(array['app.words_of(text, "char")', 'app.ticket_words(uuid)', 'app.learn_words(tsvector)', 'app.index_ticket(uuid)']::regprocedure[]) f;
select migrations.allow('app.answers_text(jsonb, jsonb)', 'app_indexer', 'app');
select migrations.hand_over('app.search_tickets(text[], text[], text[], int)', 'app_definer', 'app');
select migrations.hand_over('app.index_changed()', 'app_indexer');
select migrations.hand_over('app.index_missing()', 'app_indexer', 'app_worker');

-- What is there already; the worker may ask for it, and the owner is the worker for that long.
do $$ begin
  execute format('grant app_worker to %I %s', current_user,
    case when current_setting('server_version_num')::int >= 160000 then 'with inherit false, set true' else '' end);
  perform set_config('role', 'app_worker', true);
  perform app.index_missing();
  perform set_config('role', 'none', true);
  execute format('revoke app_worker from %I', current_user);
end $$;

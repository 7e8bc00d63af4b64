const wordsOf = (weight: string, part: string) =>
  `(select words from said where text = texts.${part} and weight = '${weight}')`

/**
 * Statements that index the words of many tickets as `app.index_missing` would, but each text once: most tickets say what
 * others say. Those there before are indexed already.
 */
export const sayWhatTheySay = [
  // days and moments are no words
  `create temp table answered as
  select answers, form_version_id, coalesce(app.answers_text(answers, fields), '') as text
  from (select distinct answers - 'firstNoticed' as answers, form_version_id from tickets) given join form_versions f on f.id = form_version_id`,
  `create temp table texts as
  select t.id, t.number, t.title, coalesce(c.name, '') as client, t.description, coalesce(t.action_taken, '') as action, array_to_string(t.tags, ' / ') as tags,
    a.text as answers, concat_ws(' / ', c.email, c.phone, c.phone_digits, c.membership_number) as contact, coalesce(t.resolution_note, '') as note,
    coalesce(r.said, '') as responses
  from tickets t join answered a on a.answers = t.answers - 'firstNoticed' and a.form_version_id = t.form_version_id left join clients c on c.id = t.client_id
  left join (select ticket_id, string_agg(body, ' / ' order by created_at, id) as said from ticket_responses group by ticket_id) r on r.ticket_id = t.id`,
  `create temp table said as
  select weight, text, app.words_of(text, weight) as words from (
    select 'A'::"char" as weight, title as text from texts union select 'A', client from texts
    union select 'B', description from texts union select 'B', action from texts union select 'B', tags from texts
    union select 'C', answers from texts union select 'C', contact from texts
    union select 'D', note from texts union select 'D', responses from texts) each`,
  'create unique index on said (text, weight)',
  'analyze said',
  `insert into ticket_search (ticket_id, words)
  select id, format('%L:1A %L:2A', number, '/')::tsvector || ${wordsOf('A', 'title')} || ${wordsOf('A', 'client')}
    || ${wordsOf('B', 'description')} || ${wordsOf('B', 'action')} || ${wordsOf('B', 'tags')}
    || ${wordsOf('C', 'answers')} || ${wordsOf('C', 'contact')} || ${wordsOf('D', 'note')} || ${wordsOf('D', 'responses')}
  from texts
  on conflict do nothing`,
  `insert into search_words (word, forms)
  select word, app.forms_of(word) from (select distinct u.lexeme as word from said, unnest(words) u where u.positions is not null) used
  where length(word) between 4 and 30 and word !~ '[0-9]'
  on conflict do nothing`,
]

/** Finds one that is not as the product does it, among some of them; and one that is missing, if any is. */
export const wronglyIndexed = `
  select t.id from tickets t left join ticket_search s on s.ticket_id = t.id
  where s.words is null or (t.number % 997 = 0 and s.words <> app.ticket_words(t.id)) limit 1`

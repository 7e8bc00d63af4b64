import pg from 'pg'
import { sayWhatTheySay, wronglyIndexed } from './many-words.ts'

export interface ManyTickets {
  tickets: number
  users: number
}

/** Somebody of each kind that sees tickets in a different way. */
export interface Onlookers {
  /** Sees everything. */
  manager: string
  /** Sees a department's tickets and his own. */
  member: string
  /** Without a team: reported one, has one, watches one. */
  newcomer: string
}

/**
 * A year of tickets as they might have come in, a tenth of them open and most of those recent, with clocks, history,
 * decisions, clients, watchers, tags and, on every third, three responses. On a database that has the catalogue and nothing
 * else; as superuser, because triggers and foreign keys are skipped. Clocks' due times ignore opening hours.
 */
export async function insertManyTickets(superuserUrl: string, { tickets, users }: ManyTickets): Promise<Onlookers> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica; select setseed(0.57)')
    const putOff = await client.query<{ name: string; definition: string }>(indexes)
    for (const { name } of putOff.rows) await client.query(`drop index ${name}`)
    for (const statement of [...statements(tickets, users), ...sayWhatTheySay]) await client.query(statement)
    await client.query("set maintenance_work_mem = '512MB'")
    for (const { definition } of putOff.rows) await client.query(definition)
    const { rows } = await client.query<Onlookers>(onlookers)
    const { rows: wrong } = await client.query(wronglyIndexed)
    if (wrong.length > 0)
      throw new Error(`what tickets say is not indexed as the product does it: ${JSON.stringify(wrong)}`)
    await client.query('vacuum (analyze)')
    if (!rows[0]) throw new Error('nobody was made')
    return rows[0]
  } finally {
    await client.end()
  }
}

/** Made when all rows are there, in a fraction of the time. */
const indexes = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  where not indisunique and indrelid = any (array['tickets', 'ticket_clocks', 'ticket_history', 'ticket_responses', 'assignment_decisions',
    'ticket_watchers', 'ticket_tags', 'compared_answers', 'clients', 'ticket_search', 'search_words']::regclass[])`

const statements = (tickets: number, users: number): string[] => [
  // people: four managers, a lead for each team, members of all teams but one, and a newcomer without any
  `insert into users (id, name, email, role, team_id)
  select gen_random_uuid(), 'Person ' || n, 'person' || n || '@physique57.example',
    case when n <= 4 then 'manager' when n <= 13 then 'team_lead' else 'team_member' end, t.id
  from generate_series(1, ${users} - 1) n
  left join (select id, row_number() over (order by name) as place, count(*) over () as teams from teams) t on t.place = 1 + n % t.teams and n > 4`,
  `insert into users (id, name, email, role) values (gen_random_uuid(), 'Newcomer', 'newcomer@physique57.example', 'team_member')`,
  `create temp table staff as select u.id, u.team_id, row_number() over (order by u.id) as n, row_number() over (partition by u.team_id order by u.id) as in_team,
    count(*) over (partition by u.team_id) as of_team from users u where team_id is not null`,
  `create temp table kinds as select s.id, s.category_id, s.default_team_id as team_id, s.name, f.id as form_id, row_number() over (order by s.id) as n
    from subcategories s join form_versions f on f.subcategory_id = s.id`,
  'create temp table places as select id, name, calendar_id, row_number() over (order by id) as n from studios',
  'create index on kinds (n)',
  'create index on places (n)',
  'create index on staff (n)',
  'create index on staff (team_id, in_team)',
  'analyze staff, kinds, places',
  `insert into clients (id, name, email, phone, status)
  select gen_random_uuid(), 'Client ' || n, 'client' || n || '@example.com', '+91 98' || lpad(n::text, 8, '0'), 'existing_active'
  from generate_series(1, greatest(10, ${tickets} / 20)) n`,
  'create temp table known as select id, row_number() over () as n from clients',
  'create index on known (n)',
  'analyze known',

  // what each ticket is, decided once: the uuid is a version 7, so that neighbours in time are neighbours in the indexes
  `create temp table planned as
  select draw.n, at, open, status, priority, k.id as subcategory_id, k.category_id, k.team_id, k.name as kind, k.form_id,
    p.id as studio_id, p.name as place, p.calendar_id, who.id as reporter_id,
    (select id from staff s where s.team_id = k.team_id and s.in_team = 1 + (draw.n * 7) % s.of_team) as assignee_id,
    case when draw.n % 5 < 3 then (select id from known where known.n = 1 + (draw.n * 13) % (select count(*) from known)) end as client_id,
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(draw.n::text), 1, 3) || '8' || substr(md5(draw.n::text), 4, 15))::uuid as id
  from (
    select n, at, open,
      case when open then (array['new','assigned','assigned','assigned','in_progress','in_progress','in_progress','pending','pending','reopened'])[1 + floor(10 * a)::int]
           else case when a < 0.1 then 'resolved' else 'closed' end end as status,
      (array['low','low','low','medium','medium','medium','medium','high','high','critical'])[1 + floor(10 * b)::int] as priority, c, d, e
    from (
      select n, at, case when now() - at < interval '30 days' then r < 0.85 else r < 0.03 end as open, a, b, c, d, e
      from (
        select n, date_trunc('milliseconds', now() - interval '365 days' * (1 - n::float / ${tickets})) as at,
          random() as r, random() as a, random() as b, random() as c, random() as d, random() as e
        from generate_series(1, ${tickets}) n
      ) moment
    ) life
  ) draw
  join kinds k on k.n = 1 + floor(c * (select count(*) from kinds))::int
  join places p on p.n = 1 + floor(d * (select count(*) from places))::int
  join staff who on who.n = 1 + floor(e * (select count(*) from staff))::int`,
  'analyze planned',
  `insert into tickets (id, title, description, category_id, subcategory_id, form_version_id, studio_id, client_id, client_mood, source, occurred_at, action_taken, status,
    priority, reported_by_user_id, assigned_to_user_id, assigned_team_id, first_response_due_at, resolution_due_at, resolution_note, client_informed,
    resolved_by_user_id, resolved_at, closed_at, created_at, updated_at, version, tags, answers)
  select id, kind || ', ' || place, repeat('The client says that this has happened before. ', 2 + n % 6)
      || case when n % 2000 = 0 then 'It smells of eucalyptus.' else '' end, category_id, subcategory_id, form_id, studio_id, client_id,
    'frustrated', 'front_desk', at - interval '20 minutes', 'Apologised', status, priority, reporter_id,
    case when status <> 'new' then assignee_id end, team_id,
    case when status in ('new', 'assigned') then at + interval '4 hours' end, case when open and status <> 'pending' then at + interval '3 days' end,
    case when not open then 'Done and checked' end, not open, case when not open then assignee_id end,
    case when not open then at + interval '2 days' end, case when status = 'closed' then at + interval '9 days' end,
    at, least(now(), at + interval '5 days' * (n % 7)), 3,
    case when n % 50 = 0 then array['refund', 'vip'] when n % 10 = 0 then array['vip'] else '{}' end,
    jsonb_build_object('what', case when n % 2000 = 1 then 'gate_stuck' else (array['no_space', 'too_dark', 'other'])[1 + n % 3] end,
      'firstNoticed', to_char(at - interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'howBad', 1 + n % 5)
  from planned order by n`,
  `insert into ticket_clocks (ticket_id, kind, policy_id, policy_name, target_minutes, hours, calendar_id, started_at, pauses, due_at, stopped_at)
  select p.id, c.kind, s.id, s.name, c.minutes,
    case when counted.calendar_id is null then 'always' else 'studio_hours' end, counted.calendar_id, p.at,
    case when p.status = 'pending' and c.kind = 'resolution' then jsonb_build_array(jsonb_build_object('from', to_char(p.at + interval '2 hours', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'to', null)) else '[]' end,
    case when p.status = 'pending' and c.kind = 'resolution' then null else p.at + c.minutes * interval '1 minute' end,
    case when not p.open or (c.kind = 'first_response' and p.status not in ('new', 'assigned')) then p.at + c.minutes * interval '30 seconds' end
  from planned p
  join sla_policies s on s.priority = p.priority and s.category_id is null and s.subcategory_id is null and s.studio_id is null
  cross join lateral (select case when s.hours = 'studio_hours' then coalesce(p.calendar_id, (select default_calendar_id from settings)) end as calendar_id) counted
  cross join lateral (values ('first_response', s.first_response_minutes), ('resolution', s.resolution_minutes)) c (kind, minutes)
  order by p.n`,
  `insert into ticket_history (id, ticket_id, actor_id, event, detail, at)
  select gen_random_uuid(), p.id, case when e.event = 'assigned' then null when e.event = 'created' then p.reporter_id else p.assignee_id end, e.event, e.detail, p.at + e.later
  from planned p
  cross join lateral (values ('created', '{}'::jsonb, interval '0'), ('assigned', '{"assignee": null, "team": null, "reason": "Least loaded"}', interval '1 second'),
    ('responded', '{"responseId": "", "kind": "reply"}', interval '1 hour'), ('resolved', '{"note": "Done", "clientInformed": true, "how": null}', interval '2 days')) e (event, detail, later)
  where e.event in ('created', 'assigned') or (e.event = 'responded' and p.n % 3 = 0) or (e.event = 'resolved' and not p.open)
  order by p.n`,
  `insert into ticket_responses (id, ticket_id, author_id, kind, body, created_at)
  select gen_random_uuid(), p.id, p.assignee_id, case when k = 2 then 'note' else 'reply' end, repeat('We looked into it. ', 3 + k), p.at + k * interval '1 hour'
  from planned p, generate_series(1, 3) k where p.n % 3 = 0 order by p.n, k`,
  `insert into assignment_decisions (id, ticket_id, assignee_id, team_id, reason, candidates, at)
  select gen_random_uuid(), id, assignee_id, team_id, 'Least loaded of 3 available', jsonb_build_array(jsonb_build_object('userId', assignee_id, 'load', 2, 'available', true)), at
  from planned order by n`,
  `insert into ticket_watchers (user_id, ticket_id)
  select s.id, p.id from planned p join staff s on s.n = 1 + (p.n * 31) % (select count(*) from staff) where p.n % 5 = 0 on conflict do nothing`,

  `insert into ticket_tags (ticket_id, tag) select id, unnest(tags) from tickets on conflict do nothing`,
  `insert into compared_answers (ticket_id, key, number, day)
  select t.id, said.* from tickets t, app.comparable(t.answers) said on conflict do nothing`,

  // the newcomer's three
  `create temp table three as select id, row_number() over () as n from (select id from planned where open order by n desc offset 100 limit 3) recent`,
  `update tickets set reported_by_user_id = (select id from users where name = 'Newcomer') where id = (select id from three where n = 1)`,
  `update tickets set assigned_to_user_id = (select id from users where name = 'Newcomer') where id = (select id from three where n = 2)`,
  `insert into ticket_watchers select u.id, three.id from users u, three where u.name = 'Newcomer' and three.n = 3`,
]

const onlookers = `
  select (select id from users where role = 'manager' order by name limit 1) as manager,
    (select u.id from users u join teams t on t.id = u.team_id where t.name = 'Facilities' and u.role = 'team_member' order by u.name limit 1) as member,
    (select id from users where name = 'Newcomer') as newcomer`

import {
  type FilterKey,
  fieldOf,
  formatTicketQuery,
  namedTimes,
  type Operator,
  operatorsOf,
  Priority,
  type TicketCondition,
  TicketStatus,
  ticketFields,
  tickets,
} from '@physique57/contracts'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { randomFrom } from '../demo/random.ts'
import { rangeOf } from '../features/tickets/time-range.ts'
import { type Crowd, gatherCrowd, type Person } from './crowd.ts'
import { startTestApp, type TestApp } from './test-app.ts'

/** Random filters as random people: list and counts against plain SQL, written a second time and run as one who sees all. */
let t: TestApp
let crowd: Crowd
let superuser: Client

beforeAll(async () => {
  t = await startTestApp()
  crowd = await gatherCrowd(t, 'filters', { people: 14, tickets: 150 })
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
  const random = randomFrom('filters')
  for (const { id } of crowd.tickets) {
    await t.everything
      .updateTable('tickets')
      .set({
        title: `${random.pick(['AC', 'Shower', '100% off_er'])} ${random.pick(['leaks', 'broken'])}`,
        source: random.pick(['phone', 'email', null]),
        clientMood: random.pick(['angry', 'calm', null]),
        clientInformed: random.chance(0.5),
        escalationLevel: random.int(0, 2),
        firstResponseDueAt: random.chance(0.4) ? new Date('2026-01-02T00:00:00Z') : null,
        followUpAt: random.chance(0.4) ? new Date(Date.now() + random.int(-72, 72) * 3_600_000) : null,
        answers: JSON.stringify({
          what: random.pick(['no_space', 'blocked']),
          howBad: random.int(1, 5),
          tags: random.pick([['a'], ['a', 'b']]),
        }),
      })
      .where('id', '=', id)
      .execute()
  }
})
afterAll(async () => {
  await superuser.end()
  await t.stop()
})

const literal = (value: string | Date) =>
  `'${(value instanceof Date ? value.toISOString() : value).replaceAll("'", "''")}'`
const columnOf: Partial<Record<FilterKey, string>> = {
  due: 'resolution_due_at',
  response: 'first_response_due_at',
  created: 'created_at',
  updated: 'updated_at',
  occurred: 'occurred_at',
  followup: 'follow_up_at',
  resolved: 'resolved_at',
  closed: 'closed_at',
  category: 'category_id',
  subcategory: 'subcategory_id',
  studio: 'studio_id',
  team: 'assigned_team_id',
  client: 'client_id',
  assignee: 'assigned_to_user_id',
  reporter: 'reported_by_user_id',
  mood: 'client_mood',
  level: 'escalation_level',
}

/** What one value of a condition means, in the plainest SQL. */
function meaning({ field, operator }: TicketCondition, value: string, me: string): string {
  const column = columnOf[field] ?? field
  const sign = { is: '=', contains: '=', before: '<', after: '>' }[operator]
  if (field.startsWith('form.')) {
    const key = field.slice(5)
    if (value === 'none') return `answers -> '${key}' is null`
    if (operator === 'contains') return `(answers ->> '${key}') ilike '%${value}%'`
    if (operator === 'is')
      return `(answers -> '${key}' @> to_jsonb(${literal(value)}::text) or answers ->> '${key}' = ${literal(value)})`
    return `(answers -> '${key}')::numeric ${sign} ${value}`
  }
  if (value === 'none') return `${column} is null`
  const { kind } = fieldOf(field)
  if (kind === 'time') {
    const at = { now: new Date(), timeZone: 'Asia/Kolkata', liesAhead: fieldOf(field).liesAhead === true }
    const { from, to } = rangeOf(value, at)
    const moment = at.liesAhead && /^\d+[mhdw]$/.test(value) ? to : from
    if (operator === 'before') return `${column} < ${literal(moment)}`
    if (operator === 'after') return `${column} >= ${literal(moment)}`
    return `${column} between ${literal(from)} and ${literal(new Date(to.getTime() - 1))}`
  }
  if (field === 'status' && value === 'open') return "status not in ('resolved', 'closed')"
  if (field === 'informed') return `client_informed = ${value === 'yes'}`
  if (field === 'title' || field === 'description') return `position(lower(${literal(value)}) in lower(${field})) > 0`
  if (field === 'watcher')
    return `id in (select ticket_id from public.ticket_watchers where user_id = ${literal(value === 'me' ? me : value)})`
  if (field === 'is')
    return {
      open: "status not in ('resolved', 'closed')",
      overdue: "status not in ('resolved', 'closed') and resolution_due_at < now()",
      unanswered: "status not in ('resolved', 'closed') and first_response_due_at is not null",
      escalated: 'escalation_level > 0',
    }[value] as string
  return `${column}::text ${sign} ${literal(value === 'me' ? me : value)}`
}

async function meant(person: Person, conditions: TicketCondition[]): Promise<string[]> {
  const where = conditions.map((condition) => {
    const any = condition.values.map((value) => `(${meaning(condition, value, person.id)})`).join(' or ')
    return condition.not ? `(${any}) is not true` : `(${any}) is true`
  })
  const all = await superuser.query<{ id: string }>(
    `select id from public.tickets where ${['deleted_at is null and merged_into_id is null', ...where].join(' and ')}`,
  )
  const visible = new Set(crowd.visibleTo(person).map(({ id }) => id))
  return all.rows
    .map(({ id }) => id)
    .filter((id) => visible.has(id))
    .sort()
}

const someone = () => fc.constantFrom('me', ...crowd.people.map(({ id }) => id))
function valuesFor(field: FilterKey, operator: Operator): fc.Arbitrary<string> {
  const { kind, options, mayBeEmpty } = fieldOf(field)
  const none = mayBeEmpty && operator === 'is' ? ['none'] : []
  if (field === 'form.howBad') return operator === 'contains' ? fc.constant('3') : fc.constantFrom('1', '3', '4')
  if (field.startsWith('form.')) return fc.constantFrom('no_space', 'a', 'b', ...none)
  if (kind === 'choice') return fc.constantFrom(...(options ?? []), ...none)
  if (kind === 'person') return fc.oneof(someone(), fc.constantFrom('me', ...none))
  if (kind === 'number') return fc.constantFrom('0', '1', '2')
  if (kind === 'text') return fc.constantFrom('leak', 'ac', '100%', '_', 'no such text')
  if (kind === 'time')
    // whole days and weeks: a stretch up to now would mean another now in the oracle
    return fc.constantFrom(...namedTimes, '2026-01-01', '2026-01-02', '2026-01-01T12:00:00Z', ...none)
  if (field === 'team') return fc.constantFrom(idOf.team('Facilities'), idOf.team('Finance'), ...none)
  if (field === 'studio')
    return fc.constantFrom(
      ...['Kwality House, Kemps Corner', 'Supreme HQ, Bandra'].map((name) => idOf.studio(name as 'Supreme HQ, Bandra')),
    )
  if (field === 'client') return fc.constant('none')
  if (field === 'category') return fc.constant(idOf.category('Facility & Amenities'))
  return fc.constant(idOf.subcategory('Facility & Amenities', 'Parking'))
}

const keys: FilterKey[] = [...(Object.keys(ticketFields) as FilterKey[]), 'form.what', 'form.howBad', 'form.tags']
const condition: fc.Arbitrary<TicketCondition> = fc.constantFrom(...keys).chain((field) =>
  fc
    .constantFrom(
      ...operatorsOf(field).filter(
        (operator) =>
          field === 'form.howBad' ||
          operator === 'is' ||
          operator === operatorsOf(field)[0] ||
          fieldOf(field).kind === 'time' ||
          fieldOf(field).kind === 'number',
      ),
    )
    .chain((operator) =>
      fc.record({
        field: fc.constant(field),
        operator: fc.constant(operator),
        not: fc.boolean(),
        values: fc.uniqueArray(valuesFor(field, operator), { minLength: 1, maxLength: operator === 'is' ? 3 : 1 }),
      }),
    ),
)

const rounds = 12
test('for each person, list and counts hold exactly the tickets that a random filter means', async () => {
  let nonEmpty = 0
  for (const person of crowd.active) {
    for (const conditions of fc.sample(fc.array(condition, { minLength: 1, maxLength: 3 }), {
      numRuns: rounds,
      seed: 57 + crowd.active.indexOf(person),
    })) {
      const filter = formatTicketQuery({ conditions, words: [], phrases: [], unwanted: [] })
      const expected = await meant(person, conditions)
      const listed: string[] = []
      let cursor: string | null = null
      do {
        const reply = await t.send({
          method: 'GET',
          url: `/api/tickets?${new URLSearchParams({ filter, limit: '100', ...(cursor && { cursor }) })}`,
          headers: { authorization: `Bearer ${person.token}` },
        })
        expect(reply.statusCode, filter).toBe(200)
        const page: { items: { id: string }[]; nextCursor: string | null; total: number } = reply.json()
        expect(page.total, filter).toBe(expected.length)
        listed.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor)
      expect(listed.sort(), `${person.role}: ${filter}`).toEqual(expected)

      const { body: counts } = await t.call(person, tickets.counts, { query: { filter } })
      expect(counts.total, filter).toBe(expected.length)
      const statuses = crowd.tickets.filter(({ id }) => expected.includes(id)).map(({ status }) => status)
      for (const status of TicketStatus.options)
        expect(counts.statuses[status], `${filter} in ${status}`).toBe(
          statuses.filter((each) => each === status).length,
        )
      if (expected.length > 0) nonEmpty++
    }
  }
  expect(nonEmpty).toBeGreaterThan(crowd.active.length * rounds * 0.25)
}, 120_000)

test('a filter and the parameter of the same name are the same', async () => {
  for (const person of crowd.active.slice(0, 5)) {
    for (const priority of Priority.options) {
      const named = await t.call(person, tickets.list, { query: { priority, open: 'true', assignee: 'me,none' } })
      const said = await t.call(person, tickets.list, {
        query: { filter: `priority:${priority} is:open assignee:me,none` },
      })
      const typed = await t.call(person, tickets.list, {
        query: { q: `priority:${priority} is:open assignee:me,none` },
      })
      expect(said.body).toEqual(named.body)
      expect(typed.body).toEqual(named.body)
    }
  }
})

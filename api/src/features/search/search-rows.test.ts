import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../demo/random.ts'
import { type Crowd, gatherCrowd, type Person } from '../../test/crowd.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

/** What the database function answers, asked as the API's own login, against what row-level security shows. */
let t: TestApp
let crowd: Crowd
let app: Client
/** Bound by nothing. */
let superuser: Client

const random = randomFrom('search rows')
const subjects = ['shower', 'towels', 'music', 'mirror', 'parking', 'trainer', 'locker', 'एसी', 'तौलिया', 'café']
const troubles = ['leaking', 'broken', 'missing', 'crowded', 'smelly', 'ठंडा', 'late', 'closed']
const tagged = ['gizmora', 'monsoon leak', 'towels']
const places = ['by the window', 'after the barre class', 'near the locker', 'on Monday', 'in the basement']

beforeAll(async () => {
  t = await startTestApp()
  crowd = await gatherCrowd(t, 'search rows', { people: 30, tickets: 260 })
  for (const { id } of crowd.tickets) {
    const title = `${random.pick(subjects)} ${random.pick(troubles)} ${random.pick(places)}`
    const description = `${random.pick(troubles)} ${random.pick(subjects)} ${random.pick(subjects)}`
    await t.everything
      .updateTable('tickets')
      .set({ title, description, tags: random.chance(0.3) ? [random.pick(tagged)] : [] })
      .where('id', '=', id)
      .execute()
  }
  app = new Client({ connectionString: t.database.appUrl })
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await Promise.all([app.connect(), superuser.connect()])
})
afterAll(async () => {
  await Promise.all([app.end(), superuser.end()])
  await t.stop()
})

interface Wanted {
  words: string[]
  phrases: string[]
  unwanted: string[]
}

async function searchAs(person: Person, { words, phrases, unwanted }: Wanted, most = 10_000): Promise<string[]> {
  await app.query('begin read only')
  await app.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify({ sub: person.id })])
  const found = await app.query<{ id: string }>('select id from app.search_tickets($1, $2, $3, $4)', [
    words,
    phrases,
    unwanted,
    most,
  ])
  await app.query('rollback')
  return found.rows.map(({ id }) => id)
}

/** All matching tickets whoever may see them, newest first. */
async function matching({ words, phrases, unwanted }: Wanted, forgiving: boolean): Promise<string[]> {
  const found = await superuser.query<{ id: string }>(
    `select t.id from public.tickets t join public.ticket_search s on s.ticket_id = t.id
     where s.words @@ app.search_query($1, $2, $3, $4) and t.deleted_at is null order by t.created_at desc, t.id desc`,
    [words, phrases, unwanted, forgiving],
  )
  return found.rows.map(({ id }) => id)
}

const vocabulary = [
  ...subjects,
  ...troubles,
  'gizmora',
  'monsoon',
  'leak',
  'towel',
  'basement',
  'window',
  'said',
  'the',
]
const odd = ['a & | !', '%', '_', '\\', "'", '"', '<->', ':*', "O'Brien", '1', 'P57-1001', '((', '!!', '☃']

const misspelt = (word: string): string => {
  const at = random.int(0, word.length - 2)
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  return random.pick([
    before + next + after,
    before + next + letter + after,
    `${before}x${next}${after}`,
    `${before}${letter}x${next}${after}`,
  ])
}

function drawWanted(): Wanted {
  const word = () => {
    const drawn = random.pick(vocabulary)
    return random.chance(0.25) && drawn.length > 3 ? misspelt(drawn) : random.chance(0.08) ? random.pick(odd) : drawn
  }
  return {
    words: Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3]) }, word),
    phrases: random.chance(0.15) ? [random.pick(places)] : [],
    unwanted: random.chance(0.2) ? [word()] : [],
  }
}

test('for random people and queries, exactly the matching tickets that row-level security shows, newest first', async () => {
  const tally = { found: 0, forgiven: 0, unwantedOnly: 0 }
  for (const person of crowd.people) {
    const visible = new Set(crowd.visibleTo(person).map(({ id }) => id))
    for (let round = 0; round < 6; round++) {
      const wanted = drawWanted()
      const asTyped = (await matching(wanted, false)).filter((id) => visible.has(id))
      const meant = asTyped.length > 0 ? asTyped : (await matching(wanted, true)).filter((id) => visible.has(id))
      expect(await searchAs(person, wanted), JSON.stringify(wanted)).toEqual(meant)
      expect(await searchAs(person, wanted, 3)).toEqual(meant.slice(0, 3))
      if (meant.length > 0) tally.found++
      if (meant.length > 0 && asTyped.length === 0) tally.forgiven++
      if (meant.length > 0 && wanted.words.length + wanted.phrases.length === 0) tally.unwantedOnly++
    }
  }
  // or this would prove little
  expect(tally.found).toBeGreaterThan(40)
  expect(tally.forgiven).toBeGreaterThan(4)
  expect(tally.unwantedOnly).toBeGreaterThan(2)
}, 60_000)

test('what is looked for says the same of everybody as reading titles, descriptions and tags does', async () => {
  const [manager] = crowd.active.filter(({ role }) => role === 'manager')
  if (!manager) throw new Error('no manager in this crowd')
  const titled = await superuser.query<{ id: string }>(
    `select id from public.tickets where deleted_at is null and (title || ' ' || description || ' ' || array_to_string(tags, ' ')) ~ '\\mtowels\\M' order by created_at desc, id desc`,
  )
  expect(await searchAs(manager, { words: ['towels'], phrases: [], unwanted: [] })).toEqual(
    titled.rows.map(({ id }) => id),
  )
})

test('without claims nothing is found', async () => {
  const found = await app.query("select * from app.search_tickets('{towels}', '{}', '{}', 50)")
  expect(found.rows).toEqual([])
})

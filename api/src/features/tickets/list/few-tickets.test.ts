import { readFile } from 'node:fs/promises'
import { tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../../db/transaction.ts'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

/** What an index says before row-level security is asked. */
let t: TestApp
let manager: TestUser
let desk: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  desk = await t.newUser({ team: 'Operations' })
})
afterAll(() => t.stop())

const newTicket = async (title: string, reporter = desk) =>
  (await t.newTicket(reporter, { title, assignee: null, team: 'Finance' })).id

async function as(connectionString: string, statements: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

const answer = (id: string, answers: object) =>
  t.everything
    .updateTable('tickets')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute()

const listed = async (who: TestUser, filter: string) =>
  (await t.call(who, tickets.list, { query: { filter } })).body.items.map(({ id }) => id).sort()

async function few(who: TestUser, field: string, value: string, most = 100): Promise<string[] | null> {
  const { id: userId, sessionId } = who
  return inTransaction({ ...t.app.deps, claims: { userId, sessionId } }, async ({ db }) => {
    const { rows } = await sql<{ few: string[] | null }>`
      select app.few_tickets(${field}, ${value}, ${most}) as few`.execute(db)
    return rows[0]?.few?.toSorted() ?? null
  })
}

test('what it finds is only what the caller sees', async () => {
  const [own, foreign] = [await newTicket('Zeppelin one'), await newTicket('zeppelin TWO', await t.newUser())]
  expect(await few(desk, 'title', 'ZEPPELIN')).toEqual([own])
  expect(await few(manager, 'title', 'zeppelin')).toEqual([own, foreign].toSorted())
})

test('signs that mean something to a pattern are what was typed', async () => {
  const odd = await newTicket(String.raw`100%_off\er`)
  await newTicket('100 and off')
  for (const value of ['100%_', '%_off', String.raw`off\er`]) expect(await few(manager, 'title', value)).toEqual([odd])
})

test('a choice, one of several choices, a number and yes or no are found as they were answered', async () => {
  const ids: string[] = []
  for (const answers of [{ odd: 'rare' }, { odd: ['other', 'rare'] }, { odd: 42.5 }, { odd: true }]) {
    const id = await newTicket('Answers')
    ids.push(id)
    await answer(id, answers)
  }
  const [one, several, number, yes] = ids
  expect(await few(manager, 'form.odd', 'rare')).toEqual([one, several].toSorted())
  expect(await few(manager, 'form.odd', '42.5')).toEqual([number])
  expect(await few(manager, 'form.odd', 'true')).toEqual([yes])
  expect(await few(manager, 'form.even', 'rare')).toEqual([])
})

test('a part of an answer is found whatever was answered, by whoever sees the ticket', async () => {
  const [one, foreign, several] = [
    await newTicket('One'),
    await newTicket('Other', manager),
    await newTicket('Several'),
  ]
  for (const [id, answers] of [
    [one, { note: 'मशीन 80%_dirigible, says Zoë' }],
    [foreign, { note: 'DIRIGIBLES' }],
    [several, { where: ['hall', 'dirigible'] }],
  ] as const)
    await answer(id, answers)

  expect(await listed(manager, 'form.note:~Dirigible')).toEqual([one, foreign].sort())
  expect(await listed(desk, 'form.note:~dirigible')).toEqual([one])
  expect(await listed(manager, 'form.where:~irigibl')).toEqual([several])
  expect(await listed(manager, 'form.note:~"80%_dir"')).toEqual([one])
  expect(await listed(manager, 'form.note:~मशीन')).toEqual([one])
  expect(await listed(manager, 'form.note:~"80%xdir"')).toEqual([])
})

test('answers above, below, before and from a day on are found by whoever sees the ticket, also after a change', async () => {
  const ids: string[] = []
  for (const answers of [
    { size: 3, since: '2031-02-01' },
    { size: -7.5, since: '2031-02-03T10:00:00Z' },
    { size: 'large', since: 'since 2031-02-02' },
  ]) {
    const id = await newTicket('Compared', ids.length === 0 ? desk : manager)
    ids.push(id)
    await answer(id, answers)
  }
  const [one, other] = ids
  expect(await listed(manager, 'form.size:>-100')).toEqual([one, other].sort())
  expect(await listed(manager, 'form.size:<3')).toEqual([other])
  expect(await listed(manager, 'form.size:>3')).toEqual([])
  expect(await listed(desk, 'form.size:>-100')).toEqual([one])
  expect(await listed(manager, 'form.since:>2031-02-01')).toEqual([one, other].sort())
  expect(await listed(manager, 'form.since:>2031-02-02')).toEqual([other])
  expect(await listed(manager, 'form.since:<2031-02-03')).toContain(one)

  await answer(one ?? '', { size: 5 })
  expect(await listed(manager, 'form.size:>4')).toEqual([one])
  expect(await listed(manager, 'form.since:>2031-01-01')).toEqual([other])
})

test('what was answered when a ticket was logged is compared at once', async () => {
  const answers = { what: 'no_space', firstNoticed: '2019-03-01T01:30:00Z', howBad: 3 }
  const { id } = await t.newTicket(desk, { answers })
  expect(await listed(manager, 'form.firstNoticed:<2019-06-01')).toEqual([id])
})

test('answers that were there before they could be compared are found after the migration', async () => {
  const { id } = await t.newTicket(desk, {
    answers: { what: 'no_space', firstNoticed: '2018-03-01T01:30:00Z', howBad: 3 },
  })
  const migration = await readFile(`${import.meta.dirname}/../../../../migrations/0045_compared_answers.sql`, 'utf8')
  const [, backfill = ''] = migration.split('-- What is there already')
  await as(t.database.superuserUrl, 'delete from public.compared_answers')
  expect(await listed(manager, 'form.firstNoticed:<2018-06-01')).toEqual([])

  await as(t.database.ownerUrl, `-- ${backfill}`)
  expect(await listed(manager, 'form.firstNoticed:<2018-06-01')).toEqual([id])
})

test('where there are more than wanted it says so, also when the caller sees fewer', async () => {
  const own = await newTicket('Balloon')
  for (let n = 0; n < 2; n++) await newTicket('Balloon', await t.newUser())
  expect(await few(desk, 'title', 'balloon', 3)).toEqual([own])
  expect(await few(desk, 'title', 'balloon', 2)).toBeNull()
})

test('the API cannot ask for what nobody has filtered', async () => {
  const { id: userId, sessionId } = manager
  const asking = inTransaction({ ...t.app.deps, claims: { userId, sessionId } }, ({ db }) =>
    sql`select app.tickets_that_say('title', 'balloon', 10)`.execute(db),
  )
  await expect(asking).rejects.toThrow('permission denied')
})

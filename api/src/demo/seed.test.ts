import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isOpenStatus, validateAnswers } from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderFiles } from '../adapters/files/folder-files.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { passwordMatches } from '../features/auth/passwords.ts'
import { dueAt } from '../features/sla/due-at.ts'
import { historySentence } from '../features/tickets/history-sentence.ts'
import { createTestDatabase, type TestDatabase } from '../test/cluster.ts'
import { isEmpty, seed } from './seed.ts'

const now = new Date('2026-11-22T10:15:00Z')
const password = 'Physique57!demo'
const folder = mkdtempSync(path.join(tmpdir(), 'physique57-demo-'))
const files = folderFiles(folder)

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase()
  expect(await isEmpty(database.workerUrl)).toBe(true)
  await seed({ workerUrl: database.workerUrl, now, password, files })
  db = openDatabase({ url: database.workerUrl, poolSize: 2, applicationName: 'test', onError: () => {} })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await db.destroy()
  await database.drop()
})

const tickets = () => db.selectFrom('tickets').selectAll().orderBy('number').execute()
const clocks = () =>
  db.selectFrom('ticketClocks').selectAll().orderBy('ticketId').orderBy('kind').orderBy('cycle').execute()
const history = () => db.selectFrom('ticketHistory').selectAll().orderBy('at').orderBy('id').execute()
const grouped = <T extends { ticketId: string }>(rows: T[]) => Map.groupBy(rows, ({ ticketId }) => ticketId)

test('six months of tickets stand in every status and priority, oldest first', async () => {
  const all = await tickets()

  expect(all).toHaveLength(400)
  expect(new Set(all.map(({ status }) => status)).size).toBe(7)
  expect(new Set(all.map(({ priority }) => priority)).size).toBe(4)
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => 1001 + index))
  expect(all.map(({ createdAt }) => createdAt.getTime())).toEqual(
    all.map(({ createdAt }) => createdAt.getTime()).sort((a, b) => a - b),
  )
  expect(all.filter(({ title }) => /[\u0900-\u097f]/.test(title)).length).toBeGreaterThan(5)
  expect(all.some(({ title }) => title.length > 150)).toBe(true)
  expect(all.every(({ createdAt, updatedAt }) => createdAt <= updatedAt && updatedAt <= now)).toBe(true)
})

test('what is open shows each state of the clock: overdue, due within hours, paused, and waiting in a queue', async () => {
  const open = (await tickets()).filter(({ isOpen }) => isOpen)
  const dueIn = open.flatMap(({ resolutionDueAt }) =>
    resolutionDueAt ? [resolutionDueAt.getTime() - now.getTime()] : [],
  )

  expect(open.length).toBeGreaterThan(60)
  expect(dueIn.filter((ms) => ms < 0).length).toBeGreaterThan(5)
  expect(dueIn.filter((ms) => ms >= 0 && ms < 3 * 3_600_000).length).toBeGreaterThan(2)
  expect(open.filter(({ status, resolutionDueAt }) => status === 'pending' && !resolutionDueAt).length).toBeGreaterThan(
    5,
  )
  expect(open.filter(({ assignedToUserId, status }) => !assignedToUserId && status === 'new').length).toBeGreaterThan(5)
  expect(open.every(({ assignedTeamId }) => assignedTeamId)).toBe(true)
  expect(new Set(open.map(({ escalationLevel }) => escalationLevel)).size).toBe(3)
})

test('every answer is one the form accepts, and names things that exist', async () => {
  const forms = new Map(
    (await db.selectFrom('formVersions').selectAll().execute()).map((form) => [form.id, form.fields]),
  )
  const lookups = await db.selectFrom('lookupValues').select(['id', 'kind']).execute()
  const studios = await db.selectFrom('studios').select('id').execute()
  const known = new Set([...lookups.map(({ id, kind }) => `${kind} ${id}`), ...studios.map(({ id }) => `studio ${id}`)])

  for (const { formVersionId, answers, createdAt, title } of await tickets()) {
    const fields = forms.get(formVersionId) ?? []
    const checked = validateAnswers(fields, answers, { now: createdAt, timeZone: 'Asia/Kolkata' })
    expect(checked, title).toEqual({ ok: true, answers })
    for (const field of fields) {
      if (field.type === 'lookup' && answers[field.key]) expect(known).toContain(`${field.of} ${answers[field.key]}`)
    }
  }
})

test('some have a photo as an answer, and its bytes are there', async () => {
  const photos = await db.selectFrom('ticketAttachments').selectAll().execute()
  const named = new Set((await tickets()).flatMap(({ answers }) => Object.values(answers).flat()))

  expect(photos.length).toBeGreaterThan(8)
  for (const { id, size, sha256 } of photos) {
    expect(named).toContain(id)
    const bytes = readFileSync(path.join(folder, id))
    expect(bytes.length).toBe(size)
    expect(
      createHash('sha256')
        .update(bytes)
        .digest()
        .equals(sha256 ?? Buffer.alloc(0)),
    ).toBe(true)
  }
})

test('the history of each ticket leads to where it stands', async () => {
  const told = grouped(await history())
  for (const ticket of await tickets()) {
    const entries = told.get(ticket.id) ?? []
    const level = entries.filter(({ event }) => event === 'escalated').at(-1)?.detail.level ?? 0

    expect(entries[0]).toMatchObject({ event: 'created', actorId: ticket.reportedByUserId, at: ticket.createdAt })
    expect(statusAfter(entries), ticket.title).toBe(ticket.status)
    expect(entries.filter(({ event }) => event === 'assigned').at(-1)?.detail.assignee ?? null).toEqual(
      ticket.assignedToUserId ? expect.objectContaining({ id: ticket.assignedToUserId }) : null,
    )
    expect(level).toBe(ticket.escalationLevel)
    expect(ticket.updatedAt).toEqual(entries.at(-1)?.at)
    expect(entries.map(({ event, detail }) => historySentence(event, detail, 'Asia/Kolkata')).join()).not.toContain(
      'undefined',
    )
    expect(ticket.resolvedAt !== null).toBe(!isOpenStatus(ticket.status))
    expect(ticket.closedAt !== null).toBe(ticket.status === 'closed')
  }
})

test('history, thread and decisions speak of the same things', async () => {
  const responses = await db.selectFrom('ticketResponses').selectAll().execute()
  const told = (await history()).filter(({ event }) => event === 'responded')
  const decisions = grouped(await db.selectFrom('assignmentDecisions').selectAll().orderBy('at').execute())

  expect(told.map(({ detail }) => detail.responseId).sort()).toEqual(responses.map(({ id }) => id).sort())
  expect(responses.length).toBeGreaterThan(400)
  for (const { id, assignedToUserId } of await tickets()) {
    expect(decisions.get(id)?.at(-1)?.assigneeId).toBe(assignedToUserId)
    expect(decisions.get(id)?.[0]?.candidates.length).toBeGreaterThan(0)
  }
})

test('the clocks are what the rules make of the story', async () => {
  const calendars = await db.selectFrom('calendars').selectAll().execute()
  const holidays = await db.selectFrom('calendarHolidays').selectAll().execute()
  const calendarOf = (id: string | null) => {
    const calendar = calendars.find((one) => one.id === id)
    return calendar
      ? { ...calendar, holidays: holidays.filter(({ calendarId }) => calendarId === id).map(({ day }) => day) }
      : null
  }
  const kept = await clocks()
  const byTicket = grouped(kept)

  for (const clock of kept) {
    const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : null }))
    expect(dueAt(clock, calendarOf(clock.calendarId), { ...clock, pauses })).toEqual(clock.dueAt)
    expect(clock.breachedAt !== null).toBe(clock.dueAt !== null && clock.dueAt < (clock.stoppedAt ?? now))
  }
  for (const ticket of await tickets()) {
    const resolution = byTicket.get(ticket.id)?.findLast(({ kind }) => kind === 'resolution')
    const first = byTicket.get(ticket.id)?.find(({ kind }) => kind === 'first_response')
    expect(resolution?.stoppedAt ?? null).toEqual(ticket.resolvedAt)
    expect(ticket.resolutionDueAt).toEqual(resolution?.stoppedAt ? null : (resolution?.dueAt ?? null))
    expect(ticket.firstResponseDueAt).toEqual(first?.stoppedAt ? null : (first?.dueAt ?? null))
    expect(resolution?.pauses.some(({ to }) => to === null) ?? false).toBe(ticket.status === 'pending')
  }
})

test('nobody is told of what they did themselves, and no mail goes out for old news', async () => {
  const sent = await db.selectFrom('notifications').selectAll().execute()

  expect(sent.length).toBeGreaterThan(1_000)
  expect(sent.some(({ readAt }) => readAt === null)).toBe(true)
  expect(sent.filter(({ userId, actorId, byMail }) => userId === actorId || byMail)).toEqual([])
  expect(sent.filter(({ message }) => /undefined|P57-0\b/.test(message))).toEqual([])
})

describe('people', () => {
  test('of every role sign in with the password; each team has a lead and a manager', async () => {
    const users = await db.selectFrom('users').selectAll().execute()
    const { passwordHash } = await db.selectFrom('userCredentials').selectAll().limit(1).executeTakeFirstOrThrow()
    const teams = await db.selectFrom('teams').selectAll().execute()

    expect(new Set(users.map(({ role }) => role)).size).toBe(5)
    expect(users.map(({ email }) => email)).toEqual(
      expect.arrayContaining([
        'admin@physique57.example',
        'lead.client-success@physique57.example',
        'member1.facilities@physique57.example',
      ]),
    )
    expect(users.filter(({ availability }) => availability === 'away')).toHaveLength(1)
    expect(users.filter(({ status }) => status === 'disabled')).toHaveLength(1)
    expect(await passwordMatches(passwordHash, password)).toBe(true)
    expect(teams.every(({ leadUserId, managerId }) => leadUserId && managerId)).toBe(true)
  })

  test('who has left has no work', async () => {
    const held = await db
      .selectFrom('tickets')
      .innerJoin('users', 'users.id', 'tickets.assignedToUserId')
      .where('users.status', '=', 'disabled')
      .where('tickets.isOpen', '=', true)
      .select('tickets.id')
      .execute()
    expect(held).toEqual([])
  })
})

test('a database in use is refused and stays as it is', async () => {
  await expect(seed({ workerUrl: database.workerUrl, now, password, files })).rejects.toThrow('has users already')
  expect(await isEmpty(database.workerUrl)).toBe(false)
  expect(await tickets()).toHaveLength(400)
})

test('the same moment gives the same rows', async () => {
  const second = await createTestDatabase()
  await seed({ workerUrl: second.workerUrl, now, password, files })
  const other = openDatabase({ url: second.workerUrl, poolSize: 1, applicationName: 'test', onError: () => {} })

  for (const table of tables) {
    const rows = async (from: Db) =>
      (await from.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
    const [ours, theirs] = [await rows(db), await rows(other)]
    expect(theirs.length, table).toBe(ours.length)
    expect(
      theirs.find((row, index) => row !== ours[index]),
      table,
    ).toBeUndefined()
  }
  await other.destroy()
  await second.drop()
})

/** All that is seeded but for hashes and the moment of writing. */
const tables = [
  'users',
  'studios',
  'calendars',
  'calendarHolidays',
  'lookupValues',
  'categories',
  'subcategories',
  'assignmentRules',
  'slaPolicies',
  'escalationRules',
  'clients',
  'tickets',
  'ticketClocks',
  'ticketResponses',
  'ticketAttachments',
  'ticketHistory',
  'ticketWatchers',
  'assignmentDecisions',
  'notifications',
] as const

function statusAfter(entries: { event: string; detail: Record<string, unknown> }[]): string {
  let status = 'new'
  for (const { event, detail } of entries) {
    if (event === 'assigned' && (status === 'new' || status === 'assigned'))
      status = detail.assignee ? 'assigned' : 'new'
    if (event === 'status_changed') {
      expect(detail.from).toBe(status)
      status = String(detail.to)
    }
    if (event === 'resolved' || event === 'closed' || event === 'reopened') status = event
  }
  return status
}

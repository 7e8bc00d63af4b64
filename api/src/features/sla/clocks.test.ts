import type { Clock, ExplainedClock, Ticket } from '@physique57/contracts'
import { tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { type Calendar, openTimeBetween } from './calendar.ts'
import { getCalendar } from './calendars.queries.ts'

let t: TestApp
let reporter: TestUser
let assignee: TestUser
let manager: TestUser
let admin: TestUser
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  assignee = await t.newUser({ team: 'Facilities' })
  manager = await t.newUser({ role: 'manager' })
  admin = await t.newUser({ role: 'admin' })
})
afterAll(() => t.stop())

const HOUR = 3_600_000

const read = async (id: string, user = manager): Promise<Ticket> =>
  (await t.call(user, tickets.get, { params: { id } })).body

async function change(id: string, body: { status?: 'in_progress' | 'pending'; priority?: Ticket['priority'] }) {
  const { status, body: ticket } = await t.call(assignee, tickets.update, { params: { id }, body })
  expect(status, JSON.stringify(ticket)).toBe(200)
  return ticket
}

async function reply(user: TestUser, id: string, kind: 'reply' | 'note' = 'reply') {
  const { status } = await t.call(user, tickets.respond, { params: { id }, body: { kind, body: 'We are on it' } })
  expect(status).toBe(201)
  return read(id)
}

/** As if everything about its clocks had happened that much earlier. */
async function letPass(ticketId: string, hours: number): Promise<void> {
  const clocks = await t.everything.selectFrom('ticketClocks').selectAll().where('ticketId', '=', ticketId).execute()
  const earlier = <T extends Date | string | null>(at: T) =>
    at === null ? null : new Date(new Date(at).getTime() - hours * HOUR)
  for (const { kind, cycle, startedAt, stoppedAt, pauses } of clocks) {
    await t.everything
      .updateTable('ticketClocks')
      .set({
        startedAt: earlier(startedAt) ?? startedAt,
        stoppedAt: earlier(stoppedAt),
        pauses: JSON.stringify(pauses.map(({ from, to }) => ({ from: earlier(from), to: earlier(to) }))),
      })
      .where('ticketId', '=', ticketId)
      .where('kind', '=', kind)
      .where('cycle', '=', cycle)
      .execute()
  }
}

async function calendarOf(ticketId: string): Promise<Calendar> {
  const { calendarId } = await t.everything
    .selectFrom('ticketClocks')
    .select('calendarId')
    .where('ticketId', '=', ticketId)
    .where('kind', '=', 'resolution')
    .executeTakeFirstOrThrow()
  return getCalendar(t.everything, calendarId ?? '')
}

const instant = (value: string | null): number => Date.parse(value ?? 'never')

test('waiting for somebody pauses the resolution, not the first response', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'low' })
  await change(id, { status: 'in_progress' })
  const { firstResponse, resolution } = await change(id, { status: 'pending' })
  expect(resolution).toMatchObject({ state: 'paused', dueAt: null })
  expect(firstResponse.state).toBe('running')
  expect(firstResponse.dueAt).not.toBeNull()
})

test('going on moves the due time by the studio hours of the pause', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'low' })
  await change(id, { status: 'in_progress' })
  await change(id, { status: 'pending' })
  await letPass(id, 50)
  const { resolution } = await change(id, { status: 'in_progress' })

  const calendar = await calendarOf(id)
  const paused = resolution.slices.find(({ kind }) => kind === 'paused')
  expect(resolution.state).toBe('running')
  expect(instant(paused?.to ?? null) - instant(paused?.from ?? null)).toBeCloseTo(50 * HOUR, -5)
  // the time counted before the pause, and after it until it is due, is the target
  const counted =
    openTimeBetween(calendar, instant(resolution.startedAt), instant(paused?.from ?? null)) +
    openTimeBetween(calendar, instant(paused?.to ?? null), instant(resolution.dueAt))
  expect(counted).toBe(resolution.targetMinutes * 60_000)
  // whatever the time of day, 50 hours have studio hours among them
  const moved = openTimeBetween(calendar, instant(resolution.startedAt), instant(resolution.dueAt)) - counted
  expect(moved).toBe(openTimeBetween(calendar, instant(paused?.from ?? null), instant(paused?.to ?? null)))
  expect(moved).toBeGreaterThan(0)
})

test('where the clock counts round the clock, going on moves it by the whole pause', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'high' })
  await change(id, { status: 'in_progress' })
  await change(id, { status: 'pending' })
  await letPass(id, 50)
  const { resolution } = await change(id, { status: 'in_progress' })
  const expected = instant(resolution.startedAt) + (24 + 50) * HOUR
  expect(instant(resolution.dueAt)).toBeGreaterThanOrEqual(expected)
  expect(instant(resolution.dueAt)).toBeLessThan(expected + 60_000)
})

test('another priority is another policy, counted from the same start', async () => {
  const { id, resolution: low } = await t.newTicket(reporter, { priority: 'low' })
  await letPass(id, 3)
  const { resolution, firstResponse } = await change(id, { priority: 'critical' })
  expect(resolution).toMatchObject({ policy: 'Critical', targetMinutes: 240, calendar: null })
  expect(low).toMatchObject({ policy: 'Low', targetMinutes: 2400 })
  expect(instant(resolution.dueAt)).toBe(instant(resolution.startedAt) + 4 * HOUR)
  expect(instant(firstResponse.dueAt)).toBe(instant(firstResponse.startedAt) + HOUR)
  expect(resolution.countedMinutes).toBe(180)

  const back = await change(id, { priority: 'low' })
  expect(back.resolution).toMatchObject({ policy: 'Low', targetMinutes: 2400, startedAt: resolution.startedAt })
  expect(back.resolution.calendar).not.toBeNull()
})

test('a first response that was given stays what it was when the priority changes', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'low' })
  const answered = await reply(assignee, id)
  const { firstResponse } = await change(id, { priority: 'critical' })
  expect(firstResponse).toMatchObject({ state: 'met', targetMinutes: answered.firstResponse.targetMinutes })
})

test.each([
  ['a reply of the assignee is', 'assignee', 'reply', 'met'],
  ['a reply of a manager is', 'manager', 'reply', 'met'],
  ['a reply of the reporter is not', 'reporter', 'reply', 'running'],
  ['a note of the assignee is not', 'assignee', 'note', 'running'],
] as const)('%s the first response', async (_claim, who, kind, state) => {
  const { id } = await t.newTicket(reporter)
  const { firstResponse } = await reply({ assignee, manager, reporter }[who], id, kind)
  expect(firstResponse.state).toBe(state)
})

test('the reply of a reporter who has the ticket is the first response', async () => {
  const { id } = await t.newTicket(reporter, { assignee: reporter })
  expect((await reply(reporter, id)).firstResponse.state).toBe('met')
})

test('resolving stops both clocks, also one that was paused', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'medium' })
  await change(id, { status: 'in_progress' })
  await change(id, { status: 'pending' })
  const resolved = await t.call(assignee, tickets.resolve, { params: { id }, body: { note: 'Done' } })
  const { firstResponse, resolution } = resolved.body
  expect([firstResponse.state, resolution.state]).toEqual(['met', 'met'])
  expect(firstResponse.stoppedAt).toBe(resolution.stoppedAt)
  expect(await dueTimesOf(id)).toEqual({ firstResponseDueAt: null, resolutionDueAt: null })
})

test('resolving too late is a missed one, and stays one', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'high' })
  await letPass(id, 25)
  const resolved = await t.call(assignee, tickets.resolve, { params: { id }, body: { note: 'Done' } })
  expect(resolved.body.resolution).toMatchObject({ state: 'missed', countedMinutes: 1500, remainingMinutes: -60 })
  expect((await read(id)).resolution).toEqual(resolved.body.resolution)
})

test('reopening starts a new cycle with the full time, and leaves the first response as it was', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'high' })
  await letPass(id, 25)
  const resolved = await t.call(assignee, tickets.resolve, { params: { id }, body: { note: 'Done' } })
  const { body, status } = await t.call(reporter, tickets.reopen, { params: { id }, body: { reason: 'Again' } })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.resolution).toMatchObject({ state: 'running', countedMinutes: 0, targetMinutes: 1440 })
  expect(instant(body.resolution.dueAt)).toBe(instant(body.resolution.startedAt) + 24 * HOUR)
  expect(body.firstResponse).toEqual(resolved.body.firstResponse)

  const stored = await t.everything
    .selectFrom('ticketClocks')
    .select(['kind', 'cycle', 'stoppedAt'])
    .where('ticketId', '=', id)
    .orderBy('kind')
    .orderBy('cycle')
    .execute()
  expect(stored.map(({ kind, cycle, stoppedAt }) => [kind, cycle, stoppedAt === null])).toEqual([
    ['first_response', 1, false],
    ['resolution', 1, false],
    ['resolution', 2, true],
  ])
})

test('deleting cancels both clocks: nobody is late for a ticket that is gone', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'high' })
  await letPass(id, 30)
  expect((await t.call(admin, tickets.remove, { params: { id } })).status).toBe(204)
  const { firstResponse, resolution } = await read(id, admin)
  expect([firstResponse.state, resolution.state]).toEqual(['cancelled', 'cancelled'])
  expect(await dueTimesOf(id)).toEqual({ firstResponseDueAt: null, resolutionDueAt: null })
  const overdue = await t.call(admin, tickets.list, { query: { overdue: 'true' } })
  expect(overdue.body.items.map((ticket) => ticket.id)).not.toContain(id)
})

test('the list and the ticket say the same, in every state of the clocks', async () => {
  const fresh = await t.newTicket(reporter, { priority: 'medium' })
  const waiting = await t.newTicket(reporter, { priority: 'low' })
  await change(waiting.id, { status: 'in_progress' })
  await letPass(waiting.id, 30)
  await change(waiting.id, { status: 'pending' })
  const late = await t.newTicket(reporter, { priority: 'critical' })
  await letPass(late.id, 100)
  await reply(assignee, late.id)

  await vi.waitFor(async () => {
    const list = await t.call(manager, tickets.list)
    for (const { id } of [fresh, waiting, late]) {
      const { firstResponse, resolution } = await read(id)
      const row = list.body.items.find((ticket) => ticket.id === id)
      expect(row).toMatchObject({ firstResponse: figuresOf(firstResponse), resolution: figuresOf(resolution) })
    }
  })
})

test('the slices of a clock join without a gap, and the counted ones add up', async () => {
  const { id } = await t.newTicket(reporter, { priority: 'low' })
  await letPass(id, 40)
  await change(id, { status: 'in_progress' })
  await change(id, { status: 'pending' })
  await letPass(id, 31)
  await change(id, { status: 'in_progress' })
  await letPass(id, 26)

  const { firstResponse, resolution } = await read(id)
  for (const clock of [firstResponse, resolution]) {
    const { slices } = clock
    expect(slices[0]?.from).toBe(clock.startedAt)
    for (const [index, slice] of slices.entries()) {
      if (index > 0) expect(slice.from).toBe(slices[index - 1]?.to)
    }
    expect(sumOf(clock, 'counted')).toBe(clock.countedMinutes)
    expect(clock.countedMinutes + clock.remainingMinutes).toBe(clock.targetMinutes)
    const whole = instant(slices.at(-1)?.to ?? null) - instant(clock.startedAt)
    expect(whole / 60_000 - (sumOf(clock, 'counted') + sumOf(clock, 'closed') + sumOf(clock, 'paused'))).toBeLessThan(3)
  }
  expect(sumOf(resolution, 'paused')).toBe(31 * 60)
  expect(sumOf(firstResponse, 'paused')).toBe(0)
})

const sumOf = ({ slices }: ExplainedClock, kind: string): number =>
  slices.filter((slice) => slice.kind === kind).reduce((sum, { minutes }) => sum + minutes, 0)

const figuresOf = ({
  kind,
  state,
  targetMinutes,
  countedMinutes,
  remainingMinutes,
  dueAt,
  startedAt,
  stoppedAt,
}: Clock) => ({
  kind,
  state,
  targetMinutes,
  countedMinutes,
  remainingMinutes,
  dueAt,
  startedAt,
  stoppedAt,
})

const dueTimesOf = (id: string) =>
  t.everything
    .selectFrom('tickets')
    .select(['firstResponseDueAt', 'resolutionDueAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

import { notifications, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

const toldTo = async (user: TestUser) =>
  (await t.call(user, notifications.list)).body.items.map(({ event, message }) => `${event}: ${message}`)

test('whoever had a ticket and whoever reported it read where it went; only the new assignee gets a mail', async () => {
  const [reporter, before] = [await t.newUser(), await t.newUser({ team: 'Finance' })]
  const after = await t.newUser({ team: 'Finance', name: 'Farida' })
  const manager = await t.newUser({ role: 'manager' })
  const { id, key, title } = await t.newTicket(reporter, { assignee: before })

  await t.call(manager, tickets.assign, { params: { id }, body: { userId: after.id } })
  await t.runJobs()

  expect(await toldTo(before)).toContain(`assigned: ${key} is with Farida now: ${title}`)
  expect(await toldTo(reporter)).toContain(`assigned: ${key} is with Farida now: ${title}`)
  expect(await t.mailsTo(before)).toEqual([])
  expect(await t.mailsTo(after)).toHaveLength(1)
})

test('while nobody has a ticket, the available members of its team are told what happens to it', async () => {
  const [reporter, member] = [await t.newUser(), await t.newUser({ team: 'Marketing' })]
  const away = await t.newUser({ team: 'Marketing', availability: 'away' })
  const { id, key } = await t.newTicket(reporter, { assignee: null, team: 'Marketing', status: 'resolved' })

  await t.call(reporter, tickets.reopen, { params: { id }, body: { reason: 'It is back' } })

  expect(await toldTo(member)).toContain(`reopened: ${reporter.name} reopened ${key}: It is back`)
  expect(await toldTo(away)).toEqual([])
})

test('a manager who escalates is not told himself: it goes one step further up, and followers read of it', async () => {
  const only = await startTestApp()
  try {
    const [reporter, manager] = [await only.newUser(), await only.newUser({ role: 'manager' })]
    const director = await only.newUser({ role: 'director' })
    const { id } = await only.newTicket(reporter, { assignee: null })

    await only.call(manager, tickets.escalate, { params: { id }, body: { reason: 'Clients leave' } })

    const events = async (user: TestUser) =>
      (await only.call(user, notifications.list)).body.items.filter(({ event }) => event === 'escalation').length
    expect(await events(director)).toBe(1)
    expect(await events(reporter)).toBe(1)
  } finally {
    await only.stop()
  }
})

test('a manager who logs what nobody can take is alerted as well', async () => {
  const only = await startTestApp()
  try {
    const manager = await only.newUser({ role: 'manager' })
    await only.newTicket(manager)
    const { body } = await only.call(manager, notifications.list)
    expect(body.items.map(({ event }) => event)).toContain('escalation')
  } finally {
    await only.stop()
  }
})

test('handed back without a team, a ticket waits in the default team', async () => {
  const [reporter, assignee] = [await t.newUser(), await t.newUser()]
  const { id } = await t.newTicket(reporter, { assignee, team: null })

  const { status, body } = await t.call(assignee, tickets.assign, { params: { id }, body: { userId: null } })

  expect(status).toBe(200)
  expect(body).toMatchObject({ assignee: null, team: { name: 'Operations' } })
})

test('the assignee may also hand back by naming the team', async () => {
  const [reporter, assignee] = [await t.newUser(), await t.newUser({ team: 'Finance' })]
  const ticket = await t.newTicket(reporter, { assignee, team: 'Finance' })

  const teamId = ticket.team?.id ?? ''
  const { status, body } = await t.call(assignee, tickets.assign, { params: { id: ticket.id }, body: { teamId } })

  expect(status).toBe(200)
  expect(body.assignee).toBeNull()
})

test('after several people changed a ticket at once, its story ends where the ticket stands', async () => {
  const managers = await Promise.all([1, 2, 3, 4].map(() => t.newUser({ role: 'manager' })))
  const { id } = await t.newTicket(await t.newUser())
  for (let round = 0; round < 8; round++) {
    const priorities = ['low', 'medium', 'high', 'critical'] as const
    await Promise.all(
      managers.map((manager, index) => {
        const priority = priorities[(index + round) % 4] ?? 'low'
        return t.call(manager, tickets.update, { params: { id }, body: { priority } })
      }),
    )
    const [manager] = managers as [TestUser]
    const { body: ticket } = await t.call(manager, tickets.get, { params: { id } })
    const { body: history } = await t.call(manager, tickets.history, { params: { id }, query: { limit: 100 } })
    const last = history.items.filter(({ event }) => event === 'priority_changed').at(-1)
    expect(last?.sentence).toMatch(new RegExp(`to ${ticket.priority}$`))
  }
})

import { notifications, type Ticket, tickets } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import type { TeamName } from '../../catalogue/teams.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let manager: TestUser
beforeEach(async () => {
  await t?.stop()
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  manager = await t.newUser({ role: 'manager' })
})
afterAll(() => t.stop())

const makeLead = (team: TeamName, lead: TestUser) =>
  t.everything.updateTable('teams').set({ leadUserId: lead.id }).where('id', '=', idOf.team(team)).execute()

const bellOf = async (user: TestUser, { id }: Ticket) =>
  (await t.call(user, notifications.list)).body.items.filter(({ ticket }) => ticket?.id === id)

const mailedAbout = async ({ id }: Ticket): Promise<(string | null)[]> => {
  await t.runJobs()
  const mails = await t.everything.selectFrom('outbox').select('userId').where('ticketId', '=', id).execute()
  return mails.map(({ userId }) => userId)
}

test('a rule for a team gives it to the available member with the least to do, and says why', async () => {
  const [busy, idle, away] = [
    await t.newUser({ team: 'Facilities' }),
    await t.newUser({ team: 'Facilities' }),
    await t.newUser({ team: 'Facilities', availability: 'away' }),
  ]
  await t.newTicket(reporter, { assignee: busy, priority: 'critical' })
  const ticket = await t.newTicket(reporter)

  expect(ticket.assignee?.id).toBe(idle.id)
  expect(ticket.assignment?.rule).toBe('Facilities look after the building')
  expect(ticket.assignment?.reason).toContain('Least loaded of 2 available in Facilities (load 0')
  const candidates = ticket.assignment?.candidates.map(({ person, load, available }) => [person.id, load, available])
  expect(candidates?.toSorted()).toEqual(
    [
      [busy.id, 4, true],
      [idle.id, 0, true],
      [away.id, 0, false],
    ].toSorted(),
  )
})

test('what waits for somebody is no load', async () => {
  const [first, second] = [await t.newUser({ team: 'Facilities' }), await t.newUser({ team: 'Facilities' })]
  await t.newTicket(reporter, { assignee: first, priority: 'critical', status: 'pending' })
  await t.newTicket(reporter, { assignee: second, priority: 'low', status: 'in_progress' })
  expect((await t.newTicket(reporter)).assignee?.id).toBe(first.id)
})

test('a rule for somebody who is away gives it to the lead of their team', async () => {
  const away = await t.newUser({ team: 'Finance', availability: 'away', name: 'Imran Shaikh' })
  const lead = await t.newUser({ team: 'Finance', role: 'team_lead', name: 'Zahur Shaikh' })
  await makeLead('Finance', lead)
  await t.everything
    .insertInto('assignmentRules')
    .values({ id: uuid(), name: 'Parking is for Imran', priorityOrder: 1, targetUserId: away.id })
    .execute()

  const ticket = await t.newTicket(reporter)
  expect(ticket.assignee?.id).toBe(lead.id)
  expect(ticket.team?.id).toBe(idOf.team('Finance'))
  expect(ticket.assignment?.reason).toContain('Imran Shaikh, whom the rule names, is not available')
  expect(await bellOf(lead, ticket)).toMatchObject([{ event: 'assigned', actor: null }])
  expect(await mailedAbout(ticket)).toEqual([lead.id])
})

test('without a rule it goes to the lead of the team that the subcategory names', async () => {
  const lead = await t.newUser({ team: 'Facilities', role: 'team_lead' })
  await makeLead('Facilities', lead)
  await t.newUser({ team: 'Facilities' })
  await t.everything.updateTable('assignmentRules').set({ isActive: false }).execute()

  const ticket = await t.newTicket(reporter)
  expect(ticket.assignee?.id).toBe(lead.id)
  expect(ticket.assignment).toMatchObject({ rule: null })
})

test('when nobody is available it waits in the queue of the team, and the managers are alerted', async () => {
  const away = await t.newUser({ team: 'Facilities', availability: 'away' })
  const ticket = await t.newTicket(reporter)

  expect(ticket).toMatchObject({ assignee: null, status: 'new', team: { name: 'Facilities' } })
  expect(ticket.assignment?.reason).toBe('Nobody in Facilities is available')
  expect(await bellOf(manager, ticket)).toMatchObject([{ event: 'escalation', actor: null }])
  expect(await bellOf(away, ticket)).toEqual([])
  expect(await mailedAbout(ticket)).toEqual([manager.id])
})

test('a team with a manager of its own alerts that one alone', async () => {
  const own = await t.newUser({ role: 'manager' })
  await t.everything.updateTable('teams').set({ managerId: own.id }).where('id', '=', idOf.team('Facilities')).execute()
  const ticket = await t.newTicket(reporter)
  expect(await mailedAbout(ticket)).toEqual([own.id])
  expect(await bellOf(manager, ticket)).toEqual([])
})

test('a ticket put in a queue tells the available members in the app, and nobody by mail', async () => {
  const ticket = await t.newTicket(reporter)
  const before = await mailedAbout(ticket)
  const member = await t.newUser({ team: 'Training' })
  const away = await t.newUser({ team: 'Training', availability: 'away' })
  const body = { teamId: idOf.team('Training') }
  const queued = await t.call(manager, tickets.assign, { params: { id: ticket.id }, body })

  expect(queued.body).toMatchObject({ assignee: null, status: 'new', team: { name: 'Training' } })
  expect(await bellOf(member, ticket)).toMatchObject([
    { event: 'assigned', message: expect.stringContaining('waits for somebody in Training') },
  ])
  expect(await bellOf(away, ticket)).toEqual([])
  expect(await mailedAbout(ticket)).toEqual(before)
})

test('assigning automatically asks the rules again', async () => {
  const member = await t.newUser({ team: 'Facilities' })
  const ticket = await t.newTicket(reporter, { assignee: null, team: 'Finance', status: 'new' })
  const again = await t.call(manager, tickets.assign, { params: { id: ticket.id }, body: { auto: true } })
  expect(again.body).toMatchObject({ assignee: { id: member.id }, team: { name: 'Facilities' }, status: 'assigned' })
})

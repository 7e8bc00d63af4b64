import { notifications, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parkingTrouble, problemOf, startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

test('a ticket is logged, assigned, answered and resolved, and everyone concerned is told', async () => {
  const reporter = await t.newUser({ team: 'Operations', name: 'Mehrish Palkhi' })
  const assignee = await t.newUser({ team: 'Facilities', name: 'Devika Samarthan' })

  const created = await t.call(reporter, tickets.create, { body: parkingTrouble })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  expect(created.headers.location).toBe(`/api/tickets/${created.body.id}`)
  expect(created.body).toMatchObject({
    title: 'Parking, Kwality House, Kemps Corner',
    status: 'assigned',
    assignee: { id: assignee.id },
  })
  const { id } = created.body

  const bell = await t.call(assignee, notifications.list)
  expect(bell.body.items).toMatchObject([{ event: 'assigned', ticket: { id } }])

  const replied = await t.call(assignee, tickets.respond, {
    params: { id },
    body: { kind: 'reply', body: 'Valet from tomorrow' },
  })
  expect(replied.status, JSON.stringify(replied.body)).toBe(201)
  const resolved = await t.call(assignee, tickets.resolve, {
    params: { id },
    body: { note: 'Valet hired', clientInformed: true },
  })
  expect(resolved.status, JSON.stringify(resolved.body)).toBe(200)
  expect(resolved.body).toMatchObject({
    status: 'resolved',
    firstResponse: { state: 'met' },
    resolution: { state: 'met' },
  })

  await t.runJobs()
  expect(await t.mailsTo(assignee)).toHaveLength(1)
  expect((await t.mailsTo(reporter)).length).toBeGreaterThan(0)

  const history = await t.call(reporter, tickets.history, { params: { id } })
  expect(history.body.items.map(({ actor, sentence }) => `${actor?.name ?? 'The system'} ${sentence}`)).toEqual([
    'Mehrish Palkhi logged this ticket',
    'The system assigned it to Devika Samarthan (Facilities). The only one available in Facilities (load 0)',
    'Devika Samarthan replied to the client',
    'Devika Samarthan resolved it: Valet hired. The client was informed',
  ])
})

test('what may not be seen does not exist', async () => {
  const [reporter, stranger] = [await t.newUser({ team: 'Operations' }), await t.newUser({ team: 'Finance' })]
  const ticket = await t.newTicket(reporter)
  const reply = await t.call(stranger, tickets.get, { params: { id: ticket.id } })
  expect(reply.status).toBe(404)
  expect(problemOf(reply).code).toBe('not_found')
})

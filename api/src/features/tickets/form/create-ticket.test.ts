import { tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp } from '../../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

test.each(['2199-12-31T23:59:59-05:00', '1900-01-01T00:00:00+05:30'])('%s is outside the years we keep', async (at) => {
  const reply = await t.call(await t.newUser(), tickets.create, { body: { ...parkingTrouble, occurredAt: at } })

  expect(reply.status).toBe(400)
})

test('an instant with any offset is kept as the same instant', async () => {
  const reporter = await t.newUser()
  const ticket = await t.newTicket(reporter, { occurredAt: '2026-11-20T07:05:00+05:30' })

  expect(ticket.occurredAt).toBe('2026-11-20T01:35:00.000Z')
})

test('what happened cannot lie ahead, and what one comes back to not behind; to the minute they may', async () => {
  const desk = await t.newUser()
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const log = (times: { occurredAt: string; followUpAt: string }) =>
    t.call(desk, tickets.create, { body: { ...parkingTrouble, ...times } })

  const refused = await log({ occurredAt: inMinutes(2), followUpAt: inMinutes(-2) })
  expect(refused.status).toBe(422)
  expect(problemOf(refused).errors?.map(({ path }) => path)).toEqual(['occurredAt', 'followUpAt'])

  const followUpAt = inMinutes(24 * 60)
  const logged = await log({ occurredAt: inMinutes(0), followUpAt })
  expect([logged.status, logged.body.followUpAt]).toEqual([201, followUpAt])
})

test('an answer cannot name a file that was never uploaded', async () => {
  const form = { subcategoryId: idOf.subcategory('Facility & Amenities', 'Temperature Control') }
  const answers = {
    area: 'studio_floor',
    problem: 'too_hot',
    howBad: 3,
    firstNoticed: '2026-01-05T01:30:00Z',
    classAffected: 'no',
    photo: ['0190c8a0-0000-7000-8000-000000000000'],
  }
  const reply = await t.call(await t.newUser(), tickets.create, { body: { ...parkingTrouble, ...form, answers } })

  expect(reply.status).toBe(422)
  expect(problemOf(reply).errors).toEqual([{ path: 'answers.photo', message: 'There is no such file: add it again' }])
})

test('nothing is filed under a category that is no longer used', async () => {
  const reporter = await t.newUser()
  const id = idOf.category('Retail & Merchandise')
  await t.everything.updateTable('categories').set({ isActive: false }).where('id', '=', id).execute()

  const subcategoryId = idOf.subcategory('Retail & Merchandise', 'Pricing')
  const reply = await t.call(reporter, tickets.create, { body: { ...parkingTrouble, subcategoryId } })

  expect(reply.status).toBe(422)
  expect(problemOf(reply).errors?.[0]?.path).toBe('subcategoryId')
})

import { type Ticket, TicketColumns, TicketFilters, tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import type { Context } from '../../../context.ts'
import { openRecordingDatabase } from '../../../test/recording-database.ts'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'
import { listTickets } from '../tickets.service.ts'

let t: TestApp
let manager: TestUser
let desk: TestUser
let hot: Ticket
let parking: Ticket
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  desk = await t.newUser({ team: 'Operations' })
  hot = await t.newTicket(desk, {
    subcategoryId: idOf.subcategory('Facility & Amenities', 'Temperature Control'),
    source: 'whatsapp',
    clientMood: 'angry',
    occurredAt: '2026-01-05T01:00:00.000Z',
    answers: {
      area: 'studio_floor',
      problem: 'too_hot',
      howBad: 4,
      firstNoticed: '2026-01-05T01:30:00.000Z',
      classAffected: 'yes',
      classType: idOf.lookup('class_type', 'Cardio Barre'),
      classTime: '2026-01-05T02:00:00.000Z',
      clientsAffected: 12,
    },
  })
  parking = await t.newTicket(desk)
})
afterAll(() => t.stop())

async function rowOf(who: TestUser, { id }: Ticket, columns?: string) {
  const { status, body } = await t.call(who, tickets.list, { query: columns ? { columns } : {} })
  expect(status).toBe(200)
  const row = body.items.find((each) => each.id === id)
  if (!row) throw new Error('not in the list')
  return row
}

test('a row says where it came from, how the client felt, and when it happened and ended', async () => {
  expect(await rowOf(manager, hot)).toMatchObject({
    source: 'whatsapp',
    clientMood: 'angry',
    occurredAt: '2026-01-05T01:00:00.000Z',
    followUpAt: null,
    resolvedAt: null,
    closedAt: null,
  })
})

test('answers come only with the columns that ask for them, by the names people chose from', async () => {
  expect(await rowOf(manager, hot)).not.toHaveProperty('shownAnswers')
  expect(await rowOf(manager, hot, 'title,status')).not.toHaveProperty('shownAnswers')

  const columns =
    'title,form.area,form.problem,form.howBad,form.classType,form.firstNoticed,form.clientsAffected,form.noiseKind'
  expect((await rowOf(manager, hot, columns)).shownAnswers).toEqual({
    'form.area': { type: 'select', value: 'Studio floor' },
    'form.problem': { type: 'radio', value: 'Too hot' },
    'form.howBad': { type: 'rating', value: 4 },
    'form.classType': { type: 'lookup', value: 'Cardio Barre' },
    'form.firstNoticed': { type: 'datetime', value: '2026-01-05T01:30:00.000Z' },
    'form.clientsAffected': { type: 'number', value: 12 },
  })
  expect((await rowOf(manager, parking, columns)).shownAnswers).toEqual({
    'form.howBad': { type: 'rating', value: 3 },
    'form.firstNoticed': { type: 'datetime', value: expect.stringMatching(/^2026-01-05T01:30:00/) },
  })
})

test('a question that a form asks from now on is shown without a line of code', async () => {
  const formVersionId = uuid()
  await t.everything
    .insertInto('formVersions')
    .values({
      id: formVersionId,
      subcategoryId: idOf.subcategory('Facility & Amenities', 'Parking'),
      version: 2,
      fields: JSON.stringify([
        {
          key: 'gate',
          type: 'multiselect',
          label: 'Which gate',
          options: [
            { value: 'n', label: 'North' },
            { value: 's', label: 'South' },
          ],
        },
        { key: 'waited', type: 'number', label: 'Waited', unit: 'min' },
        { key: 'towed', type: 'checkbox', label: 'Was a car towed' },
      ]),
    })
    .execute()
  const ticket = await t.newTicket(desk, { formVersionId, answers: { gate: ['s', 'n'], waited: 20, towed: true } })
  expect((await rowOf(desk, ticket, 'form.gate,form.waited,form.towed')).shownAnswers).toEqual({
    'form.gate': { type: 'multiselect', value: 'South, North' },
    'form.waited': { type: 'number', value: 20, unit: 'min' },
    'form.towed': { type: 'checkbox', value: true },
  })
})

test.each([
  'nonsense',
  'title,title',
  'form.',
  "form.a';--",
  'constructor',
  Array.from({ length: 31 }, (_, n) => `form.f${n}`).join(','),
])('columns=%s is 400', async (columns) => {
  expect((await t.call(manager, tickets.list, { query: { columns } })).status).toBe(400)
})

test('columns are for lists, not for counts', async () => {
  const query = { columns: 'title' } as object
  expect((await t.call(manager, tickets.counts, { query })).status).toBe(400)
})

test('many rows of many forms need as many queries as one', async () => {
  const others = [
    idOf.subcategory('Facility & Amenities', 'Temperature Control'),
    idOf.subcategory('Booking & Technology', 'Waitlist'),
    idOf.subcategory('Instructor Related', 'Punctuality'),
  ]
  for (const subcategoryId of others) {
    const form = await sql<{ id: string }>`
      select id from form_versions where subcategory_id = ${subcategoryId}`.execute(t.everything)
    await t.everything
      .updateTable('tickets')
      .set({
        formVersionId: form.rows[0]?.id ?? '',
        answers: JSON.stringify({ area: 'studio_floor', classType: idOf.lookup('class_type', 'Cardio Barre') }),
      })
      .where('id', '=', (await t.newTicket(desk, { answers: {} })).id)
      .execute()
  }
  const recording = openRecordingDatabase(t.config.databaseAppUrl)
  const ctx: Context = { ...t.app.deps, db: recording.db, claims: { userId: manager.id, sessionId: manager.sessionId } }
  const columns = TicketColumns.parse('title,form.area,form.classType')
  const queriesFor = async (limit: string) => {
    recording.take()
    await listTickets(ctx, { ...TicketFilters.parse({ limit, filter: 'form.classType:none' }), columns })
    await listTickets(ctx, { ...TicketFilters.parse({ limit, filter: '-form.classType:none' }), columns })
    return recording.take().map(({ text }) => text.trim().slice(0, 60))
  }
  const [few, many] = [await queriesFor('1'), await queriesFor('50')]
  await recording.close()
  expect(many).toEqual(few)
})

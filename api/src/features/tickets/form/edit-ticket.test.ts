import { type Ticket, tickets, type UpdateTicket } from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import { upload } from '../../../test/files.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
let reporter: TestUser
let assignee: TestUser
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations', name: 'Mehrish Palkhi' })
  assignee = await t.newUser({ team: 'Facilities', name: 'Devika Samarthan' })
  manager = await t.newUser({ role: 'manager', name: 'Zubin Daruwalla' })
})
afterAll(() => t.stop())

const edit = (who: TestUser, { id, version }: Ticket, body: Partial<UpdateTicket>, expected = version) =>
  t.call(who, tickets.update, { params: { id }, body, headers: { 'if-match': `"${expected}"` } })

/** The newest lines of the story, as somebody reads them. */
async function storyOf(ticket: Ticket, who = manager) {
  const { body } = await t.call(who, tickets.history, { params: { id: ticket.id } })
  return body.items.map(({ actor, sentence, changes }) => ({
    told: `${actor?.name ?? 'The system'} ${sentence}`,
    changes,
  }))
}

const temperature = idOf.subcategory('Facility & Amenities', 'Temperature Control')
const warm = {
  area: 'studio_floor',
  problem: 'too_hot',
  howBad: 3,
  firstNoticed: '2026-01-05T01:30:00.000Z',
  classAffected: 'no',
}
const booking = idOf.subcategory('Booking & Technology', 'Booking Failures')
const bandra = idOf.studio('Supreme HQ, Bandra')

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('what was reported', () => {
  test('an event in the future and a follow-up in the past are refused, but a follow-up that has passed may stay', async () => {
    const ticket = await t.newTicket(reporter, { title: 'Lift stuck' })
    const refused = await edit(manager, ticket, { occurredAt: inHours(1), followUpAt: inHours(-1) })
    expect(refused.status).toBe(422)
    expect(problemOf(refused).errors?.map(({ path }) => path)).toEqual(['occurredAt', 'followUpAt'])

    const passed = inHours(-48)
    await t.everything
      .updateTable('tickets')
      .set({ followUpAt: new Date(passed) })
      .where('id', '=', ticket.id)
      .execute()
    const { body: current } = await t.call(manager, tickets.get, { params: { id: ticket.id } })
    const { status, body } = await edit(manager, current, { title: 'Lift stuck at 2', followUpAt: passed })
    expect([status, body.title, body.followUpAt]).toEqual([200, 'Lift stuck at 2', passed])
  })

  test('its reporter corrects the words and the client, and the story keeps what they said before', async () => {
    const ticket = await t.newTicket(reporter, { title: 'Parking full' })
    const client = { name: 'Anahita Boyce', phone: '+91 98200 11111' }

    const { status, body } = await edit(reporter, ticket, {
      title: 'Parking full since Monday',
      description: 'Valet away',
      client,
    })

    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ title: 'Parking full since Monday', description: 'Valet away', client })
    expect((await storyOf(ticket)).at(-1)).toEqual({
      told: 'Mehrish Palkhi changed the title from “Parking full” to “Parking full since Monday”, the client to “Anahita Boyce” and the description from “No space left at seven in the morning” to “Valet away”',
      changes: [
        { field: 'Title', from: 'Parking full', to: 'Parking full since Monday' },
        { field: 'Client', from: null, to: 'Anahita Boyce' },
        { field: 'Description', from: 'No space left at seven in the morning', to: 'Valet away' },
      ],
    })
  })

  test('long words are named, not quoted; whoever opens the change reads both', async () => {
    const ticket = await t.newTicket(reporter, { description: 'old '.repeat(50).trim() })
    await edit(reporter, ticket, { description: `first line\n${'new '.repeat(50)}`.trim() })

    const last = (await storyOf(ticket)).at(-1)
    expect(last?.told).toBe('Mehrish Palkhi changed the description')
    expect(last?.changes).toEqual([
      {
        field: 'Description',
        from: 'old '.repeat(50).trim(),
        to: `first line\n${'new '.repeat(50)}`.trim(),
      },
    ])
  })

  test('a client known by phone is recognised, one that was named is chosen by id, and none at all is possible', async () => {
    const ticket = await t.newTicket(reporter, { client: { name: 'Kavya Rao', phone: '+91 98111 22222' } })
    const other = await t.newTicket(reporter)

    const same = await edit(reporter, other, { client: { name: 'Kavya Rao', phone: '98111 22222' } })
    expect(same.body.client?.id).toBe(ticket.client?.id)
    const none = await edit(reporter, same.body, { client: null })
    expect(none.body.client).toBeNull()
    const byId = await edit(reporter, none.body, { client: { id: ticket.client?.id ?? '' } })
    expect(byId.body.client?.name).toBe('Kavya Rao')
  })

  test('with a work field among them it is no longer a correction', async () => {
    const ticket = await t.newTicket(reporter)
    for (const body of [{ studioId: bandra }, { answers: {} }, { subcategoryId: temperature, answers: warm }]) {
      expect((await edit(reporter, ticket, { title: 'x', ...body })).status).toBe(403)
    }
    const now = await t.call(reporter, tickets.get, { params: { id: ticket.id } })
    expect(now.body.version).toBe(ticket.version)
  })
})

describe('another category', () => {
  test('brings its own form, and the answers to the old one stay in the story', async () => {
    const ticket = await t.newTicket(reporter)

    const { status, body } = await edit(assignee, ticket, { subcategoryId: temperature, answers: warm })

    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ subcategory: { name: 'Temperature Control' }, answers: warm })
    expect(body.form.fields.map(({ key }) => key)).toContain('problem')
    const last = (await storyOf(ticket)).at(-1)
    expect(last?.told).toContain(
      'changed the category from “Facility & Amenities / Parking” to “Facility & Amenities / Temperature Control”',
    )
    expect(last?.changes).toContainEqual({ field: 'What is the matter', from: 'No space', to: null })
  })

  test('its required questions have to be answered, each error at its field', async () => {
    const ticket = await t.newTicket(reporter)
    const reply = await edit(assignee, ticket, { subcategoryId: temperature })

    expect(reply.status).toBe(422)
    expect(problemOf(reply).errors?.map(({ path }) => path)).toContain('answers.problem')
  })

  test('may live in another category altogether', async () => {
    const ticket = await t.newTicket(reporter)
    const { body } = await edit(manager, ticket, { subcategoryId: booking, answers: { creditsDeducted: 'no' } })

    expect(body.category.name).toBe('Booking & Technology')
    expect(body.assignee?.id).toBe(ticket.assignee?.id)
  })

  test.each([
    ['subcategoryId', { subcategoryId: '0190c8a0-0000-7000-8000-000000000000' }],
    ['studioId', { studioId: '0190c8a0-0000-7000-8000-000000000000' }],
    ['client.id', { client: { id: '0190c8a0-0000-7000-8000-000000000000' } }],
    ['answers.what', { answers: { what: 'no such option', firstNoticed: warm.firstNoticed, howBad: 3 } }],
    ['answers.unheardOf', { answers: { ...parkingTrouble.answers, unheardOf: 'x' } }],
  ])('%s that does not exist is refused', async (path, body) => {
    const ticket = await t.newTicket(reporter)
    const reply = await edit(assignee, ticket, body)

    expect(reply.status).toBe(422)
    expect(problemOf(reply).errors?.map((error) => error.path)).toContain(path)
  })

  test('answers to an outdated form are refused', async () => {
    const ticket = await t.newTicket(reporter)
    const body = { subcategoryId: temperature, answers: warm, formVersionId: ticket.form.formVersionId }

    expect((await edit(assignee, ticket, body)).status).toBe(409)
  })
})

test('a choice that is no longer offered may stay, but not be chosen anew', async () => {
  const form = await t.everything
    .selectFrom('formVersions')
    .selectAll()
    .where('subcategoryId', '=', booking)
    .executeTakeFirstOrThrow()
  const asked = [
    ...form.fields,
    { key: 'formerly', type: 'lookup' as const, of: 'class_type' as const, label: 'Class' },
  ]
  await t.everything
    .updateTable('formVersions')
    .set({ fields: JSON.stringify(asked) })
    .where('id', '=', form.id)
    .execute()
  const [chosen, other] = await t.everything
    .selectFrom('lookupValues')
    .selectAll()
    .where('kind', '=', 'class_type')
    .limit(2)
    .execute()
  const ticket = await t.newTicket(reporter, {
    subcategoryId: booking,
    answers: { creditsDeducted: 'no', formerly: chosen?.id ?? '' },
  })
  const lookups = [chosen?.id ?? '', other?.id ?? '']
  await t.everything.updateTable('lookupValues').set({ isActive: false }).where('id', 'in', lookups).execute()

  const kept = await edit(manager, ticket, { answers: { ...ticket.answers, creditsDeducted: 'yes' } })
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  const chosenAnew = await edit(manager, kept.body, { answers: { ...kept.body.answers, formerly: other?.id ?? '' } })
  expect(chosenAnew.status).toBe(422)
})

describe('the clocks', () => {
  test('follow another priority, and the story says what counts now', async () => {
    const ticket = await t.newTicket(reporter, { priority: 'medium' })
    const { body } = await edit(assignee, ticket, { priority: 'critical' })

    expect(body.resolution).toMatchObject({ targetMinutes: 240, policy: expect.stringContaining('Critical') })
    expect(Date.parse(body.resolution.dueAt ?? '')).toBe(Date.parse(body.resolution.startedAt) + 4 * 3_600_000)
    const [changed, measured] = (await storyOf(ticket)).slice(-2)
    expect(changed?.told).toBe('Devika Samarthan changed the priority from medium to critical')
    expect(measured?.told).toMatch(/^The system measures it by “Critical.*” now: due .+ IST instead of .+ IST$/)
  })

  test('follow another category where a policy of its own stands', async () => {
    const policy = {
      id: '0190c8a0-0000-7000-8000-00000000aaaa',
      name: 'Warm rooms',
      priority: 'medium' as const,
      subcategoryId: temperature,
      firstResponseMinutes: 30,
      resolutionMinutes: 90,
      hours: 'always' as const,
    }
    await t.everything.insertInto('slaPolicies').values(policy).execute()
    const ticket = await t.newTicket(reporter, { priority: 'medium' })
    const { body } = await edit(assignee, ticket, { subcategoryId: temperature, answers: warm })

    expect(body.resolution).toMatchObject({ targetMinutes: 90, policy: 'Warm rooms' })
    expect(body.firstResponse.targetMinutes).toBe(30)
    expect((await storyOf(ticket)).at(-1)?.told).toContain('measures it by “Warm rooms” now')
  })

  test("follow another studio's hours", async () => {
    const ticket = await t.newTicket(reporter, { priority: 'low' })
    const studio = await t.everything
      .selectFrom('studios')
      .selectAll()
      .where('id', '=', bandra)
      .executeTakeFirstOrThrow()
    const { body } = await edit(assignee, ticket, { studioId: bandra })

    expect(body.studio.name).toBe(studio.name)
    const clock = await t.everything
      .selectFrom('ticketClocks')
      .select('calendarId')
      .where('ticketId', '=', ticket.id)
      .where('kind', '=', 'resolution')
      .executeTakeFirstOrThrow()
    expect(clock.calendarId).toBe(studio.calendarId)
  })

  test('are left alone by words', async () => {
    const ticket = await t.newTicket(reporter)
    const { body } = await edit(assignee, ticket, { title: 'Other words', followUpAt: inHours(24) })

    expect(body.resolution.dueAt).toBe(ticket.resolution.dueAt)
    expect((await storyOf(ticket)).at(-1)?.told).toContain('the follow-up date to “')
  })
})

test('an edit of what was changed meanwhile is refused with 412 and changes nothing', async () => {
  const ticket = await t.newTicket(reporter)
  const first = await edit(manager, ticket, { title: 'The manager was first' })
  const second = await edit(assignee, ticket, { title: 'The assignee was second', studioId: bandra })

  expect([first.status, second.status]).toEqual([200, 412])
  const now = await t.call(reporter, tickets.get, { params: { id: ticket.id } })
  expect(now.body).toMatchObject({ title: 'The manager was first', version: first.body.version })
})

test('of twenty edits at once on the same version exactly one wins', async () => {
  const ticket = await t.newTicket(reporter)
  const titles = Array.from({ length: 20 }, (_, index) => `Attempt ${index}`)
  const replies = await Promise.all(titles.map((title) => edit(manager, ticket, { title })))

  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(412)])
  const now = await t.call(reporter, tickets.get, { params: { id: ticket.id } })
  expect(now.body.title).toBe(titles[replies.findIndex(({ status }) => status === 200)])
})

test('saying what is so already changes nothing: neither version nor story', async () => {
  const ticket = await t.newTicket(reporter, { client: { name: 'Anahita Boyce', phone: '+91 98200 11111' } })
  const same = {
    title: ticket.title,
    description: ticket.description,
    studioId: ticket.studio.id,
    subcategoryId: ticket.subcategory.id,
    answers: ticket.answers,
    client: { id: ticket.client?.id ?? '' },
    priority: ticket.priority,
    source: null,
    followUpAt: null,
  }
  const story = await storyOf(ticket)
  const { status, body } = await edit(assignee, ticket, same)

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.version).toBe(ticket.version)
  expect(await storyOf(ticket)).toEqual(story)
})

test('a ticket keeps the form it was filed with, also when an answer is corrected after the form has changed', async () => {
  const ticket = await t.newTicket(reporter, { subcategoryId: booking, answers: { creditsDeducted: 'no' } })
  await t.everything
    .insertInto('formVersions')
    .values({
      id: '0190c8a0-0000-7000-8000-00000000f0f0',
      subcategoryId: booking,
      version: 2,
      fields: JSON.stringify([{ key: 'another', type: 'text', label: 'Another', required: true }]),
    })
    .execute()

  const { status, body } = await edit(manager, ticket, { answers: { creditsDeducted: 'yes' } })

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.answers).toEqual({ creditsDeducted: 'yes' })
  expect(body.form.version).toBe(1)
  expect((await storyOf(ticket)).at(-1)?.told).toMatch(/ changed “.+” from “No” to “Yes”$/)
})

test('a photo may be added to the answers, and one that is part of the ticket stays part of it', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const ticket = await t.newTicket(reporter, { subcategoryId: temperature, answers: warm })
  const key = ticket.form.fields.find(({ type }) => type === 'file')?.key ?? ''
  const [first, second] = [await upload(t, assignee, png, 'panel.png'), await upload(t, assignee, png, 'drain.png')]

  const added = await edit(assignee, ticket, { answers: { ...warm, [key]: [first.id] } })
  expect(added.status, JSON.stringify(added.body)).toBe(200)
  const both = await edit(assignee, added.body, { answers: { ...warm, [key]: [first.id, second.id] } })
  expect(both.body.attachments.map(({ name }) => name)).toEqual(['panel.png', 'drain.png'])
  expect((await storyOf(ticket)).slice(-2).map(({ told }) => told)).toEqual([
    expect.stringContaining('from “1 file” to “2 files”'),
    'Devika Samarthan added drain.png',
  ])
  const foreign = await upload(t, reporter, png, 'foreign.png')
  const refused = await edit(assignee, both.body, { answers: { ...warm, [key]: [foreign.id] } })
  expect(refused.status).toBe(422)
})

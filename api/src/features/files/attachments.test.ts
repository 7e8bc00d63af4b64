import { type CreateTicketSent, files, subcategories, tickets } from '@physique57/contracts'
import { Client } from 'pg'
import sharp from 'sharp'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { createFiles } from '../../deps.ts'
import { newStoredFile, upload } from '../../test/files.ts'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { makeThumbnail } from './thumbnail.jobs.ts'

let t: TestApp
let reporter: TestUser
let lead: TestUser
let photo: Buffer
beforeAll(async () => {
  t = await startTestApp()
  reporter = await t.newUser({ team: 'Operations' })
  lead = await t.newUser({ role: 'team_lead', team: 'Facilities' })
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'blue' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => t.stop())

const newPhoto = (by = reporter) => upload(t, by, photo, 'panel.jpg')
const create = (body: Partial<CreateTicketSent>, by = reporter) =>
  t.call(by, tickets.create, { body: { ...parkingTrouble, ...body } })
const countTickets = async () => (await t.everything.selectFrom('tickets').select('id').execute()).length

describe('a ticket is logged', () => {
  test('with files, which are then its own, and its story says so', async () => {
    const [one, two] = [await newPhoto(), await upload(t, reporter, Buffer.from('a note'), 'note.txt')]
    const { status, body } = await create({ attachmentIds: [one.id, two.id] })

    expect(status).toBe(201)
    expect(body.attachments).toMatchObject([
      { id: one.id, name: 'panel.jpg', type: 'image/jpeg', canRemove: true, isShownInline: true },
      { id: two.id, name: 'note.txt', canRemove: true, isShownInline: false },
    ])
    const { body: story } = await t.call(reporter, tickets.history, { params: { id: body.id } })
    expect(story.items.map(({ sentence }) => sentence)).toContain('added panel.jpg and note.txt')
  })

  test('with files in the order they are named in, whichever arrived first; those of an edit come after', async () => {
    const [first, second, third] = [await newPhoto(), await newPhoto(), await newPhoto()]
    const named = [third.id, first.id, second.id]
    const { body } = await create({ attachmentIds: named })
    expect(body.attachments.map(({ id }) => id)).toEqual(named)

    const files = [await upload(t, lead, Buffer.from('b'), 'b.txt'), await upload(t, lead, Buffer.from('a'), 'a.txt')]
    const attachmentIds = files.toReversed().map(({ id }) => id)
    const said = await t.call(lead, tickets.respond, {
      params: { id: body.id },
      body: { kind: 'note', body: '', attachmentIds },
    })
    expect(said.body.attachments.map(({ id }) => id)).toEqual(attachmentIds)
    const { body: story } = await t.call(lead, tickets.history, { params: { id: body.id } })
    expect(story.items.map(({ sentence }) => sentence).join()).toContain('a.txt and b.txt')
  })

  test('with a photo as the answer to a question', async () => {
    const ac = idOf.subcategory('Facility & Amenities', 'Temperature Control')
    const { body: form } = await t.call(reporter, subcategories.fields, { params: { id: ac } })
    const key = form.fields.find(({ type }) => type === 'file')?.key ?? ''
    const answers = {
      area: 'studio_floor',
      problem: 'not_cooling',
      howBad: 4,
      classAffected: 'no',
      firstNoticed: '2026-01-05T01:30:00Z',
    }
    const [file, text] = [await newPhoto(), await upload(t, reporter, Buffer.from('no photo'), 'note.txt')]
    const log = (fileId: string) => create({ subcategoryId: ac, answers: { ...answers, [key]: [fileId] } })

    const wrong = await log(text.id)
    expect(wrong.status).toBe(422)
    expect(problemOf(wrong).errors).toEqual([{ path: `answers.${key}`, message: 'note.txt is no photo' }])

    const { status, body } = await log(file.id)
    expect(status).toBe(201)
    expect(body.answers[key]).toEqual([file.id])
    expect(body.attachments.map(({ id }) => id)).toEqual([file.id])
  })

  test.each<[string, () => Promise<string>]>([
    ['somebody else’s', async () => (await newPhoto(lead)).id],
    ['one that is not complete', () => newStoredFile(t, reporter, { status: 'uploading' })],
    [
      'one of another ticket',
      async () => {
        const { id } = await newPhoto()
        await create({ attachmentIds: [id] })
        return id
      },
    ],
    ['one that does not exist', async () => uuid()],
  ])('never with %s, and nothing is changed', async (_, fileId) => {
    const id = await fileId()
    const before = await countTickets()
    const reply = await create({ attachmentIds: [id] })

    expect(reply.status).toBe(422)
    expect(problemOf(reply).errors?.[0]?.path).toBe('attachmentIds')
    expect(await countTickets()).toBe(before)
  })

  test('with a file once, however many try at the same moment', async () => {
    const { id } = await newPhoto()
    const replies = await Promise.all(Array.from({ length: 6 }, () => create({ attachmentIds: [id] })))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422])
  })

  test('with ten files at most', async () => {
    const ids = await Promise.all(Array.from({ length: 11 }, () => newStoredFile(t, reporter)))
    expect((await create({ attachmentIds: ids })).status).toBe(400)
    expect((await create({ attachmentIds: ids.slice(0, 10) })).status).toBe(201)
  })
})

describe('a response', () => {
  test('carries files, and may be nothing but files', async () => {
    const ticket = await t.newTicket(reporter, { team: 'Facilities' })
    const { id } = await newPhoto(lead)
    const sent = await t.call(lead, tickets.respond, {
      params: { id: ticket.id },
      body: { kind: 'note', body: '', attachmentIds: [id] },
    })

    expect(sent.status).toBe(201)
    expect(sent.body.attachments).toMatchObject([{ id, canRemove: true }])
    const { body: thread } = await t.call(reporter, tickets.responses, { params: { id: ticket.id } })
    expect(thread.items.at(-1)).toMatchObject({ body: '', attachments: [{ id, canRemove: false }] })
    expect((await t.call(reporter, tickets.get, { params: { id: ticket.id } })).body.attachments).toEqual([])
  })

  test('is refused when it is neither words nor files, or names a file that is not there', async () => {
    const { id } = await t.newTicket(reporter)
    const respond = (body: { body: string; attachmentIds?: string[] }) =>
      t.call(reporter, tickets.respond, { params: { id }, body: { kind: 'note', ...body } })
    expect((await respond({ body: ' ' })).status).toBe(400)
    expect((await respond({ body: 'x', attachmentIds: [uuid()] })).status).toBe(422)
    expect((await t.call(reporter, tickets.responses, { params: { id } })).body.items).toEqual([])
  })
})

test('a file that is removed is gone from the ticket and from its answers, and its story says who did it', async () => {
  const washroom = idOf.subcategory('Facility & Amenities', 'Temperature Control')
  const { id: fileId } = await newPhoto()
  const { body: ticket } = await create({
    subcategoryId: washroom,
    answers: {
      area: 'studio_floor',
      problem: 'not_cooling',
      howBad: 4,
      classAffected: 'no',
      firstNoticed: '2026-01-05T01:30:00Z',
      photo: [fileId],
    },
  })

  expect((await t.call(reporter, files.remove, { params: { id: fileId } })).status).toBe(204)

  const { body: after } = await t.call(reporter, tickets.get, { params: { id: ticket.id } })
  expect(after.attachments).toEqual([])
  expect(after.answers).not.toHaveProperty('photo')
  expect(after.version).toBeGreaterThan(ticket.version)
  const { body: story } = await t.call(reporter, tickets.history, { params: { id: ticket.id } })
  expect(story.items.at(-1)).toMatchObject({ actor: { id: reporter.id }, sentence: 'removed the file panel.jpg' })
})

test('whoever looks at a ticket hears when a file of it is removed, or has got its small picture', async () => {
  const { id: fileId } = await newPhoto()
  const ticket = await t.newTicket(reporter, { attachmentIds: [fileId] })
  const listener = new Client({ connectionString: t.database.appUrl })
  await listener.connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await listener.query('listen live')
  const news = JSON.stringify({ kind: 'tickets', ids: [ticket.id] })
  const timesHeard = () => heard.filter((payload) => JSON.stringify(JSON.parse(payload)) === news).length

  await makeThumbnail({ config: t.config, db: t.everything, files: createFiles(t.config) }, { fileId })
  await expect.poll(timesHeard, { timeout: 5_000 }).toBe(1)
  await t.call(reporter, files.remove, { params: { id: fileId } })
  await expect.poll(timesHeard, { timeout: 5_000 }).toBe(2)
  await listener.end()
})

import {
  type Category,
  type ChangeSubcategory,
  categories,
  type FormField,
  questions,
  type Subcategory,
  subcategories,
  tickets,
} from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { parkingTrouble, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let admin: TestUser
let reporter: TestUser
beforeAll(async () => {
  t = await startTestApp()
  admin = await t.newUser({ role: 'admin' })
  reporter = await t.newUser()
})
afterAll(() => t.stop())

const what: FormField = { key: 'whatHappened', label: 'What happened', type: 'text', required: true }
const plate: FormField = { key: 'numberPlate', label: 'Number plate', type: 'text' }

let named = 0
const unheard = (word: string) => `${word} ${++named}`

async function newCategory(): Promise<Category> {
  const { status, body } = await t.call(admin, categories.create, { body: { name: unheard('Childcare') } })
  expect(status).toBe(201)
  return body
}

async function newSubcategory(fields: FormField[] = [what]): Promise<Subcategory> {
  const body = { categoryId: (await newCategory()).id, name: unheard('Valet'), fields }
  const created = await t.call(admin, subcategories.create, { body })
  expect(created.status).toBe(201)
  return created.body
}

const change = (subcategory: Pick<Subcategory, 'id'>, body: ChangeSubcategory, headers = {}) =>
  t.call(admin, subcategories.update, { params: { id: subcategory.id }, body, headers })
const formOf = async ({ id }: Subcategory) => (await t.call(reporter, subcategories.fields, { params: { id } })).body
const listed = async (query: { inactive?: 'true' } = {}) =>
  (await t.call(reporter, categories.list, { query })).body.items
const report = (subcategory: Subcategory, answers: Record<string, string>) =>
  t.call(reporter, tickets.create, { body: { ...parkingTrouble, subcategoryId: subcategory.id, answers } })

describe('a new category', () => {
  test('comes last, is offered to everybody at once, and its subcategories can be reported', async () => {
    const category = await newCategory()
    expect((await listed()).at(-1)).toEqual({ ...category, subcategories: [] })

    const body = {
      categoryId: category.id,
      name: 'Valet',
      aliases: ['Valet', 'KEYS', 'keys'],
      defaultPriority: 'high' as const,
      defaultTeamId: idOf.team('Facilities'),
      fields: [what],
    }
    const { body: subcategory } = await t.call(admin, subcategories.create, { body })
    expect(subcategory).toMatchObject({ aliases: ['valet', 'keys'], defaultTeam: { name: 'Facilities' }, position: 0 })
    const inIt = await t.call(reporter, categories.subcategories, { params: { id: category.id } })
    expect(inIt.body.items).toEqual([subcategory])

    const ticket = await report(subcategory, { whatHappened: 'Keys lost' })
    expect(ticket.status).toBe(201)
    expect(ticket.body).toMatchObject({ priority: 'high', category: { name: category.name } })
  })

  test('made twice with one key is there once', async () => {
    const headers = { 'idempotency-key': 'the-same' }
    const body = { name: unheard('Childcare') }
    const [one, two] = [
      await t.call(admin, categories.create, { body, headers }),
      await t.call(admin, categories.create, { body, headers }),
    ]
    expect(two.body).toEqual(one.body)
  })

  test('cannot have the name of another, in whatever letters; nor a subcategory of one beside it', async () => {
    const category = await newCategory()
    const again = await t.call(admin, categories.create, { body: { name: category.name.toUpperCase() } })
    expect(again).toMatchObject({ status: 409, body: { errors: [{ path: 'name' }] } })

    const sub = { categoryId: category.id, name: 'Pick-up' }
    expect((await t.call(admin, subcategories.create, { body: sub })).status).toBe(201)
    const twin = await t.call(admin, subcategories.create, { body: { ...sub, name: 'PICK-UP' } })
    expect(twin).toMatchObject({ status: 409, body: { errors: [{ path: 'name' }] } })
    const other = await newSubcategory()
    expect((await change(other, { name: 'Pick-up' })).status).toBe(200)
  })
})

describe('a form', () => {
  test('that is changed is a new version; tickets keep theirs, with their answers', async () => {
    const subcategory = await newSubcategory([what, plate])
    const before = await formOf(subcategory)
    const { body: ticket } = await report(subcategory, { whatHappened: 'A dent', numberPlate: 'MH 01' })

    const where: FormField = { key: 'bay', label: 'Bay', type: 'text', required: true }
    expect((await change(subcategory, { fields: [what, where] })).body.version).toBe(subcategory.version + 1)

    const after = await formOf(subcategory)
    expect(after).toMatchObject({ version: before.version + 1, fields: [what, where] })
    expect(after.formVersionId).not.toBe(before.formVersionId)
    const kept = (await t.call(reporter, tickets.get, { params: { id: ticket.id } })).body
    expect(kept.form).toMatchObject({ formVersionId: before.formVersionId, fields: [what, plate] })
    expect(kept.answers).toEqual(ticket.answers)
    expect((await report(subcategory, { whatHappened: 'A dent' })).body).toMatchObject({
      errors: [{ path: 'answers.bay' }],
    })
  })

  test('sent as it is makes no version, nor an entry in the audit log', async () => {
    const subcategory = await newSubcategory()
    const same = await change(subcategory, { fields: [what], name: subcategory.name })
    expect(same.body).toEqual(subcategory)
    expect((await formOf(subcategory)).version).toBe(1)
    expect(await audited(subcategory.id)).toEqual(['subcategory.created'])
  })

  test('filled in while it was changed is told so, instead of being checked against other questions', async () => {
    const subcategory = await newSubcategory()
    const { formVersionId } = await formOf(subcategory)
    await change(subcategory, { fields: [plate] })
    const sent = {
      ...parkingTrouble,
      subcategoryId: subcategory.id,
      formVersionId,
      answers: { whatHappened: 'A dent' },
    }
    expect((await t.call(reporter, tickets.create, { body: sent })).status).toBe(409)
  })

  test.each<[string, FormField[], string]>([
    ['a key twice', [what, what], 'fields.1.key'],
    [
      'a condition on what is not asked above',
      [{ ...what, visibleWhen: { field: 'numberPlate', isAnswered: true } }],
      'fields.0.visibleWhen',
    ],
    ['another kind of answer than other forms', [{ key: 'howBad', label: 'How bad', type: 'text' }], 'fields.0.key'],
  ])('nobody could fill in is refused at the field: %s', async (_, fields, path) => {
    const subcategory = await newSubcategory()
    const refused = await change(subcategory, { fields })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } })
    expect((await formOf(subcategory)).version).toBe(1)
  })

  test('brings its questions to filters, columns and exports without code, and takes them away', async () => {
    const asked: FormField = { key: 'valetTicket', label: 'Valet ticket', type: 'text' }
    const subcategory = await newSubcategory([asked])
    const { body: ticket } = await report(subcategory, { valetTicket: 'V-77' })
    const has = async () => (await t.call(reporter, questions.list)).body.items.some(({ key }) => key === asked.key)
    expect(await has()).toBe(true)
    const found = await t.call(reporter, tickets.list, { query: { filter: 'form.valetTicket:V-77' } })
    expect(found.body.items.map(({ id }) => id)).toEqual([ticket.id])
    await change(subcategory, { fields: [what] })
    expect(await has()).toBe(false)
  })
})

describe('what is no longer offered', () => {
  test('cannot be chosen, stays with its tickets, and is found by those who ask for it', async () => {
    const subcategory = await newSubcategory()
    const { body: ticket } = await report(subcategory, { whatHappened: 'A dent' })
    expect((await change(subcategory, { isActive: false })).body.isActive).toBe(false)

    const offered = (await listed()).flatMap((category) => category.subcategories)
    expect(offered.map(({ id }) => id)).not.toContain(subcategory.id)
    const all = (await listed({ inactive: 'true' })).flatMap((category) => category.subcategories)
    expect(all.map(({ id }) => id)).toContain(subcategory.id)
    const params = { id: subcategory.id }
    expect((await t.call(reporter, subcategories.fields, { params })).status).toBe(404)
    expect((await t.call(admin, subcategories.fields, { params, query: { inactive: 'true' } })).status).toBe(200)
    expect((await report(subcategory, { whatHappened: 'Again' })).status).toBe(422)
    const edited = { params: { id: ticket.id }, body: { answers: { whatHappened: 'Two dents' } } }
    expect((await t.call(admin, tickets.update, edited)).status).toBe(200)
  })

  test('of a category are all its subcategories', async () => {
    const subcategory = await newSubcategory()
    const params = { id: subcategory.categoryId }
    await t.call(admin, categories.update, { params, body: { isActive: false } })
    expect((await listed()).map(({ id }) => id)).not.toContain(subcategory.categoryId)
    expect((await report(subcategory, { whatHappened: 'A dent' })).status).toBe(422)
  })
})

describe('two admins', () => {
  test('the second of two who change one version hears of the first', async () => {
    const subcategory = await newSubcategory()
    const headers = { 'if-match': `"${subcategory.version}"` }
    const both = await Promise.all(
      [plate, { ...what, label: 'What else' }].map((field) => change(subcategory, { fields: [field] }, headers)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await formOf(subcategory)).version).toBe(2)
  })

  test('who do not say which version they know change one after the other', async () => {
    const subcategory = await newSubcategory()
    const labels = ['a', 'b', 'c', 'd', 'e']
    await Promise.all(labels.map((label) => change(subcategory, { fields: [{ ...what, label }] })))
    expect((await formOf(subcategory)).version).toBe(6)
  })
})

test('what an admin did stands in the audit log, before and after', async () => {
  const subcategory = await newSubcategory()
  await change(subcategory, { name: 'Valets', defaultPriority: 'critical' })
  await t.call(admin, categories.update, { params: { id: subcategory.categoryId }, body: { icon: 'megaphone' } })
  expect(await audited(subcategory.id)).toEqual(['subcategory.created', 'subcategory.changed'])
  const { change: kept } = await t.everything
    .selectFrom('auditLog')
    .select('change')
    .where('action', '=', 'subcategory.changed')
    .where('subject', '=', subcategory.id)
    .executeTakeFirstOrThrow()
  expect(kept).toEqual({ name: [subcategory.name, 'Valets'], defaultPriority: ['medium', 'critical'] })
  expect(await audited(subcategory.categoryId)).toEqual(['category.created', 'category.changed'])
})

const audited = async (subject: string) => {
  const rows = await t.everything
    .selectFrom('auditLog')
    .select('action')
    .where('subject', '=', subject)
    .where('actorId', '=', admin.id)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}

test.each([
  ['an unknown team', { defaultTeamId: '0190a0a0-0000-7000-8000-000000000000' }, 422],
  ['another category', { categoryId: '0190a0a0-0000-7000-8000-000000000000' }, 400],
  ['nothing', {}, 400],
  ['a version of its own', { version: 7 }, 400],
  ['a name that turns the line', { name: 'a\u202eb' }, 400],
])('%s is refused, and changes nothing', async (_, body, status) => {
  const subcategory = await newSubcategory()
  // what the types already refuse is refused for others, too
  expect((await change(subcategory, body as ChangeSubcategory)).status).toBe(status)
  expect((await change(subcategory, { name: subcategory.name })).body).toEqual(subcategory)
})

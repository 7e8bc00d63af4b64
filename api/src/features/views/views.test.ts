import { type CreateViewSent, MOST_VIEWS, places, type SavedView, views } from '@physique57/contracts'
import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { cleanUpOldRows } from '../../jobs/clean-up.jobs.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

const facilities = idOf.team('Facilities')
const search = { view: 'all', filter: 'team:mine -status:pending', q: 'ac', sort: 'dueAt', layout: 'board' }

let number = 0
const save = (person: TestUser, more: Partial<CreateViewSent> = {}) =>
  t.call(person, views.create, {
    headers: { 'idempotency-key': uuid() },
    body: { name: `View ${++number}`, search, ...more },
  })
const forTeam = { audience: 'team', teamId: facilities } as const
const forEveryone = { audience: 'everyone' } as const
const listedTo = async (person: TestUser) => (await t.call(person, views.list)).body.items
const sees = async (person: TestUser, { id }: SavedView) => (await listedTo(person)).some((view) => view.id === id)
const params = ({ id }: SavedView) => ({ params: { id } })

const lead = () => t.newUser({ role: 'team_lead', team: 'Facilities' })
const member = () => t.newUser({ team: 'Facilities' })
const manager = () => t.newUser({ role: 'manager' })

describe('who sees what', () => {
  test('one’s own is for nobody else, not even an admin', async () => {
    const [owner, admin] = [await member(), await t.newUser({ role: 'admin' })]
    const { status, body: view } = await save(owner)

    expect(status).toBe(201)
    expect(view).toMatchObject({ audience: 'private', team: null, search, can: { edit: true, remove: true } })
    expect(view.owner).toEqual({ id: owner.id, name: owner.name })
    expect(await sees(owner, view)).toBe(true)
    expect(await sees(admin, view)).toBe(false)
    expect((await t.call(admin, views.update, { ...params(view), body: { name: 'Mine now' } })).status).toBe(404)
  })

  test('a team’s is for its members and for managers, as it was saved', async () => {
    const [mate, elsewhere] = [await member(), await t.newUser({ team: 'Sales' })]
    const { body: view } = await save(await lead(), forTeam)

    expect((await listedTo(mate)).find(({ id }) => id === view.id)).toMatchObject({
      search,
      team: { name: 'Facilities' },
      can: { edit: false, remove: false },
    })
    expect(await sees(await manager(), view)).toBe(true)
    expect(await sees(elsewhere, view)).toBe(false)
  })

  test('everyone’s is for everyone', async () => {
    const { body: view } = await save(await manager(), forEveryone)
    for (const person of [await member(), await t.newUser(), await t.newUser({ role: 'director' })])
      expect(await sees(person, view)).toBe(true)
  })

  test('who changes teams sees the views of the new one and no longer those of the old, nor their own there', async () => {
    const mover = await lead()
    const [{ body: shared }, { body: own }] = [await save(mover, forTeam), await save(mover)]
    const { body: ofSales } = await save(await manager(), { audience: 'team', teamId: idOf.team('Sales') })
    await t.call(mover, places.pin, { body: { places: [shared.id, 'overdue'] } })
    await t.call(mover, places.makeDefault, { body: { view: shared.id } })

    const move = (team: 'Sales' | 'Facilities') =>
      t.everything
        .updateTable('users')
        .set({ teamId: idOf.team(team) })
        .where('id', '=', mover.id)
        .execute()
    await move('Sales')

    expect([await sees(mover, shared), await sees(mover, own), await sees(mover, ofSales)]).toEqual([false, true, true])
    expect((await t.call(mover, views.remove, params(shared))).status).toBe(404)
    expect((await t.call(mover, places.pinned)).body).toEqual({ places: ['overdue'], defaultView: null })
    expect(await sees(await member(), shared)).toBe(true)

    await move('Facilities')
    expect((await t.call(mover, places.pinned)).body).toEqual({
      places: [shared.id, 'overdue'],
      defaultView: shared.id,
    })
  })

  test('what somebody who left has shared stays, and whoever leads now can change it', async () => {
    const [leaver, next] = [await lead(), await lead()]
    const { body: view } = await save(leaver, forTeam)
    await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', leaver.id).execute()

    expect((await t.call(next, views.update, { ...params(view), body: { name: 'Still ours' } })).status).toBe(200)
  })
})

describe('with whom one may share', () => {
  const people = {
    'a member': member,
    'a lead': lead,
    'a lead of another team': () => t.newUser({ role: 'team_lead', team: 'Sales' }),
    'a manager': manager,
    'a director': () => t.newUser({ role: 'director' }),
    'an admin': () => t.newUser({ role: 'admin' }),
  }
  test.each<[keyof typeof people, number, number]>([
    ['a member', 403, 403],
    ['a lead', 201, 403],
    ['a lead of another team', 403, 403],
    ['a manager', 201, 201],
    ['a director', 201, 201],
    ['an admin', 201, 201],
  ])('%s', async (who, team, everyone) => {
    const person = await people[who]()
    const { shareWith } = (await t.call(person, views.list)).body

    expect((await save(person)).status).toBe(201)
    expect((await save(person, forTeam)).status).toBe(team)
    expect(shareWith.teams.some(({ id }) => id === facilities)).toBe(team === 201)
    expect((await save(person, forEveryone)).status).toBe(everyone)
    expect(shareWith.everyone).toBe(everyone === 201)

    const { body: own } = await save(person)
    const share = (body: object) => t.call(person, views.update, { ...params(own), body })
    expect((await share(forTeam)).status).toBe(team === 201 ? 200 : 403)
    expect((await share(forEveryone)).status).toBe(everyone === 201 ? 200 : 403)
  })

  test('only whoever made a shared view can make it their own again', async () => {
    const [maker, other] = [await manager(), await manager()]
    const { body: view } = await save(maker, forTeam)
    const makeOwn = (person: TestUser) =>
      t.call(person, views.update, { ...params(view), body: { audience: 'private' } })

    expect((await makeOwn(other)).status).toBe(403)
    expect((await makeOwn(maker)).body).toMatchObject({ audience: 'private', team: null })
    expect(await sees(other, view)).toBe(false)
  })

  test.each<[string, Partial<CreateViewSent>]>([
    ['a team’s without a team', { audience: 'team' }],
    ['everyone’s of a team', { audience: 'everyone', teamId: facilities }],
    ['one of a team that does not exist', { audience: 'team', teamId: uuid() }],
  ])('%s makes no sense', async (_, more) => {
    expect((await save(await manager(), more)).status).toBe(422)
  })
})

describe('changing', () => {
  test('an edit says what it is based on; a stale one changes nothing', async () => {
    const boss = await manager()
    const { body: view } = await save(boss, forEveryone)
    const change = (name: string, version: number) =>
      t.call(boss, views.update, { ...params(view), body: { name }, headers: { 'if-match': `"${version}"` } })

    expect((await change('First', view.version)).body).toMatchObject({ name: 'First', version: 2, search })
    expect((await change('Second', view.version)).status).toBe(412)
    const gone = await t.call(boss, views.remove, { ...params(view), headers: { 'if-match': '"1"' } })
    expect(gone.status).toBe(412)
    expect((await listedTo(boss)).find(({ id }) => id === view.id)?.name).toBe('First')
  })

  test('a name is there once among one’s own, in a team and for everyone, whatever its case', async () => {
    const [boss, other] = [await manager(), await manager()]
    const name = 'गरम पानी, hot water'
    const shout = { name: name.toUpperCase() }
    for (const audience of [{}, forTeam, forEveryone]) {
      expect((await save(boss, { ...audience, name })).status).toBe(201)
      const second = await save(boss, { ...audience, ...shout })
      expect(second.status).toBe(409)
      expect(second.body).toMatchObject({ errors: [{ path: 'name' }] })
    }
    expect((await save(other, { name })).status).toBe(201)
    const { body: view } = await save(boss)
    expect((await t.call(boss, views.update, { ...params(view), body: { name } })).status).toBe(409)
  })

  test('a deleted one is gone for all, and can be restored with its pins until it is cleaned up', async () => {
    const [boss, mate] = [await manager(), await member()]
    const { body: view } = await save(boss, forTeam)
    await t.call(mate, places.pin, { body: { places: [view.id] } })

    expect((await t.call(boss, views.remove, params(view))).status).toBe(204)
    expect(await sees(mate, view)).toBe(false)
    expect((await t.call(mate, places.pinned)).body.places).toEqual([])
    expect((await t.call(boss, views.remove, params(view))).status).toBe(404)
    expect((await t.call(mate, views.restore, params(view))).status).toBe(403)

    await cleanUpOldRows(t.everything)
    expect((await t.call(boss, views.restore, params(view))).status).toBe(200)
    expect((await t.call(mate, places.pinned)).body.places).toEqual([view.id])

    await t.call(boss, views.remove, params(view))
    const longAgo = new Date(Date.now() - 25 * 3_600_000)
    await t.everything.updateTable('savedViews').set({ deletedAt: longAgo }).where('id', '=', view.id).execute()
    await cleanUpOldRows(t.everything)
    expect((await t.call(boss, views.restore, params(view))).status).toBe(404)
  })

  test('a name that was taken meanwhile keeps a deleted one from coming back', async () => {
    const person = await member()
    const { body: view } = await save(person, { name: 'Once' })
    await t.call(person, views.remove, params(view))
    await save(person, { name: 'Once' })
    expect((await t.call(person, views.restore, params(view))).status).toBe(409)
  })

  test(`nobody has more than ${MOST_VIEWS}`, async () => {
    const person = await member()
    const rows = Array.from({ length: MOST_VIEWS }, (_, n) => {
      return { id: uuid(), ownerId: person.id, name: `No. ${n}`, audience: 'private' as const, search: '{}' }
    })
    await t.everything.insertInto('savedViews').values(rows).execute()

    const { status, body } = await save(person)
    expect(status).toBe(409)
    expect(body).toMatchObject({ detail: expect.stringContaining('100') })
  })
})

test.each<[string, object]>([
  ['no name', { name: ' ' }],
  ['a name too long', { name: 'x'.repeat(61) }],
  ['a name of two lines', { name: 'a\nb' }],
  ['an owner', { ownerId: uuid() }],
  ['a version', { version: 9 }],
  ['no search', { search: null }],
  ['a nested search', { search: { filter: { $gt: 1 } } }],
  ['a parameter that is none', { search: { 'a b': 'x' } }],
  ['what cannot be stored', { search: { q: 'a\0b' } }],
  ['half a character', { search: { q: '\ud800' } }],
  [
    'very many parameters',
    { search: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`p${'x'.repeat(n)}`, 1])) },
  ],
])('%s is refused', async (_, wrong) => {
  expect((await save(await manager(), wrong)).status).toBe(400)
})

test('whatever is stored, the list of views is there, with what can be read of each', async () => {
  const person = await member()
  const { body: view } = await save(person)
  const stored = fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 40 })
  await fc.assert(
    fc.asyncProperty(stored, async (anything) => {
      const json = JSON.stringify({ ...anything, sort: 'dueAt' }).replaceAll('\\u0000', '')
      if (json.length > 9_000) return
      await t.everything.updateTable('savedViews').set({ search: json }).where('id', '=', view.id).execute()
      const [read] = await listedTo(person)
      expect(read?.search).toSatisfy(
        () => read?.search.sort === 'dueAt' || Object.keys(read?.search ?? {}).length === 0,
      )
    }),
    { numRuns: 100 },
  )
})

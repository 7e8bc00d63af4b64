import { type Answer, teams, tickets, users } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

let t: TestApp
let who: Record<'member' | 'colleague' | 'lead' | 'elsewhere' | 'manager' | 'director' | 'admin', TestUser>
const team = idOf.team('Facilities')

beforeAll(async () => {
  t = await startTestApp()
  who = {
    member: await t.newUser({ name: 'Meera Iyer', team: 'Facilities' }),
    colleague: await t.newUser({ name: 'Kabir Rao', team: 'Facilities', availability: 'away' }),
    lead: await t.newUser({ name: 'Leela Nair', role: 'team_lead', team: 'Facilities' }),
    elsewhere: await t.newUser({ name: 'Farhan Shaikh', team: 'Finance' }),
    manager: await t.newUser({ name: 'Mohan Das', role: 'manager' }),
    director: await t.newUser({ name: 'Devika Sen', role: 'director' }),
    admin: await t.newUser({ name: 'Aditi Shah', role: 'admin' }),
  }
  await t.everything
    .updateTable('teams')
    .set({ leadUserId: who.lead.id, managerId: who.manager.id })
    .where('id', '=', team)
    .execute()
})
afterAll(() => t.stop())

const profile = async (viewer: TestUser, { id }: TestUser) => (await t.call(viewer, users.get, { params: { id } })).body

test('colleagues see name and team of each other, and nothing more', async () => {
  expect(await profile(who.member, who.colleague)).toEqual({
    id: who.colleague.id,
    name: 'Kabir Rao',
    team: { id: team, name: 'Facilities' },
    details: null,
  })
})

test('everybody sees their own profile in full', async () => {
  for (const person of Object.values(who)) {
    expect((await profile(person, person)).details).toMatchObject({ email: person.email, status: 'active' })
  }
})

test('a lead sees their own team in full, and of other teams only names', async () => {
  expect((await profile(who.lead, who.colleague)).details).toEqual({
    email: who.colleague.email,
    role: 'team_member',
    status: 'active',
    availability: 'away',
    timeZone: 'Asia/Kolkata',
  })
  expect((await profile(who.lead, who.elsewhere)).details).toBeNull()
  expect((await profile(who.lead, who.manager)).details).toBeNull()
})

test('managers, directors and admins see everybody in full', async () => {
  for (const viewer of [who.manager, who.director, who.admin]) {
    for (const person of Object.values(who)) {
      expect((await profile(viewer, person)).details?.email).toBe(person.email)
    }
  }
})

test('no answer carries the address of somebody whose profile is not for the caller', async () => {
  const ticket = await t.newTicket(who.elsewhere, { assignee: who.colleague, team: 'Facilities' })
  for (const viewer of [who.member, who.elsewhere, who.lead]) {
    const answers = [
      await t.call(viewer, users.list),
      await t.call(viewer, users.get, { params: { id: who.director.id } }),
      await t.call(viewer, teams.list),
      await t.call(viewer, teams.get, { params: { id: team } }),
      await t.call(viewer, teams.members, { params: { id: team } }),
      await t.call(viewer, teams.tickets, { params: { id: team } }),
      await t.call(viewer, users.tickets, { params: { id: who.colleague.id } }),
      await t.call(viewer, tickets.get, { params: { id: ticket.id } }),
    ]
    const allowed = viewer === who.lead ? [who.member, who.colleague, who.lead] : [viewer]
    const said = JSON.stringify(answers.map(({ body }) => body))
    const known = Object.values(who).filter(({ email }) => said.includes(email))
    expect(known.map(({ name }) => name).sort()).toEqual(allowed.map(({ name }) => name).sort())
  }
})

test('a lead who loses the role, or moves to another team, loses the profiles at once', async () => {
  const lead = await t.newUser({ role: 'team_lead', team: 'Facilities' })
  const change = (changes: { role?: 'team_member' | 'team_lead'; teamId?: string }) =>
    t.everything.updateTable('users').set(changes).where('id', '=', lead.id).execute()
  expect((await profile(lead, who.member)).details).not.toBeNull()

  await change({ role: 'team_member' })
  expect((await profile(lead, who.member)).details).toBeNull()

  await change({ role: 'team_lead', teamId: idOf.team('Finance') })
  expect((await profile(lead, who.member)).details).toBeNull()
  expect((await profile(lead, who.elsewhere)).details).not.toBeNull()
})

type People = Answer<typeof users.list>

const pageAfter = async (cursor: string | null): Promise<People> =>
  (await t.call(who.member, users.list, { query: { limit: 4, ...(cursor !== null && { cursor }) } })).body

test('people are listed by name, page by page, each once, with the same total', async () => {
  const names = ['Zoya Khan', 'Zoya Khan', 'Aarav Mehta', 'आरती देशमुख', '100% Renu', 'Ünal Kaya']
  for (const name of names) await t.newUser({ name, team: 'Sales' })
  const items: People['items'] = []
  let cursor: string | null = null
  do {
    const body = await pageAfter(cursor)
    items.push(...body.items)
    cursor = body.nextCursor
    expect(body.total).toBe((await t.call(who.member, users.list, { query: { limit: 100 } })).body.items.length)
  } while (cursor)
  const whole = await t.call(who.member, users.list, { query: { limit: 100 } })

  expect(items.map(({ id }) => id)).toEqual(whole.body.items.map(({ id }) => id))
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  expect(items.length).toBe(whole.body.total)
})

test('part of a name finds people, and signs of the search are only letters', async () => {
  const found = async (q: string) =>
    (await t.call(who.member, users.list, { query: { q } })).body.items.map(({ name }) => name)

  expect(await found('iyer')).toEqual(['Meera Iyer'])
  expect(await found('100%')).toEqual(['100% Renu'])
  expect(await found('%')).toEqual(['100% Renu'])
  expect(await found('_')).toEqual([])
  expect(await found('\\')).toEqual([])
})

test('a filter by team is that team’s members', async () => {
  const filtered = await t.call(who.member, users.list, { query: { teamId: team } })
  const members = await t.call(who.member, teams.members, { params: { id: team } })
  expect(filtered.body).toEqual(members.body)
  expect(members.body.items.every((person) => person.team?.id === team)).toBe(true)
})

test('who left is on no list and not counted, but the profile behind an old ticket still opens', async () => {
  const before = (await t.call(who.admin, teams.get, { params: { id: team } })).body.memberCount
  const gone = await t.newUser({ name: 'Gone Girl', team: 'Facilities' })
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', gone.id).execute()

  expect((await t.call(who.admin, users.list, { query: { q: 'Gone' } })).body.total).toBe(0)
  expect((await t.call(who.admin, teams.get, { params: { id: team } })).body.memberCount).toBe(before)
  expect((await profile(who.member, gone)).name).toBe('Gone Girl')
  expect((await profile(who.admin, gone)).details?.status).toBe('disabled')
})

test('a team names its lead and its manager', async () => {
  const { body } = await t.call(who.elsewhere, teams.get, { params: { id: team } })
  expect(body).toMatchObject({
    name: 'Facilities',
    lead: { id: who.lead.id, name: 'Leela Nair' },
    manager: { id: who.manager.id, name: 'Mohan Das' },
  })
})

test('teams are listed by name, page by page', async () => {
  const whole = (await t.call(who.member, teams.list)).body
  const first = (await t.call(who.member, teams.list, { query: { limit: 5 } })).body
  const second = (await t.call(who.member, teams.list, { query: { limit: 5, cursor: first.nextCursor ?? '' } })).body

  expect(whole.items.map(({ name }) => name)).toEqual(whole.items.map(({ name }) => name).sort())
  expect([...first.items, ...second.items]).toEqual(whole.items)
  expect(whole.total).toBe(9)
})

test('the tickets of a person and of a team are those of the list, as far as the caller sees them', async () => {
  const own = await t.newTicket(who.member, { assignee: who.colleague, team: 'Facilities' })
  const foreign = await t.newTicket(who.elsewhere, { assignee: who.colleague, team: 'Finance' })
  const outsider = await t.newUser({ team: 'Marketing' })
  const ids = (items: { id: string }[]) => items.map(({ id }) => id)

  for (const viewer of [who.member, who.lead, who.manager, outsider]) {
    const params = { id: who.colleague.id }
    const has = (await t.call(viewer, users.tickets, { params })).body
    expect(has).toEqual((await t.call(viewer, tickets.list, { query: { assignee: who.colleague.id } })).body)

    const reported = { params: { id: who.member.id }, query: { relation: 'reported' } } as const
    const byThem = (await t.call(viewer, users.tickets, reported)).body
    expect(byThem).toEqual((await t.call(viewer, tickets.list, { query: { reporter: who.member.id } })).body)

    const ofTeam = (await t.call(viewer, teams.tickets, { params: { id: team }, query: { open: 'true' } })).body
    expect(ofTeam).toEqual((await t.call(viewer, tickets.list, { query: { teamId: team, open: 'true' } })).body)

    expect(ids(has.items).includes(own.id)).toBe(viewer !== outsider)
    expect(ids(has.items).includes(foreign.id)).toBe(viewer === who.manager)
  }
})

test('what contradicts the path is refused: another assignee, another team, a cursor of another list', async () => {
  const bad = [
    `/users/${who.member.id}/tickets?assignee=me`,
    `/teams/${team}/tickets?teamId=${team}`,
    '/users?cursor=xx',
  ]
  for (const path of [...bad, '/users?q=', '/users?sort=email', '/teams?limit=0', '/users/1', '/teams/x/members']) {
    const { statusCode } = await t.send({
      url: `/api${path}`,
      headers: { authorization: `Bearer ${who.manager.token}` },
    })
    expect(statusCode, path).toBe(400)
  }
})

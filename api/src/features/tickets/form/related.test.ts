import { merging } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import { startTestApp, type TestApp, type TestUser } from '../../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

const bandra = idOf.studio('Supreme HQ, Bandra')
const relatedTo = async (user: TestUser, id: string) =>
  (await t.call(user, merging.related, { params: { id } })).body.items.map(({ id: other, because }) => ({
    id: other,
    because,
  }))

test("the client's other tickets come first, then the same place and words, also resolved ones", async () => {
  const desk = await t.newUser()
  const client = { name: 'Zarina Merchant', phone: '+91 98200 11057' }
  const elsewhere = await t.newTicket(desk, { title: 'Lift out of order', description: '', studioId: bandra })
  const ofClient = await t.newTicket(desk, { title: 'Bag was searched', description: '', studioId: bandra, client })
  const samePlace = await t.newTicket(desk, { title: 'Guard asleep', description: '' })
  const sameWords = await t.newTicket(desk, {
    title: 'Valet scratched a bumper',
    description: '',
    studioId: bandra,
    status: 'resolved',
  })
  const ticket = await t.newTicket(desk, { title: 'Bumper scratched by valet', description: '', client })

  expect(await relatedTo(desk, ticket.id)).toEqual([
    { id: ofClient.id, because: ['same_client'] },
    { id: samePlace.id, because: ['same_place'] },
    { id: sameWords.id, because: ['same_words'] },
  ])
  expect((await relatedTo(desk, ticket.id)).map(({ id }) => id)).not.toContain(elsewhere.id)
})

test('by words it is one of those, by its number any other ticket one sees', async () => {
  const desk = await t.newUser()
  const studioId = idOf.studio('WeWork Galaxy')
  const one = await t.newTicket(desk, { studioId, title: 'Basement flooded', description: '' })
  await t.newTicket(desk, { studioId, title: 'Guard asleep', description: '' })
  const other = await t.newTicket(desk, { studioId: bandra, title: 'Something else', description: '' })
  const ticket = await t.newTicket(desk, { studioId, title: 'Water in the basement', description: '' })
  const found = async (q: string) =>
    (await t.call(desk, merging.related, { params: { id: ticket.id }, query: { q } })).body.items.map(({ id }) => id)

  expect(await found('flood')).toEqual([one.id])
  expect(await found(other.key)).toEqual([other.id])
  expect(await found(String(other.number))).toEqual([other.id])
  expect(await found(ticket.key)).toEqual([])
  const hidden = await t.newTicket(await t.newUser(), { assignee: null, team: 'Finance', description: '' })
  expect(await found(hidden.key)).toEqual([])
  expect(await found('nothing like it')).toEqual([])
})

test('what one may not see is not related, and what is in the trash neither', async () => {
  const [desk, other] = [await t.newUser(), await t.newUser()]
  const studioId = idOf.studio('Kenkere House')
  const hidden = await t.newTicket(desk, { studioId, title: 'Ramp blocked' })
  const deleted = await t.newTicket(other, { studioId, title: 'Ramp blocked' })
  await t.everything.updateTable('tickets').set({ deletedAt: new Date() }).where('id', '=', deleted.id).execute()
  const ticket = await t.newTicket(other, { studioId, title: 'Ramp blocked' })

  expect(await relatedTo(other, ticket.id)).toEqual([])
  const manager = await t.newUser({ role: 'manager' })
  expect((await relatedTo(manager, ticket.id)).map(({ id }) => id)).toEqual([hidden.id])
})

import { tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../catalogue/catalogue-rows.ts'
import { parkingTrouble, startTestApp, type TestApp } from '../../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

const { subcategoryId, studioId } = parkingTrouble
const bandra = idOf.studio('Supreme HQ, Bandra')

test('open tickets at the same studio are hinted, those in the same words first', async () => {
  const desk = await t.newUser()
  const other = await t.newTicket(desk, { title: 'Guard was rude' })
  const same = await t.newTicket(desk, { title: 'No space for two wheelers' })
  const resolved = await t.newTicket(desk, { title: 'No space for two wheelers', status: 'resolved' })

  const { body } = await t.call(desk, tickets.duplicates, {
    query: { subcategoryId, studioId, text: 'two wheelers, no space' },
  })

  const ids = body.items.map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual([same.id, other.id])
  expect(ids).not.toContain(resolved.id)
})

test('elsewhere only nearly the same words are a hint', async () => {
  const desk = await t.newUser()
  const said = await t.newTicket(desk, { title: 'Valet scratched the car', description: '' })
  const hinted = async (text: string) =>
    (await t.call(desk, tickets.duplicates, { query: { subcategoryId, studioId: bandra, text } })).body.items.map(
      ({ id }) => id,
    )

  expect(await hinted('Car scratched by valet')).toContain(said.id)
  expect(await hinted('Lift out of order')).not.toContain(said.id)
})

test('what one may not see is not hinted', async () => {
  const [desk, stranger] = [await t.newUser(), await t.newUser({ team: 'Marketing' })]
  const hidden = await t.newTicket(desk, { title: 'Number plate photographed' })

  const { body } = await t.call(stranger, tickets.duplicates, {
    query: { subcategoryId, studioId, text: hidden.title },
  })

  expect(body.items).toEqual([])
})

test("a client's earlier tickets are a filter of the list", async () => {
  const desk = await t.newUser()
  const client = { name: 'Oviya Nadkarne', phone: '+91 98200 00057' }
  const first = await t.newTicket(desk, { client })
  await t.newTicket(desk)
  const second = await t.newTicket(desk, { client: { ...client, name: 'Oviya N' } })

  const { body } = await t.call(desk, tickets.list, { query: { clientId: first.client?.id ?? '' } })

  expect(body.items.map(({ id }) => id)).toEqual([second.id, first.id])
})

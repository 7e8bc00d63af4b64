import { firstPlaces, places, views } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

test('everybody starts with the same places and keeps their own, in their order', async () => {
  const [person, other] = [await t.newUser(), await t.newUser({ role: 'admin' })]
  expect((await t.call(person, places.pinned)).body.places).toEqual(firstPlaces)

  await t.call(person, places.pin, { body: { places: ['all', 'overdue'] } })

  expect((await t.call(person, places.pinned)).body.places).toEqual(['all', 'overdue'])
  expect((await t.call(other, places.pinned)).body.places).toEqual(firstPlaces)
})

test('keeping none is a choice too', async () => {
  const person = await t.newUser()
  await t.call(person, places.pin, { body: { places: [] } })
  expect((await t.call(person, places.pinned)).body.places).toEqual([])
})

test.each([[['nowhere']], [['all', 'all']], ['all']])('%j are no places', async (chosen) => {
  const person = await t.newUser()
  const reply = await t.call(person, places.pin, { body: { places: chosen as never } })
  expect([400, 422]).toContain(reply.status)
  expect((await t.call(person, places.pinned)).body.places).toEqual(firstPlaces)
})

test('a list opens first for whoever chose it, without touching what is pinned', async () => {
  const person = await t.newUser()
  const { body } = await t.call(person, places.makeDefault, { body: { view: 'mine' } })
  expect(body).toEqual({ places: firstPlaces, defaultView: 'mine' })

  await t.call(person, places.pin, { body: { places: ['mine', 'all'] } })
  expect((await t.call(person, places.pinned)).body).toEqual({ places: ['mine', 'all'], defaultView: 'mine' })

  await t.call(person, places.makeDefault, { body: { view: null } })
  expect((await t.call(person, places.pinned)).body.defaultView).toBeNull()
})

test('a saved view is pinned by whoever sees it, and by nobody else', async () => {
  const [person, other] = [await t.newUser(), await t.newUser()]
  const { body: view } = await t.call(person, views.create, { body: { name: 'Mine', search: {} } })
  const pin = (who: typeof person) => t.call(who, places.pin, { body: { places: ['all', view.id] } })

  expect((await pin(person)).body.places).toEqual(['all', view.id])
  expect((await pin(other)).status).toBe(422)
  expect((await t.call(other, places.pinned)).body.places).toEqual(firstPlaces)
})

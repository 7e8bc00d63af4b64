import { drafts } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

const params = { key: 'new-ticket' }

test('what somebody typed is there again on another device, and the last save counts', async () => {
  const person = await t.newUser()
  await t.call(person, drafts.save, { params, body: { content: { title: 'AC' } } })
  await t.call(person, drafts.save, { params, body: { content: { title: 'AC drips', answers: { howBad: 4 } } } })

  const { status, body } = await t.call(person, drafts.get, { params })

  expect(status).toBe(200)
  expect(body.content).toEqual({ title: 'AC drips', answers: { howBad: 4 } })
})

test('a draft is for nobody else, and saving one of the same name touches only your own', async () => {
  const [mine, other] = [await t.newUser(), await t.newUser({ role: 'admin' })]
  await t.call(mine, drafts.save, { params, body: { content: { title: 'mine' } } })

  expect((await t.call(other, drafts.get, { params })).status).toBe(404)
  await t.call(other, drafts.save, { params, body: { content: { title: 'theirs' } } })
  await t.call(other, drafts.discard, { params })

  expect((await t.call(mine, drafts.get, { params })).body.content).toEqual({ title: 'mine' })
})

test('a discarded draft is gone, and discarding it twice is no error', async () => {
  const person = await t.newUser()
  await t.call(person, drafts.save, { params, body: { content: { title: 'x' } } })

  expect((await t.call(person, drafts.discard, { params })).status).toBe(204)
  expect((await t.call(person, drafts.discard, { params })).status).toBe(204)
  expect((await t.call(person, drafts.get, { params })).status).toBe(404)
})

test('only kinds of drafts that exist are kept', async () => {
  const person = await t.newUser()
  const reply = await t.call(person, drafts.save, { params: { key: 'anything' }, body: { content: {} } })
  expect(reply.status).toBe(400)
})

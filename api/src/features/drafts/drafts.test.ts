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

test('a save that says what it was typed on replaces nothing else', async () => {
  const person = await t.newUser()
  const save = (title: string, replaces?: string | null) =>
    t.call(person, drafts.save, { params, body: { content: { title }, ...(replaces !== undefined && { replaces }) } })
  const first = await save('on the phone', null)
  const second = await save('on the phone, typed on', first.body.updatedAt)
  expect(second.status).toBe(200)

  expect((await save('at the desk', null)).status).toBe(409)
  expect((await save('at the desk', first.body.updatedAt)).status).toBe(409)
  expect((await t.call(person, drafts.get, { params })).body.content).toEqual({ title: 'on the phone, typed on' })

  await t.call(person, drafts.discard, { params })
  expect((await save('on the phone, after it was sent at the desk', second.body.updatedAt)).status).toBe(200)
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

test('all one’s drafts come at once, the newest first, and nobody else’s', async () => {
  const [person, other] = [await t.newUser(), await t.newUser()]
  const reply = { key: `reply:${person.id}` }
  await t.call(person, drafts.save, { params, body: { content: { title: 'AC' } } })
  await t.call(person, drafts.save, { params: reply, body: { content: { body: 'On my way' } } })
  await t.call(other, drafts.save, { params, body: { content: { title: 'theirs' } } })

  const { body } = await t.call(person, drafts.list)

  expect(body.items.map(({ key, content }) => [key, content])).toEqual([
    [reply.key, { body: 'On my way' }],
    ['new-ticket', { title: 'AC' }],
  ])
})

test('only kinds of drafts that exist are kept', async () => {
  const person = await t.newUser()
  const reply = await t.call(person, drafts.save, { params: { key: 'anything' }, body: { content: {} } })
  expect(reply.status).toBe(400)
})

import { tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parkingTrouble, problemOf, startTestApp, type TestApp } from '../../test/test-app.ts'
import { isSameName } from './same-name.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.stop())

test.each([
  ['Oviya Nadkarne', 'oviya nadkarne', true],
  ['Oviya Nadkarne', 'Nadkarne, Oviya', true],
  ['Oviya Nadkarne', 'Oviya N.', true],
  ['Oviya Nadkarne', 'Oviya', true],
  ['Oviya Nadkarne', 'Meera Nadkarne', false],
  ['Meera', 'Son of Meera', true],
  ['मीरा', 'मीरा शाह', true],
  ['...', 'Oviya', false],
])('%s and %s: %s', (a, b, expected) => expect(isSameName(a, b)).toBe(expected))

test('a client is recognised however the number is typed, and entered once', async () => {
  const desk = await t.newUser()
  const first = await t.newTicket(desk, { client: { name: 'Oviya Nadkarne', phone: '+91 98200 00057' } })
  const second = await t.newTicket(desk, { client: { name: 'Oviya N', phone: '098200-00057' } })

  expect(second.client?.id).toBe(first.client?.id)
})

test('somebody else at the same number is somebody else, and keeps the name that was typed', async () => {
  const desk = await t.newUser()
  const mother = await t.newTicket(desk, { client: { name: 'Meera Shah', phone: '9820011111' } })
  const son = await t.newTicket(desk, { client: { name: 'Arjun Shah', phone: '9820011111' } })

  expect(son.client?.id).not.toBe(mother.client?.id)
  expect(son.client?.name).toBe('Arjun Shah')
})

test.each(['-------', '(((((((', '123456', '1234567890123456'])('%s is no phone number', async (phone) => {
  const desk = await t.newUser()
  const reply = await t.call(desk, tickets.create, { body: { ...parkingTrouble, client: { name: 'Rahul', phone } } })

  expect(reply.status).toBe(400)
  expect(problemOf(reply).errors?.[0]?.path).toContain('client')
})

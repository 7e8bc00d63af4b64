import type { Notification } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { createAnnouncer } from './announcer.ts'

const notification = (id: string, minute: number): Notification => ({
  id,
  event: 'assigned',
  message: id,
  ticket: { id: 't', key: 'P57-1', title: 'T' },
  work: null,
  responseId: null,
  actor: null,
  kind: null,
  createdAt: '2026-11-22T09:00:00.000Z',
  arrivedAt: `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`,
  readAt: null,
})

test('announces each new one once, and not what was there before', async () => {
  let unread = [notification('old', 1)]
  const announced: string[][] = []
  const look = createAnnouncer(
    async () => unread,
    (fresh) => announced.push(fresh.map(({ id }) => id)),
  )
  await look()
  unread = [notification('new', 2), ...unread]
  await Promise.all([look(), look()])
  unread = []
  await look()
  unread = [notification('newer', 3)]
  await look()
  expect(announced).toEqual([['new'], ['newer']])
})

test('one that took a little longer to be stored than the next is announced as well; what was only hidden by newer ones is not', async () => {
  let unread = [notification('first', 10), notification('old', 1)]
  const announced: string[] = []
  const look = createAnnouncer(
    async () => unread,
    (fresh) => announced.push(...fresh.map(({ id }) => id)),
  )
  await look()
  unread = [notification('first', 10), { ...notification('late', 10), arrivedAt: '2026-11-22T10:09:55.000Z' }]
  await look()
  unread = [notification('hidden until now', 2)]
  await look()
  expect(announced).toEqual(['late'])
})

test('a look that fails is made up by the next', async () => {
  let fails = false
  let unread: Notification[] = []
  const announced: string[] = []
  const look = createAnnouncer(
    async () => {
      if (fails) throw new Error('offline')
      return unread
    },
    (fresh) => announced.push(...fresh.map(({ id }) => id)),
  )
  await look()
  fails = true
  unread = [notification('missed', 2)]
  await look()
  fails = false
  await look()
  expect(announced).toEqual(['missed'])
})

import { PRESENCE_SECONDS } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { PresenceBook } from './presence-book.ts'

let now = 0
const newBook = () => new PresenceBook(() => now)
const [ticketId, userId] = ['ticket', 'priya']
const later = (seconds: number) => {
  now += seconds * 1_000
}

test('coming, beginning to write and leaving is news; saying the same again is none', () => {
  const book = newBook()
  const say = (state: 'viewing' | 'replying' | 'gone') => book.note({ ticketId, userId, tab: 'a', state })
  expect([say('viewing'), say('viewing'), say('replying'), say('replying'), say('gone'), say('gone')]).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ])
})

test('of two tabs the one that writes counts, and closing one leaves the other', () => {
  const book = newBook()
  book.note({ ticketId, userId, tab: 'a', state: 'replying' })
  book.note({ ticketId, userId, tab: 'b', state: 'viewing' })
  expect(book.of(ticketId)).toEqual(new Map([[userId, 'replying']]))
  book.note({ ticketId, userId, tab: 'a', state: 'gone' })
  expect(book.of(ticketId)).toEqual(new Map([[userId, 'viewing']]))
})

test('whoever is not heard of for a while is gone, and is swept away once', () => {
  const book = newBook()
  book.note({ ticketId, userId, tab: 'a', state: 'viewing' })
  later(PRESENCE_SECONDS - 1)
  expect(book.of(ticketId).size).toBe(1)
  later(1)
  expect(book.of(ticketId).size).toBe(0)
  expect([book.sweep(), book.sweep()]).toEqual([[ticketId], []])
})

test('whoever signs out is forgotten at every ticket', () => {
  const book = newBook()
  for (const each of ['one', 'two']) book.note({ ticketId: each, userId, tab: 'a', state: 'viewing' })
  book.note({ ticketId: 'two', userId: 'arjun', tab: 'b', state: 'viewing' })
  expect(book.forget(userId)).toEqual(['one', 'two'])
  expect([...book.of('two').keys()]).toEqual(['arjun'])
})

import type { Clock } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { slaState, slaWords } from './sla-state.ts'

const now = Date.parse('2026-11-21T13:12:00Z')
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

const clock = (changes: Partial<Clock>): Clock => ({
  kind: 'resolution',
  state: 'running',
  targetMinutes: 480,
  countedMinutes: 0,
  remainingMinutes: 480,
  dueAt: inMinutes(5_000),
  startedAt: inMinutes(-60),
  stoppedAt: null,
  ...changes,
})

test.each([
  ['most of it left', { remainingMinutes: 300 }, 'ok', '5 h left'],
  ['more than a quarter left', { remainingMinutes: 121 }, 'ok', '2 h 01 m left'],
  ['a quarter left', { remainingMinutes: 120 }, 'soon', '2 h left'],
  ['under an hour left of a short target', { targetMinutes: 120, remainingMinutes: 59 }, 'soon', '59 m left'],
  ['an hour left of a short target', { targetMinutes: 120, remainingMinutes: 60 }, 'ok', '1 h left'],
  ['nothing left', { remainingMinutes: 0 }, 'soon', '0 m left'],
  ['late', { remainingMinutes: -190, dueAt: inMinutes(-700) }, 'over', '3 h 10 m over'],
  ['paused', { state: 'paused', dueAt: null, remainingMinutes: 30 }, 'paused', 'Paused'],
  ['stopped in time', { state: 'met', remainingMinutes: 30 }, 'met', 'Met'],
  ['stopped late', { state: 'missed', remainingMinutes: -30 }, 'missed', 'Missed'],
  ['merged or deleted', { state: 'cancelled' }, 'cancelled', 'Stopped'],
] satisfies [string, Partial<Clock>, string, string][])('%s', (_, changes, state, words) => {
  expect(slaState(clock(changes), now)).toBe(state)
  expect(slaWords(clock(changes), now)).toBe(words)
})

test('runs on between two fetches, towards the due time', () => {
  const fetchedEarlier = clock({ remainingMinutes: 90, dueAt: inMinutes(43) })
  expect(slaWords(fetchedEarlier, now)).toBe('43 m left')
  const passed = clock({ remainingMinutes: 5, dueAt: inMinutes(-8) })
  expect([slaState(passed, now), slaWords(passed, now)]).toEqual(['over', '8 m over'])
})

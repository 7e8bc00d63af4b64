import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatRelative,
  formatRemaining,
  formatShort,
  instantFromLocal,
  localFromInstant,
} from './format.ts'

const INDIA = 'Asia/Kolkata'
const LONDON = 'Europe/London'
const at = '2026-11-21T12:01:00Z'
const now = Date.parse('2026-11-22T13:12:00Z')
const minutes = (n: number) => new Date(now + n * 60_000).toISOString()

describe('dates', () => {
  test.each([
    ['with zone', formatDateTime(at, INDIA), 'Sat 21 Nov 2026, 17:31 IST'],
    ['midnight is 00', formatDateTime('2026-11-21T18:30:00Z', INDIA), 'Sun 22 Nov 2026, 00:00 IST'],
    ['an unknown zone falls back to ours', formatDateTime(at, 'Mars/Base'), 'Sat 21 Nov 2026, 17:31 IST'],
    ['today', formatShort(minutes(-60), INDIA, now), '17:42'],
    ['this week', formatShort(at, INDIA, now), 'Sat 17:31'],
    ['this year', formatShort('2026-09-02T06:00:00Z', INDIA, now), '2 Sep'],
    ['earlier', formatShort('2025-11-14T06:00:00Z', INDIA, now), '14 Nov 2025'],
  ])('%s', (_, shown, expected) => expect(shown).toBe(expected))
})

describe('distances', () => {
  test.each([
    [formatRelative(minutes(0), now), 'just now'],
    [formatRelative(minutes(-4), now), '4 m ago'],
    [formatRelative(minutes(40), now), 'in 40 m'],
    [formatRelative(minutes(-60 * 50), now), '2 d ago'],
    [formatAge(minutes(-20), now), '20 m'],
    [formatAge(minutes(-60 * 24 * 100), now), '3 mo'],
    [formatAge(minutes(5), now), 'now'],
  ])('%s', (shown, expected) => expect(shown).toBe(expected))
})

describe('durations', () => {
  test.each([
    [0, '0 m'],
    [43, '43 m'],
    [65, '1 h 05 m'],
    [240, '4 h'],
    [1440, '1 d'],
    [1570, '1 d 2 h'],
  ])('%i minutes', (given, expected) => expect(formatDuration(given)).toBe(expected))

  test('what is left, and how much over', () => {
    expect(formatRemaining(43)).toBe('43 m left')
    expect(formatRemaining(-190)).toBe('3 h 10 m over')
    expect(formatRemaining(14 * 60 + 13)).toBe('14 h left')
    expect(formatRemaining(26 * 60 + 59)).toBe('1 d 2 h left')
  })
})

test('numbers group the Indian way', () => expect(formatNumber(1234567)).toBe('12,34,567'))

describe('what a date input shows and gives back', () => {
  test.each([
    ['2026-11-21T12:01:00.000Z', INDIA, '2026-11-21T17:31'],
    ['2026-01-01T00:00:00.000Z', LONDON, '2026-01-01T00:00'],
    ['2026-07-01T00:30:00.000Z', LONDON, '2026-07-01T01:30'],
    ['2026-03-29T01:00:00.000Z', LONDON, '2026-03-29T02:00'],
  ])('%s in %s is %s, and back', (instant, zone, local) => {
    expect(localFromInstant(instant, zone)).toBe(local)
    expect(instantFromLocal(local, zone)).toBe(instant)
  })

  test('an hour that the clocks skip is read as a moment that exists', () => {
    expect(instantFromLocal('2026-03-29T01:30', LONDON)).toMatch(/^2026-03-29T0[01]:30/)
  })
})

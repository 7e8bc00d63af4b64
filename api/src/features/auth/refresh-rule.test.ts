import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { decideRefresh, type RefreshDecision, type SessionState, withRotation } from './refresh-rule.ts'

const now = new Date('2026-11-22T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const [minute, day] = [60, 86_400]
const bytes = (text: string) => createHash('sha256').update(text).digest()
const [current, previous, older, foreign] = ['current', 'previous', 'older', 'foreign'].map(bytes) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
]

const session: SessionState = {
  tokenHash: current,
  previousHash: previous,
  rotatedAt: ago(5 * minute),
  recentRotations: [],
  expiresAt: ago(-20 * day),
  endedAt: null,
}

test.each<[string, Partial<SessionState>, Buffer, RefreshDecision]>([
  ['the current token', {}, current, 'rotate'],
  ['the current token, six days idle', { rotatedAt: ago(6 * day) }, current, 'rotate'],
  ['the current token, a week and a second idle', { rotatedAt: ago(7 * day + 1) }, current, 'refuse'],
  ['the current token of a session that is 30 days old', { expiresAt: ago(1) }, current, 'refuse'],
  ['the current token of a session that ended', { endedAt: ago(1) }, current, 'refuse'],
  ['the one before, a moment later', { rotatedAt: ago(2) }, previous, 'repeat'],
  ['the one before, after exactly ten seconds', { rotatedAt: ago(10) }, previous, 'repeat'],
  ['the one before, after eleven seconds', { rotatedAt: ago(11) }, previous, 'reuse'],
  ['the one before, after an hour', { rotatedAt: ago(60 * minute) }, previous, 'reuse'],
  ['the one before, when all has expired anyway', { expiresAt: ago(1) }, previous, 'refuse'],
  ['the one before, of a session that ended', { endedAt: ago(1) }, previous, 'refuse'],
  ['one that was never ours', {}, foreign, 'refuse'],
  ['one that was never ours, in a session that never rotated', { previousHash: null }, foreign, 'refuse'],
])('%s', (_, state, presented, decision) => {
  expect(decideRefresh({ ...session, ...state }, { hash: presented, rotationsAgo: null }, now)).toBe(decision)
})

test.each<[string, Partial<SessionState>, number, RefreshDecision]>([
  ['a token from before the one before', {}, 2, 'reuse'],
  [
    'replaced eight seconds ago, and its successor two',
    { rotatedAt: ago(2), recentRotations: [ago(8), ago(2)] },
    2,
    'repeat',
  ],
  ['replaced ten seconds ago', { rotatedAt: ago(2), recentRotations: [ago(10), ago(2)] }, 2, 'repeat'],
  [
    'replaced eleven seconds ago, and its successor two',
    { rotatedAt: ago(2), recentRotations: [ago(11), ago(2)] },
    2,
    'reuse',
  ],
  ['three rotations ago, all of them just now', { recentRotations: [ago(3), ago(2), ago(1)] }, 3, 'repeat'],
  ['four rotations ago, of which three are remembered', { recentRotations: [ago(3), ago(2), ago(1)] }, 4, 'reuse'],
  ['just replaced, of a session that ended', { endedAt: ago(1), recentRotations: [ago(2), ago(1)] }, 2, 'refuse'],
])('older: %s', (_, state, rotationsAgo, decision) => {
  expect(decideRefresh({ ...session, ...state }, { hash: older, rotationsAgo }, now)).toBe(decision)
})

test('only rotations within the grace are remembered, and never more than twenty', () => {
  expect(withRotation([ago(60), ago(11), ago(9)], now)).toEqual([ago(9), now])
  expect(withRotation(Array(30).fill(ago(1)), now)).toHaveLength(20)
})

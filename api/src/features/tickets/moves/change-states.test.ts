import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedSince, differenceOf, earlierValues, isNoDifference, type TicketState } from './change-states.ts'

const before: TicketState = {
  ticket: { status: 'assigned', assignedToUserId: 'a' },
  clocks: { 'resolution 1': { stoppedAt: null, pauses: [] } },
}

test.each<[string, TicketState, string[]]>([
  ['nothing', { ...before, ticket: { status: 'pending', assignedToUserId: 'a' } }, []],
  ['another field', { ...before, ticket: { status: 'pending', assignedToUserId: 'b' } }, []],
  ['the same field', { ...before, ticket: { status: 'resolved', assignedToUserId: 'a' } }, ['status']],
])('since then somebody changed %s', (_, now, expected) => {
  const pending = { ...before, ticket: { ...before.ticket, status: 'pending' } }
  expect(changedSince(differenceOf(before, pending), now)).toEqual(expected)
})

test('a clock counts as one thing, of which only what changed has to stand', () => {
  const paused = { ...before, clocks: { 'resolution 1': { stoppedAt: null, pauses: [{ from: '1', to: null }] } } }
  const resumed = { ...before, clocks: { 'resolution 1': { stoppedAt: null, pauses: [{ from: '1', to: '2' }] } } }
  const stopped = { ...before, clocks: { 'resolution 1': { stoppedAt: '3', pauses: [{ from: '1', to: null }] } } }
  const pause = differenceOf(before, paused)
  expect(changedSince(pause, resumed)).toEqual(['clock'])
  expect(changedSince(pause, stopped)).toEqual([])
})

test('a cycle that was not there before is new', () => {
  const after = { ...before, clocks: { ...before.clocks, 'resolution 2': { stoppedAt: null, pauses: [] } } }
  expect(differenceOf(before, after)).toEqual({ ticket: {}, clocks: { 'resolution 2': 'new' } })
})

const anyState = fc.record({
  ticket: fc.record({ status: fc.constantFrom('new', 'assigned', 'pending'), closedAt: fc.option(fc.string()) }),
  clocks: fc.record({ 'resolution 1': fc.record({ pauses: fc.array(fc.record({ from: fc.string() })) }) }),
})

test('what was before follows from what is now and the difference', () => {
  fc.assert(
    fc.property(anyState, anyState, (one, other) => {
      const difference = differenceOf(one, other)
      expect({ ...other.ticket, ...earlierValues(difference.ticket) }).toEqual(one.ticket)
      expect(changedSince(difference, other)).toEqual([])
      expect(isNoDifference(differenceOf(one, one))).toBe(true)
    }),
  )
})

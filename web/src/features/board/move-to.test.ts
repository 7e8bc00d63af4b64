import { canBecome, type TicketCan, TicketStatus } from '@physique57/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayTo } from './move-to.ts'

const all = (may: boolean): TicketCan => ({
  edit: may,
  editDetails: may,
  respond: may,
  share: may,
  assign: may,
  assignWithinTeam: may,
  take: may,
  handBack: may,
  escalate: may,
  resolve: may,
  close: may,
  reopen: may,
  remove: may,
  merge: may,
  unmerge: may,
  restore: may,
})

const status = fc.constantFrom(...TicketStatus.options)

test('whoever may do everything has a way exactly where the rules have one, and nobody else has more', () => {
  fc.assert(
    fc.property(status, status, fc.func(fc.boolean()), (from, to, may) => {
      expect(wayTo({ status: from, can: all(true) }, to).verb !== null).toBe(canBecome(from, to))
      expect(wayTo({ status: from, can: all(false) }, to).verb).toBeNull()
      const can = Object.fromEntries(Object.keys(all(true)).map((key) => [key, may(key)])) as TicketCan
      if (wayTo({ status: from, can }, to).verb) expect(canBecome(from, to)).toBe(true)
    }),
  )
})

test.each([
  ['pending', 'new', 'Pending cannot go back to New.'],
  ['in_progress', 'closed', 'In progress cannot become Closed. Move it to Resolved first.'],
  ['assigned', 'reopened', 'Assigned cannot become Reopened. Move it to Resolved first.'],
] as const)('from %s to %s it says why not', (from, to, why) => {
  expect(wayTo({ status: from, can: all(true) }, to)).toEqual({ verb: null, why })
})

test.each([
  ['a member of the team takes what nobody has', { take: true }, 'new', 'assigned', 'take'],
  ['a lead chooses who gets it', { assignWithinTeam: true, take: true }, 'new', 'assigned', 'assign'],
  ['the assignee hands it back', { handBack: true }, 'assigned', 'new', 'unassign'],
  ['the reporter closes it', { close: true }, 'resolved', 'closed', 'close'],
] as const)('%s', (_, may, from, to, verb) => {
  expect(wayTo({ status: from, can: { ...all(false), ...may } }, to).verb).toBe(verb)
})

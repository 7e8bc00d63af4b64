import type { Priority } from '@physique57/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assignment, type Candidate, chooseAssignee } from './choose-assignee.ts'
import { chooseRoute } from './choose-route.ts'
import { loadOf, priorityWeights } from './load-of.ts'

const person = (id: string, rest: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  isActive: true,
  isAvailable: true,
  load: 0,
  lastAssignedAt: null,
  ...rest,
})
const away = { isAvailable: false }
const gone = { isActive: false }
const on = (day: number) => ({ lastAssignedAt: new Date(Date.UTC(2026, 10, day)) })

const facilities = { id: 'facilities', name: 'Facilities', lead: person('lata') }
const leaderless = { ...facilities, lead: null }
const leadAway = { ...facilities, lead: person('lata', away) }

test.each([
  ['the person a rule names', { targetUserId: 'asha', targetTeamId: null }, { to: 'person', userId: 'asha' }],
  ['the team a rule names', { targetUserId: null, targetTeamId: 'finance' }, { to: 'members', teamId: 'finance' }],
  ['the lead of the subcategory’s team', null, { to: 'lead', teamId: 'facilities' }],
])('a ticket is meant for %s', (_, rule, route) => {
  expect(chooseRoute(rule, 'facilities', 'operations')).toEqual(route)
})

test('without a team of its own, for the lead of the default team, or nobody', () => {
  expect(chooseRoute(null, null, 'operations')).toEqual({ to: 'lead', teamId: 'operations' })
  expect(chooseRoute(null, null, null)).toEqual({ to: 'nobody' })
})

test.each<[string, Parameters<typeof chooseAssignee>[0], Partial<Assignment>]>([
  [
    'the person named',
    { to: 'person', person: person('asha', { load: 90 }), team: facilities },
    { assigneeId: 'asha', teamId: 'facilities', alertManagers: false, reason: 'Named by the rule' },
  ],
  [
    'the person named, who has no team',
    { to: 'person', person: person('meera'), team: null },
    { assigneeId: 'meera', teamId: null },
  ],
  [
    'the lead instead of someone away',
    { to: 'person', person: person('asha', away), team: facilities },
    { assigneeId: 'lata', reason: 'Lead of Facilities: Asha, whom the rule names, is not available' },
  ],
  [
    'the lead instead of someone who left',
    { to: 'person', person: person('asha', gone), team: facilities },
    { assigneeId: 'lata', teamId: 'facilities' },
  ],
  [
    'nobody when both are away',
    { to: 'person', person: person('asha', away), team: leadAway },
    {
      assigneeId: null,
      teamId: 'facilities',
      alertManagers: true,
      reason: 'Lata, lead of Facilities, is not available, and Asha, whom the rule names, is not available',
    },
  ],
  [
    'nobody when the lead is the one away',
    { to: 'person', person: person('lata', away), team: leadAway },
    { assigneeId: null, alertManagers: true, candidates: [{ userId: 'lata', load: 0, available: false }] },
  ],
  [
    'nobody, and no queue but the managers, when someone without a team is away',
    { to: 'person', person: person('meera', away), team: null },
    { assigneeId: null, teamId: null, alertManagers: true },
  ],
  [
    'the lead when no rule matches',
    { to: 'lead', team: facilities },
    { assigneeId: 'lata', alertManagers: false, reason: 'Lead of Facilities: no rule matches' },
  ],
  [
    'the queue of a team without lead',
    { to: 'lead', team: leaderless },
    {
      assigneeId: null,
      teamId: 'facilities',
      alertManagers: true,
      reason: 'Facilities has no lead, and no rule matches',
    },
  ],
  [
    'the queue while the lead is away',
    { to: 'lead', team: leadAway },
    { assigneeId: null, teamId: 'facilities', alertManagers: true },
  ],
  [
    'the least loaded, whoever is shown with their load',
    {
      to: 'members',
      team: facilities,
      members: [person('asha', { load: 6 }), person('bela', { load: 4 }), person('chitra', away), person('devi', gone)],
    },
    {
      assigneeId: 'bela',
      teamId: 'facilities',
      reason: 'Least loaded of 2 available in Facilities (load 4)',
      candidates: [
        { userId: 'asha', load: 6, available: true },
        { userId: 'bela', load: 4, available: true },
        { userId: 'chitra', load: 0, available: false },
      ],
    },
  ],
  [
    'of two alike, who waited longest',
    { to: 'members', team: facilities, members: [person('asha', on(2)), person('bela', on(1))] },
    {
      assigneeId: 'bela',
      reason: 'Least loaded of 2 available in Facilities (load 0, longest without a new ticket)',
    },
  ],
  [
    'of two alike, who never had one',
    { to: 'members', team: facilities, members: [person('asha', on(1)), person('bela')] },
    { assigneeId: 'bela' },
  ],
  [
    'of two the same in all, the lower id',
    { to: 'members', team: facilities, members: [person('bela', on(1)), person('asha', on(1))] },
    { assigneeId: 'asha' },
  ],
  [
    'the only one there',
    { to: 'members', team: leaderless, members: [person('asha', { load: 7 }), person('bela', away)] },
    { assigneeId: 'asha', reason: 'The only one available in Facilities (load 7)' },
  ],
  [
    'the queue when all are away',
    { to: 'members', team: facilities, members: [person('asha', away), person('bela', gone)] },
    { assigneeId: null, teamId: 'facilities', alertManagers: true, reason: 'Nobody in Facilities is available' },
  ],
  [
    'the queue of an empty team',
    { to: 'members', team: facilities, members: [] },
    { assigneeId: null, teamId: 'facilities', alertManagers: true, reason: 'Facilities has no members' },
  ],
  [
    'nobody without any team',
    { to: 'nobody' },
    { assigneeId: null, teamId: null, alertManagers: true, candidates: [] },
  ],
])('goes to %s', (_, route, decision) => {
  expect(chooseAssignee(route)).toMatchObject(decision)
})

test('a load is the sum of the weights, which may be configured', () => {
  expect(loadOf({})).toBe(0)
  expect(loadOf({ critical: 1, high: 2, medium: 3, low: 4 })).toBe(4 + 6 + 6 + 4)
  expect(loadOf({ critical: 2, low: 1 }, { critical: 10, high: 5, medium: 2, low: 1 })).toBe(21)
})

const anyCandidate = fc.record({
  isActive: fc.boolean(),
  isAvailable: fc.boolean(),
  load: fc.nat(3),
  lastAssignedAt: fc.option(fc.nat(2).map((day) => new Date(Date.UTC(2026, 10, day + 1)))),
})
const anyMembers = fc
  .array(anyCandidate, { maxLength: 8 })
  .map((drafts) => drafts.map((draft, index) => person(`p${index}`, draft)))

test('nobody unavailable or inactive ever gets a ticket, and nobody lighter is passed over', () => {
  fc.assert(
    fc.property(anyMembers, (members) => {
      const { assigneeId, alertManagers } = chooseAssignee({ to: 'members', team: facilities, members })
      const free = members.filter(({ isActive, isAvailable }) => isActive && isAvailable)
      expect(alertManagers).toBe(free.length === 0)
      expect(free.find(({ id }) => id === assigneeId)?.load ?? null).toBe(
        free.length === 0 ? null : Math.min(...free.map(({ load }) => load)),
      )
    }),
  )
})

test('the same people give the same decision in whatever order they were loaded', () => {
  fc.assert(
    fc.property(anyMembers, (members) => {
      const decide = (among: Candidate[]) => chooseAssignee({ to: 'members', team: facilities, members: among })
      expect(decide(members.toReversed()).assigneeId).toBe(decide(members).assigneeId)
      expect(decide(members)).toEqual(decide(members))
    }),
  )
})

test('a thousand tickets into an empty team leave loads that differ by at most one ticket’s weight', () => {
  const anyPriorities = fc.array(fc.constantFrom<Priority>('low', 'medium', 'high', 'critical'), {
    minLength: 1000,
    maxLength: 1000,
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), anyPriorities, (size, priorities) => {
      let members = Array.from({ length: size }, (_, index) => person(`p${index}`))
      for (const [tick, priority] of priorities.entries()) {
        const { assigneeId } = chooseAssignee({ to: 'members', team: facilities, members })
        members = members.map((member) =>
          member.id === assigneeId
            ? { ...member, load: member.load + priorityWeights[priority], lastAssignedAt: new Date(tick) }
            : member,
        )
      }
      const loads = members.map(({ load }) => load)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(priorityWeights.critical)
    }),
    { numRuns: 20 },
  )
})

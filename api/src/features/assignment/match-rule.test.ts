import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AssignmentRule, matchRule } from './match-rule.ts'

const ticket = { categoryId: 'facility', subcategoryId: 'ac', studioId: 'kemps', priority: 'high' } as const

const rule = (id: string, rest: Partial<AssignmentRule> = {}): AssignmentRule => ({
  id,
  name: id,
  priorityOrder: 10,
  categoryId: null,
  subcategoryId: null,
  studioId: null,
  priority: null,
  targetUserId: null,
  targetTeamId: 'facilities',
  isActive: true,
  ...rest,
})

test.each<[string, AssignmentRule[], string | null]>([
  ['nothing without rules', [], null],
  ['a rule for everything', [rule('all')], 'all'],
  ['one of this category', [rule('it', { categoryId: 'facility' })], 'it'],
  ['one of this subcategory', [rule('it', { subcategoryId: 'ac' })], 'it'],
  ['one of this studio', [rule('it', { studioId: 'kemps' })], 'it'],
  ['one of this priority', [rule('it', { priority: 'high' })], 'it'],
  ['not one of another category', [rule('it', { categoryId: 'billing' })], null],
  ['not one of another subcategory', [rule('it', { subcategoryId: 'parking' })], null],
  ['not one of another studio', [rule('it', { studioId: 'bandra' })], null],
  ['not one of another priority', [rule('it', { priority: 'low' })], null],
  ['not one that matches but for the studio', [rule('it', { categoryId: 'facility', studioId: 'bandra' })], null],
  ['not one switched off', [rule('off', { isActive: false })], null],
  [
    'the lowest order, however general',
    [rule('ac', { subcategoryId: 'ac' }), rule('all', { priorityOrder: 1 })],
    'all',
  ],
  ['the lowest id of the same order', [rule('b'), rule('a')], 'a'],
])('finds %s', (_, rules, id) => {
  expect(matchRule(rules, ticket)?.id ?? null).toBe(id)
})

test('the order in which rules were loaded does not matter', () => {
  const anyRule = fc
    .record({ order: fc.nat(2), categoryId: fc.constantFrom(null, 'facility', 'billing'), isActive: fc.boolean() })
    .map(({ order, ...rest }) => ({ priorityOrder: order, ...rest }))
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 6 }), (drafts) => {
      const rules = drafts.map((draft, index) => rule(`r${index}`, draft))
      expect(matchRule(rules.toReversed(), ticket)).toEqual(matchRule(rules, ticket))
    }),
  )
})

import { expect, test } from 'vitest'
import { choosePolicy, defaultPolicies, type SlaPolicy } from './choose-policy.ts'

const ticket = { priority: 'high', categoryId: 'facility', subcategoryId: 'ac', studioId: 'kemps' } as const

const policy = (id: string, scope: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id,
  priority: 'high',
  categoryId: null,
  subcategoryId: null,
  studioId: null,
  ...defaultPolicies.high,
  name: id,
  ...scope,
})

const anywhere = policy('anywhere')
const studio = policy('studio', { studioId: 'kemps' })
const category = policy('category', { categoryId: 'facility' })
const categoryHere = policy('category here', { categoryId: 'facility', studioId: 'kemps' })
const subcategory = policy('subcategory', { subcategoryId: 'ac' })
const subcategoryHere = policy('subcategory here', { subcategoryId: 'ac', studioId: 'kemps' })

test.each<[string, SlaPolicy[], string | null]>([
  ['none', [], null],
  ['the only one', [anywhere], 'anywhere'],
  ['a studio before anywhere', [anywhere, studio], 'studio'],
  ['a category before a studio', [studio, category], 'category'],
  ['a category here before a category', [category, categoryHere], 'category here'],
  ['a subcategory before a category here', [categoryHere, subcategory], 'subcategory'],
  ['a subcategory here before all', [subcategory, anywhere, subcategoryHere, categoryHere], 'subcategory here'],
  ['the lowest id of two alike', [policy('b'), policy('a')], 'a'],
  ['not of another priority', [policy('low', { priority: 'low' })], null],
  ['not of another subcategory', [policy('parking', { subcategoryId: 'parking' })], null],
  ['not of another studio', [policy('bandra', { subcategoryId: 'ac', studioId: 'bandra' })], null],
])('chooses %s', (_, policies, id) => {
  expect(choosePolicy(policies, ticket).id).toBe(id)
  expect(choosePolicy(policies.toReversed(), ticket).id).toBe(id)
})

test.each([
  ['critical', 60, 240, 'always'],
  ['high', 120, 1440, 'always'],
  ['medium', 240, 960, 'studio_hours'],
  ['low', 480, 2400, 'studio_hours'],
] as const)('by default %s answers in %i and resolves in %i minutes', (priority, first, resolution, hours) => {
  expect(choosePolicy([], { ...ticket, priority })).toMatchObject({
    id: null,
    firstResponseMinutes: first,
    resolutionMinutes: resolution,
    hours,
  })
})

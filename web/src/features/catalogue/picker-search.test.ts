import type { Category } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { searchCatalogue } from './picker-search.ts'

const category = (name: string, subcategories: [string, string[]][]): Category => ({
  id: name,
  name,
  icon: 'inbox',
  position: 0,
  isActive: true,
  version: 1,
  subcategories: subcategories.map(([label, aliases]) => ({
    id: label,
    categoryId: name,
    name: label,
    aliases,
    defaultPriority: 'medium',
    defaultTeam: null,
    position: 0,
    isActive: true,
    version: 1,
  })),
})

const catalogue = [
  category('Class Experience', [
    ['Class Pacing', []],
    ['Class Quality', []],
  ]),
  category('Facility & Amenities', [
    ['Accessibility', []],
    ['Temperature Control', ['AC', 'air conditioning', 'too hot']],
    ['Washroom/Shower', ['toilet', 'गरम पानी']],
  ]),
  category('Membership & Billing', [
    ['Billing Errors', ['double charge']],
    ['Payment Issues', ['refund', 'charged twice']],
    ['Credits/Class Pack', []],
  ]),
  category('Customer Service', [['E-mail/Chat Support', []]]),
  category('Health & Safety', [['Air Quality', ['AC smell']]]),
]

const names = (query: string) => searchCatalogue(catalogue, query).map((hit) => hit.subcategory.name)

test.each([
  ['an exact alias comes before names that begin so', 'ac', 'Temperature Control'],
  ['an alias alone is enough', 'refund', 'Payment Issues'],
  ['the beginning of the name', 'temp', 'Temperature Control'],
  ['the beginning of a later word', 'shower', 'Washroom/Shower'],
  ['the beginning of an alias', 'air cond', 'Temperature Control'],
  ['a hyphen does not matter', 'email', 'E-mail/Chat Support'],
  ['Hindi words', 'पानी', 'Washroom/Shower'],
  ['several words in any order', 'service email', 'E-mail/Chat Support'],
  ['blanks around it', '  REFUND ', 'Payment Issues'],
])('%s: "%s" → %s', (_, query, first) => expect(names(query)[0]).toBe(first))

test.each([
  ['a letter missing', 'temprature', 'Temperature Control'],
  ['a letter too many', 'reffund', 'Payment Issues'],
  ['a wrong letter', 'washroum', 'Washroom/Shower'],
  ['two swapped', 'acessibiltiy', 'Accessibility'],
  ['not finished yet', 'temprat', 'Temperature Control'],
  ['one word of several', 'doubel charge', 'Billing Errors'],
  ['in Hindi', 'गराम पानी', 'Washroom/Shower'],
])('a typing error is forgiven, %s: "%s" → %s', (_, query, first) => expect(names(query)[0]).toBe(first))

test('what is spelled right is never put right, and short words stay as they are', () => {
  expect(names('class')).toEqual(['Class Pacing', 'Class Quality', 'Credits/Class Pack'])
  expect(names('axc')).toEqual([])
})

test('"ac" ranks exact alias, name, alias, then letters within', () => {
  expect(names('ac')).toEqual([
    'Temperature Control',
    'Accessibility',
    'Air Quality',
    'Class Pacing',
    'Credits/Class Pack',
  ])
})

test('a category offers its subcategories, those that also say so in their name first', () => {
  expect(names('billing')).toEqual(['Billing Errors', 'Payment Issues', 'Credits/Class Pack'])
})

test('nothing typed and nothing found are both empty', () => {
  expect(names('  ')).toEqual([])
  expect(names('xyzzy')).toEqual([])
  expect(names('refund xyzzy')).toEqual([])
})

test('says which letters matched', () => {
  const [first, second] = searchCatalogue(catalogue, 'ac')
  expect(first?.alias).toEqual({ text: 'AC', ranges: [[0, 2]] })
  expect(second?.nameRanges).toEqual([[0, 2]])
  expect(searchCatalogue(catalogue, 'email')[0]?.nameRanges).toEqual([[0, 6]])
})

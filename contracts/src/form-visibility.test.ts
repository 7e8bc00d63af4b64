import { expect, test } from 'vitest'
import { isVisible, visibleFields } from './form-visibility.ts'
import { type Condition, FormField } from './forms.ts'

const options = ['yes', 'no'].map((value) => ({ value, label: value }))
const field = (key: string, rest: Record<string, unknown> = {}) =>
  FormField.parse({ key, label: key, type: 'text', ...rest })

const asked = [
  field('affected', { type: 'radio', options }),
  field('kinds', { type: 'multiselect', options }),
  field('rating', { type: 'rating' }),
  field('tick', { type: 'checkbox' }),
  field('name'),
]

test.each<[string, Condition, Record<string, unknown>, boolean]>([
  ['is', { field: 'affected', is: 'yes' }, { affected: 'yes' }, true],
  ['is not', { field: 'affected', is: 'yes' }, { affected: 'no' }, false],
  ['is, of a number', { field: 'rating', is: 5 }, { rating: 5 }, true],
  ['is, of a number sent as text', { field: 'rating', is: 5 }, { rating: '5' }, false],
  ['is, among several', { field: 'kinds', is: 'no' }, { kinds: ['yes', 'no'] }, true],
  ['is one of', { field: 'rating', isOneOf: [4, 5] }, { rating: 4 }, true],
  ['is none of', { field: 'rating', isOneOf: [4, 5] }, { rating: 3 }, false],
  ['one of several is one of', { field: 'kinds', isOneOf: ['no'] }, { kinds: ['yes', 'no'] }, true],
  ['is answered', { field: 'name', isAnswered: true }, { name: 'x' }, true],
  ['is blank', { field: 'name', isAnswered: true }, { name: '  ' }, false],
  ['is an empty list', { field: 'kinds', isAnswered: true }, { kinds: [] }, false],
  ['is padded', { field: 'name', is: 'x' }, { name: ' x ' }, true],
  ['is ticked', { field: 'tick', is: true }, { tick: true }, true],
  ['was never touched', { field: 'tick', is: false }, {}, true],
  ['is unticked', { field: 'tick', isAnswered: true }, { tick: false }, false],
  [
    'all',
    {
      all: [
        { field: 'tick', is: true },
        { field: 'rating', is: 5 },
      ],
    },
    { tick: true, rating: 5 },
    true,
  ],
  [
    'not all',
    {
      all: [
        { field: 'tick', is: true },
        { field: 'rating', is: 5 },
      ],
    },
    { tick: true },
    false,
  ],
  [
    'any',
    {
      any: [
        { field: 'tick', is: true },
        { field: 'rating', is: 5 },
      ],
    },
    { rating: 5 },
    true,
  ],
  [
    'not any',
    {
      any: [
        { field: 'tick', is: true },
        { field: 'rating', is: 5 },
      ],
    },
    {},
    false,
  ],
  ['nested', { any: [{ all: [{ field: 'tick', is: true }] }, { field: 'rating', is: 1 }] }, { tick: true }, true],
  ['of an unknown field', { field: 'nobody', isAnswered: true }, { nobody: 'x' }, false],
])('shows when another %s', (_, visibleWhen, answers, shows) => {
  const it = field('it', { visibleWhen })
  expect(isVisible(it, [...asked, it], answers)).toBe(shows)
})

test('a condition on a hidden field does not hold, however it was answered', () => {
  const form = [
    field('affected', { type: 'radio', options }),
    field('classType', { visibleWhen: { field: 'affected', is: 'yes' } }),
    field('classTime', { visibleWhen: { field: 'classType', isAnswered: true } }),
  ]
  const shown = (answers: unknown) => visibleFields(form, answers).map(({ key }) => key)

  expect(shown({ affected: 'yes', classType: 'FIT' })).toEqual(['affected', 'classType', 'classTime'])
  expect(shown({ affected: 'no', classType: 'FIT' })).toEqual(['affected'])
  expect(shown(null)).toEqual(['affected'])
})

test('a field that asks about itself or about one below it stays hidden', () => {
  const form = [
    field('first', { visibleWhen: { field: 'second', isAnswered: true } }),
    field('second', { visibleWhen: { field: 'second', isAnswered: true } }),
  ]
  expect(visibleFields(form, { first: 'x', second: 'x' })).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkForm } from './check-form.ts'
import { FormField } from './forms.ts'
import { anyForm } from './test/any-form.ts'

const option = (value: string) => ({ value, label: value })
const field = (rest: Record<string, unknown>) => FormField.parse({ key: 'it', label: 'It', type: 'text', ...rest })
const yesNo = field({ key: 'affected', type: 'radio', options: [option('yes'), option('no')] })

test.each<[string, FormField[], { path: string; message: string }[]]>([
  ['nothing', [yesNo, field({ visibleWhen: { field: 'affected', is: 'yes' } })], []],
  ['a key twice', [field({}), field({})], [{ path: '1.key', message: '"it" is used above' }]],
  [
    'an option twice',
    [field({ type: 'select', options: [option('a'), option('b'), option('a')] })],
    [{ path: '0.options.2.value', message: '"a" is offered twice' }],
  ],
  [
    'limits the wrong way round',
    [field({ type: 'number', min: 2, max: 1 })],
    [{ path: '0.min', message: 'The smallest value is above the largest' }],
  ],
  [
    'a condition on nothing',
    [field({ visibleWhen: { field: 'nobody', isAnswered: true } })],
    [{ path: '0.visibleWhen', message: 'There is no field "nobody"' }],
  ],
  [
    'a condition on a field below',
    [field({ visibleWhen: { field: 'affected', is: 'yes' } }), yesNo],
    [{ path: '0.visibleWhen', message: '"affected" is not above this field' }],
  ],
  [
    'a condition on itself, deep inside',
    [field({ visibleWhen: { any: [{ all: [{ field: 'it', isAnswered: true }] }] } })],
    [{ path: '0.visibleWhen', message: '"it" is not above this field' }],
  ],
  [
    'a condition on an option nobody can choose',
    [yesNo, field({ visibleWhen: { field: 'affected', isOneOf: ['yes', 'maybe'] } })],
    [{ path: '1.visibleWhen', message: '"affected" is never "maybe"' }],
  ],
  [
    'a condition on an answer of another type',
    [field({ key: 'tick', type: 'checkbox' }), field({ visibleWhen: { field: 'tick', is: 'true' } })],
    [{ path: '1.visibleWhen', message: '"tick" is never "true"' }],
  ],
])('finds %s', (_, form, problems) => {
  expect(checkForm(form)).toEqual(problems)
})

test('a field moved below those that ask about it is found', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const [first, ...others] = form
      if (!first || !JSON.stringify(others).includes(`"field":"${first.key}"`)) return
      expect(checkForm([...others, first]).some(({ path }) => path.endsWith('visibleWhen'))).toBe(true)
    }),
  )
})

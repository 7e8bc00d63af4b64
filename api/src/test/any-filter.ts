import {
  type FilterKey,
  fieldOf,
  namedTimes,
  type Operator,
  operatorsOf,
  type TicketCondition,
  type TicketQuery,
  ticketFields,
} from '@physique57/contracts'
import fc from 'fast-check'
import { idOf } from '../catalogue/catalogue-rows.ts'

/** Words nobody says, so that what is found is exactly what has them; and a phrase of two of them. */
export const oddWords = ['gizmora', 'tolvaxi', 'brindelux', 'quaffin'] as const
/** What tickets are marked with. */
export const someTags = ['vip', 'monsoon leak', 'मरम्मत'] as const
const oddPhrase = 'gizmora tolvaxi'

/** Whom filters may name: what is known only when the test runs. */
export interface Known {
  people: string[]
  clients: string[]
}

/** Any filter over every field, with each of its operators, several values, and words to look for now and then. */
export const anyFilter = (known: Known): fc.Arbitrary<TicketQuery> =>
  fc.oneof(
    { weight: 3, arbitrary: conditions(known, 1).map((some) => ({ ...noWords, conditions: some })) },
    {
      weight: 1,
      arbitrary: fc.record({
        conditions: conditions(known, 0),
        words: fc.uniqueArray(fc.constantFrom(...oddWords), { minLength: 1, maxLength: 2 }),
        phrases: fc.constantFrom<string[][]>([], [], [oddPhrase]).map((phrases) => phrases),
        unwanted: fc.uniqueArray(fc.constantFrom(...oddWords), { maxLength: 1 }),
      }),
    },
  )

const noWords = { words: [], phrases: [], unwanted: [] }

const conditions = (known: Known, minLength: number) => fc.array(anyCondition(known), { minLength, maxLength: 3 })

const keys: FilterKey[] = [
  ...(Object.keys(ticketFields) as FilterKey[]),
  'form.what',
  'form.howBad',
  'form.tags',
  'form.when',
]

const anyCondition = (known: Known): fc.Arbitrary<TicketCondition> =>
  fc.constantFrom(...keys).chain((field) =>
    fc.constantFrom(...operatorsFor(field)).chain((operator) =>
      fc.record({
        field: fc.constant(field),
        operator: fc.constant(operator),
        not: fc.boolean(),
        values: fc.uniqueArray(valuesFor(field, operator, known), {
          minLength: 1,
          maxLength: operator === 'is' || operator === 'contains' ? 3 : 1,
        }),
      }),
    ),
  )

const comparable: FilterKey[] = ['form.howBad', 'form.when']
/** Answers that are words cannot be compared. */
const operatorsFor = (field: FilterKey): Operator[] =>
  operatorsOf(field).filter(
    (operator) =>
      !field.startsWith('form.') || comparable.includes(field) || operator === 'is' || operator === 'contains',
  )

const DAY = 86_400_000
const daysSince = (day: string) => Math.floor((Date.now() - Date.parse(day)) / DAY)
/** Stretches up to now end a little earlier for the product than for the oracle: no ticket lies in between. */
const stretches = ['3h', '2d', '5w', `${daysSince('2026-01-12')}d`]
const days = [...namedTimes, '2026-01-01', '2026-01-02', '2026-01-12', '2026-11-01']

function valuesFor(field: FilterKey, operator: Operator, { people, clients }: Known): fc.Arbitrary<string> {
  const { kind, options, mayBeEmpty } = fieldOf(field)
  const none = mayBeEmpty && operator === 'is' ? ['none'] : []
  if (field === 'form.when' && (operator === 'before' || operator === 'after'))
    return fc.constantFrom(...days, ...stretches)
  if (field === 'form.when') return operator === 'is' ? fc.constantFrom('2026-01-12', 'none') : fc.constant('2026-')
  if (field === 'form.howBad') return operator === 'contains' ? fc.constant('3') : fc.constantFrom('1', '3', '4')
  if (field === 'form.tags' && operator === 'contains') return fc.constantFrom('a', 'b')
  if (field === 'form.what' && operator === 'contains') return fc.constantFrom('O_S', '_', '%', 'lock')
  if (field.startsWith('form.')) return fc.constantFrom('no_space', 'a', 'b', ...none)
  if (kind === 'choice') return fc.constantFrom(...(options ?? []), ...none)
  if (kind === 'person') return fc.constantFrom('me', 'me', ...none, ...people)
  if (kind === 'tag') return fc.constantFrom(...someTags, 'on-no-ticket', ...none)
  if (kind === 'number') return fc.constantFrom('0', '1', '2')
  if (kind === 'text') return fc.constantFrom('leak', 'ac', '100%', '_', 'no such text')
  if (kind === 'time')
    return fc.constantFrom(
      ...days,
      ...stretches,
      ...(operator === 'is' ? ['2026-01-03..2026-01-12', '2026-01-05..2026-01-05'] : []),
      '2026-01-01T12:00:00Z',
      ...none,
    )
  if (field === 'team') return fc.constantFrom(idOf.team('Facilities'), idOf.team('Finance'), 'mine', ...none)
  if (field === 'studio')
    return fc.constantFrom(idOf.studio('Kwality House, Kemps Corner'), idOf.studio('Supreme HQ, Bandra'))
  if (field === 'client') return fc.constantFrom('none', ...clients)
  if (field === 'category') return fc.constant(idOf.category('Facility & Amenities'))
  return fc.constant(idOf.subcategory('Facility & Amenities', 'Parking'))
}

import fc from 'fast-check'
import { type Condition, type FormField, FormFields } from '../forms.ts'

const options = ['hot', 'cold', 'noise'].map((value) => ({ value, label: value }))
const id = 'a1b2c3d4-0000-4000-8000-00000000000a'

type Shape = Record<string, unknown> & { type: FormField['type'] }

/** Each kind of field, with answers that fit it. */
const kinds: [Shape, unknown[]][] = [
  [{ type: 'text' }, ['AC drips', ' padded ']],
  [{ type: 'text', maxLength: 3 }, ['abc']],
  [{ type: 'textarea' }, ['two\nlines']],
  [{ type: 'number', min: 0, max: 60, integer: true }, [0, 60]],
  [{ type: 'number' }, [-1.5, -0]],
  [{ type: 'email' }, ['Asha@Example.com']],
  [{ type: 'phone' }, ['+91 98200 12345']],
  [{ type: 'date', notInFuture: true }, ['2026-11-22']],
  [{ type: 'datetime' }, ['2026-11-22T18:42:00+05:30', '2026-01-01T00:00:00Z']],
  [{ type: 'datetime', notInFuture: true }, ['2026-11-22T18:42:00+05:30']],
  [{ type: 'select', options }, ['hot', 'cold']],
  [{ type: 'radio', options }, ['noise']],
  [{ type: 'multiselect', options }, [['hot'], ['cold', 'noise']]],
  [{ type: 'checkbox' }, [true, false]],
  [{ type: 'rating' }, [1, 5]],
  [{ type: 'file', accept: 'any' }, [[id.toUpperCase()]]],
  [{ type: 'lookup', of: 'studio' }, [id.toUpperCase(), id]],
]

type Draft = { shape: Shape; fitting: unknown; required: boolean; condition: unknown }

const value = fc.constantFrom<string | number | boolean>('hot', 'noise', 'AC drips', 0, 5, true, false, id)
const aboutEarlier = (field: string) =>
  fc.oneof(
    fc.record({ field: fc.constant(field), is: value }),
    fc.record({
      field: fc.constant(field),
      isOneOf: fc.array(
        value.filter((v) => typeof v !== 'boolean'),
        { minLength: 1 },
      ),
    }),
    fc.record({ field: fc.constant(field), isAnswered: fc.constant(true as const) }),
  ) as fc.Arbitrary<Condition>

const grouped = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> => {
  const parts = fc.array(part, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
  )
}

/** Also groups within groups. */
const conditionOn = (count: number): fc.Arbitrary<Condition | undefined> => {
  if (count === 0) return fc.constant(undefined)
  const leaf = fc.nat(count - 1).chain((index) => aboutEarlier(`f${index}`))
  return fc.option(
    fc.oneof(
      { weight: 6, arbitrary: leaf },
      { weight: 3, arbitrary: grouped(leaf) },
      { weight: 1, arbitrary: grouped(fc.oneof(leaf, grouped(leaf))) },
    ),
    { nil: undefined },
  )
}

const draft = (index: number): fc.Arbitrary<Draft> =>
  fc.constantFrom(...kinds).chain(([shape, answers]) =>
    fc.record({
      shape: fc.constant(shape),
      fitting: fc.constantFrom(...answers),
      required: fc.boolean(),
      condition: conditionOn(index),
    }),
  )

const drafts = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => draft(i))))

const asForm = (each: readonly Draft[]): FormField[] =>
  FormFields.parse(
    each.map(({ shape, required, condition }, index) => ({
      key: `f${index}`,
      label: 'A question',
      required,
      ...shape,
      ...(condition === undefined ? {} : { visibleWhen: condition }),
    })),
  )

/** Up to eight fields of any type, f0 to f7, with conditions on those above. */
export const anyForm: fc.Arbitrary<FormField[]> = drafts.map(asForm)

/** A form, and mostly fitting answers: some left out, some of another field's kind. */
export const formWithAnswers: fc.Arbitrary<[FormField[], Record<string, unknown>]> = drafts.chain((each) =>
  fc
    .tuple(
      ...each.map(({ fitting }) =>
        fc.oneof(
          { weight: 20, arbitrary: fc.constant(fitting) },
          { weight: 2, arbitrary: fc.constantFrom(undefined, null, '', []) },
          { weight: 1, arbitrary: fc.jsonValue() },
        ),
      ),
    )
    .map((answers): [FormField[], Record<string, unknown>] => [
      asForm(each),
      Object.fromEntries(answers.flatMap((answer, index) => (answer === undefined ? [] : [[`f${index}`, answer]]))),
    ]),
)

/** Answers by keys of `anyForm` and others, of any JSON. */
export const anyAnswers: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.oneof(
    fc.nat(9).map((index) => `f${index}`),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'f 0', ''),
  ),
  fc.oneof(fc.constantFrom(...kinds.flatMap(([, answers]) => answers)), fc.jsonValue()),
)

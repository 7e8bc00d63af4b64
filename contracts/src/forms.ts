import { z } from 'zod'
import { lineOfText } from './common.ts'

const FieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)

/** When a field shows: a claim about answers given above it. */
export type Condition =
  | { field: string; is: string | number | boolean }
  | { field: string; isOneOf: (string | number)[] }
  | { field: string; isAnswered: true }
  | { all: Condition[] }
  | { any: Condition[] }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: FieldKey, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: FieldKey, isOneOf: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ field: FieldKey, isAnswered: z.literal(true) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
)

export const FieldOption = z.strictObject({ value: z.string().min(1).max(60), label: lineOfText(80) })
export type FieldOption = z.infer<typeof FieldOption>

const base = {
  key: FieldKey,
  label: lineOfText(80),
  help: lineOfText(200).optional(),
  required: z.boolean().optional(),
  visibleWhen: Condition.optional(),
}
const options = z.array(FieldOption).min(2).max(40)

export const LookupKind = z.enum(['studio', 'trainer', 'class_type', 'package'])
export type LookupKind = z.infer<typeof LookupKind>

/**
 * One question of a form. An answer's shape follows its type: text, textarea, email, phone, select, radio → string;
 * number, rating → number; date → `2026-11-22`; datetime → ISO instant; multiselect → string[]; checkbox → boolean;
 * lookup → id of the chosen entry; file → ids of uploaded files.
 */
export const FormField = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('text'), maxLength: z.int().max(500).optional() }),
  z.strictObject({ ...base, type: z.literal('textarea'), maxLength: z.int().max(10_000).optional() }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().optional(),
    unit: z.string().max(20).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('email') }),
  z.strictObject({ ...base, type: z.literal('phone') }),
  z.strictObject({ ...base, type: z.literal('date'), notInFuture: z.boolean().optional() }),
  z.strictObject({ ...base, type: z.literal('datetime'), notInFuture: z.boolean().optional() }),
  z.strictObject({ ...base, type: z.literal('select'), options }),
  z.strictObject({ ...base, type: z.literal('radio'), options }),
  z.strictObject({ ...base, type: z.literal('multiselect'), options }),
  z.strictObject({ ...base, type: z.literal('checkbox') }),
  z.strictObject({
    ...base,
    type: z.literal('rating'),
    lowLabel: z.string().max(40).optional(),
    highLabel: z.string().max(40).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('file'), accept: z.enum(['image', 'any']) }),
  z.strictObject({ ...base, type: z.literal('lookup'), of: LookupKind }),
])
export type FormField = z.infer<typeof FormField>

export const FieldType = z.enum([
  'text',
  'textarea',
  'number',
  'email',
  'phone',
  'date',
  'datetime',
  'select',
  'radio',
  'multiselect',
  'checkbox',
  'rating',
  'file',
  'lookup',
] satisfies FormField['type'][])

export const FormFields = z.array(FormField).max(60)

export type AnswerValue = string | number | boolean | string[]
export const AnswerValue = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(40),
])

/** By field key, as typed; what they mean is checked against the form. */
export const Answers = z.record(FieldKey, AnswerValue)
export type Answers = z.infer<typeof Answers>

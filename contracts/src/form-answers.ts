import { z } from 'zod'
import { notAnInstant, text } from './common.ts'
import type { FieldError } from './errors.ts'
import { givenAnswer, isAnswers, visibleFields } from './form-visibility.ts'
import type { Answers, FormField } from './forms.ts'

/** When, and where the person sits: "not in the future" is judged on their clock. Without a zone, the runtime's. */
export type AnsweredAt = { now: Date; timeZone?: string | undefined }

export type ValidatedAnswers = { ok: true; answers: Answers } | { ok: false; errors: FieldError[] }

/**
 * The answers as they are stored, or what to tell the person at which field (`answers.<key>`), in form order. Takes
 * anything, never throws. Whether chosen lookup entries and files exist is checked elsewhere.
 */
export function validateAnswers(fields: readonly FormField[], answers: unknown, at: AnsweredAt): ValidatedAnswers {
  // A schema that is used once is not worth compiling.
  const result = answersSchema(fields, answers, at).safeParse(answers, { jitless: true })
  return result.success ? { ok: true, answers: result.data } : { ok: false, errors: fieldErrors(result.error.issues) }
}

/**
 * The schema of the fields that show for these answers. Answers to hidden fields and blank ones are dropped, unknown
 * keys refused. A required checkbox has to be ticked.
 */
export function answersSchema(fields: readonly FormField[], answers: unknown, at: AnsweredAt): z.ZodType<Answers> {
  const visible = visibleFields(fields, answers)
  const known = new Set(fields.map(({ key }) => key))
  const shape = Object.fromEntries(visible.map((field) => [field.key, fieldSchema(field, at)]))

  const withoutHiddenAndBlank = (sent: unknown): unknown => {
    if (!isAnswers(sent)) return sent
    const given = visible.map((field): [string, unknown] => [field.key, givenAnswer(field, sent)])
    const unknown = Object.entries(sent).filter(([key]) => !known.has(key))
    // Without a prototype, so that a field may be called "constructor" and `__proto__` is just an unknown key.
    return Object.assign(
      Object.create(null),
      Object.fromEntries([...given.filter(([, answer]) => answer !== undefined), ...unknown]),
    )
  }

  const schema = z.preprocess(withoutHiddenAndBlank, z.strictObject(shape, { error: formError }))
  // Which keys there are is only known at run time.
  return schema as z.ZodType as z.ZodType<Answers>
}

const formError = (issue: { code?: string }): string =>
  issue.code === 'unrecognized_keys' ? 'Not a question of this form' : 'Answers are an object by field key'

function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const errors = new Map<string, string>()
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1)
    const paths = keys.length > 0 ? keys.map((key) => `answers.${String(key)}`) : ['answers']
    for (const path of paths) if (!errors.has(path)) errors.set(path, issue.message)
  }
  return [...errors].map(([path, message]) => ({ path, message }))
}

function fieldSchema(field: FormField, at: AnsweredAt): z.ZodType {
  const schema = answerSchema(field, at)
  if (!field.required) return schema.optional()
  return field.type === 'checkbox' ? schema.refine((ticked) => ticked === true, { error: TICK }) : schema
}

/** What a required field says when it is empty, and what any field says when it holds something else altogether. */
const say = (missing: string, wrong = missing) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? missing : wrong),
})

const TICK = 'Tick this to go on'

function answerSchema(field: FormField, at: AnsweredAt): z.ZodType {
  switch (field.type) {
    case 'text':
      return textSchema(field.maxLength ?? 500)
    case 'textarea':
      return textSchema(field.maxLength ?? 10_000)
    case 'number':
      return numberSchema(field)
    case 'email':
      return z.email(say('Enter an e-mail address', 'An e-mail address looks like name@example.com')).max(254, {
        error: 'At most 254 characters',
      })
    case 'phone':
      return z
        .string(say('Enter a phone number'))
        .refine(isPhoneNumber, { error: 'A phone number has 7 to 15 digits, such as +91 98200 12345' })
    case 'date':
      return dateSchema(field.notInFuture, at)
    case 'datetime':
      return datetimeSchema(field.notInFuture, at)
    case 'select':
    case 'radio':
      return optionSchema(field.options)
    case 'multiselect':
      return listSchema(optionSchema(field.options), 'Choose at least one', 'Each option only once')
    case 'checkbox':
      return z.boolean(say(TICK, 'Tick this or leave it empty'))
    case 'rating':
      return z
        .number(say('Choose 1 to 5'))
        .refine((value) => [1, 2, 3, 4, 5].includes(value), { error: 'Choose 1 to 5' })
    case 'lookup':
      return z.uuid(say('Choose one', 'Choose one from the list'))
    case 'file':
      return listSchema(
        z.uuid({ error: 'Add this file again' }),
        field.accept === 'image' ? 'Add a photo' : 'Add a file',
        'Each file only once',
      ).max(40, {
        error: 'At most 40 files',
      })
  }
}

const textSchema = (max: number) =>
  z
    .string(say('Fill this in', 'Enter text'))
    .max(max, {
      error: ({ input }) => `At most ${inWords(max)} characters; these are ${inWords(String(input).length)}`,
    })
    .pipe(text(max))

function numberSchema({ min, max, integer, unit }: Extract<FormField, { type: 'number' }>) {
  const [low, high] = [min ?? -Infinity, max ?? Infinity]
  const limits = min === undefined ? `At most ${high}` : max === undefined ? `At least ${low}` : `${low} to ${high}`
  return z
    .number(say('Enter a number'))
    .refine((value) => !integer || Number.isSafeInteger(value), { error: 'Enter a whole number', abort: true })
    .refine((value) => value >= low && value <= high, { error: unit ? `${limits} ${unit}` : limits })
}

/** Digits may be grouped as people write them. */
const isPhoneNumber = (value: string): boolean => {
  const digits = value.replace(/\D/g, '').length
  return /^\+?[\d\s().-]{1,40}$/.test(value) && digits >= 7 && digits <= 15
}

const dateSchema = (notInFuture = false, { now, timeZone }: AnsweredAt) =>
  z.iso
    .date(say('Choose a day', 'Not a day of the calendar'))
    .refine(isInReach, { error: 'Not a day we can plan with', abort: true })
    .refine((day) => !notInFuture || day <= new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now), {
      error: () =>
        `In the future. Today is ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(now)}.`,
    })

/** A minute of grace: pickers round up and clocks differ. */
const datetimeSchema = (notInFuture = false, { now, timeZone }: AnsweredAt) =>
  z.iso
    .datetime({
      offset: true,
      error: ({ input }) => (input === undefined ? 'Choose a day and time' : notAnInstant(input)),
    })
    .refine(isInReach, { error: 'Not a time we can plan with', abort: true })
    .refine((value) => !notInFuture || Date.parse(value) <= now.getTime() + 60_000, {
      error: () =>
        `In the future. It is ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(now)} now.`,
    })

/** Typing errors such as the year 0026 end here, and so does what the database cannot store. */
const isInReach = (value: string): boolean => value >= '1900' && value < '2200'

function optionSchema(options: readonly { value: string }[]) {
  const values = new Set(options.map(({ value }) => value))
  return z
    .string(say('Choose one', 'Choose one of the options'))
    .refine((value) => values.has(value), { error: 'Choose one of the options' })
}

const listSchema = (item: z.ZodType<string>, missing: string, repeated: string) =>
  z.array(item, say(missing)).refine((items) => new Set(items).size === items.length, { error: repeated })

const inWords = (count: number): string => count.toLocaleString('en-IN')

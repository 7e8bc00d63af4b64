import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { answersSchema, validateAnswers } from './form-answers.ts'
import { visibleFields } from './form-visibility.ts'
import { FormField, FormFields } from './forms.ts'
import { anyAnswers, anyForm, formWithAnswers } from './test/any-form.ts'

z.config({ jitless: true })

const at = { now: new Date('2026-11-22T13:12:00Z'), timeZone: 'Asia/Kolkata' }
const id = 'a1b2c3d4-0000-4000-8000-00000000000a'
const options = ['hot', 'cold', 'noise'].map((value) => ({ value, label: value }))

const field = (rest: Record<string, unknown>) => FormField.parse({ key: 'it', label: 'It', ...rest })
const ask = (rest: Record<string, unknown>, answer: unknown) => validateAnswers([field(rest)], { it: answer }, at)

test.each<[string, Record<string, unknown>, unknown, unknown]>([
  ['text is trimmed', { type: 'text' }, '  AC drips \n', 'AC drips'],
  ['a long story', { type: 'textarea' }, 'x'.repeat(10_000), 'x'.repeat(10_000)],
  ['Hindi', { type: 'text' }, 'एसी बंद है', 'एसी बंद है'],
  ['an e-mail address in lower case', { type: 'email' }, ' Asha@Example.com', 'asha@example.com'],
  ['a phone number as written', { type: 'phone' }, '+91 98200-12345', '+91 98200-12345'],
  ['a short phone number', { type: 'phone' }, '2345678', '2345678'],
  ['zero', { type: 'number', min: 0, max: 60 }, 0, 0],
  ['a leap day', { type: 'date' }, '2028-02-29', '2028-02-29'],
  ['today where the person is', { type: 'date', notInFuture: true }, '2026-11-22', '2026-11-22'],
  ['an instant in UTC', { type: 'datetime' }, '2026-11-22T18:42:00+05:30', '2026-11-22T13:12:00.000Z'],
  ['just now', { type: 'datetime', notInFuture: true }, '2026-11-22T13:12:59Z', '2026-11-22T13:12:59.000Z'],
  ['an option', { type: 'radio', options }, 'hot', 'hot'],
  ['several options', { type: 'multiselect', options }, ['cold', 'hot'], ['cold', 'hot']],
  ['no tick', { type: 'checkbox' }, false, false],
  ['a tick', { type: 'checkbox', required: true }, true, true],
  ['a rating', { type: 'rating' }, 5, 5],
  ['a lookup entry', { type: 'lookup', of: 'trainer' }, id.toUpperCase(), id],
  ['files', { type: 'file', accept: 'image' }, [id], [id]],
])('stored: %s', (_, rest, answer, stored) => {
  expect(ask(rest, answer)).toEqual({ ok: true, answers: { it: stored } })
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['blank text', ' \n'],
  ['an empty list', []],
  ['no number', Number.NaN],
])('%s is no answer', (_, answer) => {
  expect(ask({ type: 'text' }, answer)).toEqual({ ok: true, answers: {} })
  expect(ask({ type: 'text', required: true }, answer)).toMatchObject({ ok: false })
})

test.each<[Record<string, unknown>, string]>([
  [{ type: 'text' }, 'Fill this in'],
  [{ type: 'textarea' }, 'Fill this in'],
  [{ type: 'number' }, 'Enter a number'],
  [{ type: 'email' }, 'Enter an e-mail address'],
  [{ type: 'phone' }, 'Enter a phone number'],
  [{ type: 'date' }, 'Choose a day'],
  [{ type: 'datetime' }, 'Choose a day and time'],
  [{ type: 'select', options }, 'Choose one'],
  [{ type: 'radio', options }, 'Choose one'],
  [{ type: 'multiselect', options }, 'Choose at least one'],
  [{ type: 'checkbox' }, 'Tick this to go on'],
  [{ type: 'rating' }, 'Choose 1 to 5'],
  [{ type: 'lookup', of: 'package' }, 'Choose one'],
  [{ type: 'file', accept: 'image' }, 'Add a photo'],
  [{ type: 'file', accept: 'any' }, 'Add a file'],
])('a required %j left empty says "%s"', (rest, message) => {
  const errors = [{ path: 'answers.it', message }]
  expect(validateAnswers([field({ ...rest, required: true })], {}, at)).toEqual({ ok: false, errors })
})

const PHONE = 'A phone number has 7 to 15 digits, such as +91 98200 12345'
const EMAIL = 'An e-mail address looks like name@example.com'

test.each<[string, Record<string, unknown>, unknown, string]>([
  ['longer than asked for', { type: 'text', maxLength: 5 }, '123456', 'At most 5 characters; these are 6'],
  ['a line over 500', { type: 'text' }, 'x'.repeat(501), 'At most 500 characters; these are 501'],
  ['a story over 10,000', { type: 'textarea' }, 'x'.repeat(10_001), 'At most 10,000 characters; these are 10,001'],
  ['a NUL', { type: 'text' }, 'a\u0000b', 'Contains characters that cannot be stored'],
  ['half a character', { type: 'text' }, 'a\ud800', 'Contains characters that cannot be stored'],
  ['a number as text', { type: 'text' }, 5, 'Enter text'],
  ['text as a number', { type: 'number' }, '5', 'Enter a number'],
  ['infinity', { type: 'number' }, Infinity, 'Enter a number'],
  ['half a client', { type: 'number', integer: true }, 1.5, 'Enter a whole number'],
  ['too many', { type: 'number', min: 0, max: 60, unit: 'clients' }, 61, '0 to 60 clients'],
  ['too few', { type: 'number', min: 1 }, 0, 'At least 1'],
  ['over a limit', { type: 'number', max: 9 }, 10, 'At most 9'],
  ['half an address', { type: 'email' }, 'asha@', EMAIL],
  ['six digits', { type: 'phone' }, '123456', PHONE],
  ['sixteen digits', { type: 'phone' }, '1234567890123456', PHONE],
  ['letters', { type: 'phone' }, '98200 12345 ext 4', PHONE],
  ['no such day', { type: 'date' }, '2026-02-29', 'Not a day of the calendar'],
  ['another notation', { type: 'date' }, '22/11/2026', 'Not a day of the calendar'],
  ['the year 26', { type: 'date' }, '0026-11-22', 'Not a day we can plan with'],
  ['tomorrow', { type: 'date', notInFuture: true }, '2026-11-23', 'In the future. Today is 22 November 2026.'],
  ['no zone', { type: 'datetime' }, '2026-11-22T10:00:00', 'Not a day and time of the calendar'],
  ['a day alone', { type: 'datetime' }, '2026-11-22, ', 'Say the time, too'],
  ['a time alone', { type: 'datetime' }, ', 17:30', 'Say the day, too'],
  ['neither', { type: 'datetime' }, 'soon, later', 'Not a day and time of the calendar'],
  ['no such time', { type: 'datetime' }, '2026-02-30T10:00:00Z', 'Not a day and time of the calendar'],
  ['the year 0', { type: 'datetime' }, '0000-01-01T10:00:00Z', 'Not a time we can plan with'],
  ['beyond reach', { type: 'datetime' }, '9999-12-31T23:59:00-10:00', 'Not a time we can plan with'],
  ['later', { type: 'datetime', notInFuture: true }, '2026-11-22T18:44:00+05:30', 'In the future. It is 18:42 now.'],
  ['not offered', { type: 'select', options }, 'warm', 'Choose one of the options'],
  ['a property of every object', { type: 'radio', options }, 'toString', 'Choose one of the options'],
  ['one not offered', { type: 'multiselect', options }, ['hot', 'warm'], 'Choose one of the options'],
  ['twice', { type: 'multiselect', options }, ['hot', 'hot'], 'Each option only once'],
  ['not a list', { type: 'multiselect', options }, 'hot', 'Choose at least one'],
  ['neither yes nor no', { type: 'checkbox' }, 'yes', 'Tick this or leave it empty'],
  ['an empty tick', { type: 'checkbox', required: true }, false, 'Tick this to go on'],
  ['no stars', { type: 'rating' }, 0, 'Choose 1 to 5'],
  ['half stars', { type: 'rating' }, 2.5, 'Choose 1 to 5'],
  ['a name', { type: 'lookup', of: 'trainer' }, 'Asha', 'Choose one from the list'],
  ['not a file', { type: 'file', accept: 'any' }, ['photo.jpg'], 'Add this file again'],
  ['a file twice', { type: 'file', accept: 'any' }, [id, id.toUpperCase()], 'Each file only once'],
])('refused: %s', (_, rest, answer, message) => {
  expect(ask(rest, answer)).toEqual({ ok: false, errors: [{ path: 'answers.it', message }] })
})

const temperature = FormFields.parse([
  { key: 'problem', label: 'Problem', type: 'radio', options, required: true },
  { key: 'noiseKind', label: 'Noise', type: 'text', required: true, visibleWhen: { field: 'problem', is: 'noise' } },
  { key: 'severity', label: 'How bad', type: 'rating', required: true },
])

test('an answer to a field that no longer shows is dropped, and not asked for', () => {
  const answers = { problem: 'hot', noiseKind: 'hum', severity: 4 }
  expect(validateAnswers(temperature, answers, at)).toEqual({ ok: true, answers: { problem: 'hot', severity: 4 } })
})

test('errors come in the order of the form, unknown keys last', () => {
  const sent = JSON.parse('{"__proto__": 1, "toString": 2, "severity": 9, "problem": "noise"}')
  expect(validateAnswers(temperature, sent, at)).toEqual({
    ok: false,
    errors: [
      { path: 'answers.noiseKind', message: 'Fill this in' },
      { path: 'answers.severity', message: 'Choose 1 to 5' },
      { path: 'answers.__proto__', message: 'Not a question of this form' },
      { path: 'answers.toString', message: 'Not a question of this form' },
    ],
  })
})

test('a field may be called like a property of every object', () => {
  const form = [field({ key: 'constructor', type: 'text' }), field({ key: 'valueOf', type: 'text', required: true })]
  expect(validateAnswers(form, {}, at)).toMatchObject({ ok: false, errors: [{ path: 'answers.valueOf' }] })
  expect(validateAnswers(form, { valueOf: 'x' }, at)).toEqual({ ok: true, answers: { valueOf: 'x' } })
})

test.each([null, undefined, [], 'text', 7, true])('%j is not a set of answers', (sent) => {
  const errors = [{ path: 'answers', message: 'Answers are an object by field key' }]
  expect(validateAnswers(temperature, sent, at)).toEqual({ ok: false, errors })
})

test('the schema alone decides the same', () => {
  fc.assert(
    fc.property(formWithAnswers, ([form, answers]) => {
      expect(answersSchema(form, answers, at).safeParse(answers).success).toBe(validateAnswers(form, answers, at).ok)
    }),
  )
})

test('what was stored is valid again and stays as it is, also after a trip through JSON', () => {
  let stored = 0
  fc.assert(
    fc.property(formWithAnswers, ([form, answers]) => {
      const first = validateAnswers(form, answers, at)
      if (!first.ok) return
      stored += 1
      expect(validateAnswers(form, first.answers, at)).toEqual(first)
      expect(validateAnswers(form, JSON.parse(JSON.stringify(first.answers)), at)).toEqual(first)
    }),
    { numRuns: 500 },
  )
  expect(stored).toBeGreaterThan(50)
})

test('no hidden answer survives, and every required field that shows is answered', () => {
  fc.assert(
    fc.property(formWithAnswers, ([form, answers]) => {
      const result = validateAnswers(form, answers, at)
      if (!result.ok) return
      const visible = visibleFields(form, answers)
      const required = visible.filter((each) => each.required).map(({ key }) => key)
      expect(visible.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(result.answers)))
      expect(Object.keys(result.answers)).toEqual(expect.arrayContaining(required))
      expect(visibleFields(form, result.answers)).toEqual(visible)
    }),
    { numRuns: 500 },
  )
})

test('every error names a field that shows or an unknown one, once', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const result = validateAnswers(form, answers, at)
      if (result.ok) return
      const paths = result.errors.map(({ path }) => path.replace(/^answers\./, ''))
      const hidden = form.filter((each) => !visibleFields(form, answers).includes(each)).map(({ key }) => key)
      expect(paths.filter((path) => hidden.includes(path))).toEqual([])
      expect(new Set(paths).size).toBe(paths.length)
    }),
  )
})

test('nothing that can be sent makes it throw', () => {
  fc.assert(
    fc.property(anyForm, fc.jsonValue(), (form, sent) => {
      expect(() => validateAnswers(form, sent, at)).not.toThrow()
    }),
  )
})

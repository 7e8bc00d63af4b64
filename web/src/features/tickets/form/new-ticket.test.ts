import type { Form } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { checkNewTicket, emptyClient, emptyTicket, NewTicketValues } from './new-ticket.ts'

const at = { now: new Date('2026-11-21T13:12:00Z'), timeZone: 'Asia/Kolkata' }
const [subcategoryId, studioId, formVersionId] = [
  '0197a1b0-0000-7000-8000-000000000001',
  '0197a1b0-0000-7000-8000-000000000002',
  '0197a1b0-0000-7000-8000-000000000003',
]

const form: Form = {
  formVersionId,
  version: 3,
  fields: [
    {
      type: 'radio',
      key: 'problem',
      label: 'Problem',
      required: true,
      options: [
        { value: 'noise', label: 'Noise' },
        { value: 'smell', label: 'Smell' },
      ],
    },
    { type: 'text', key: 'noise', label: 'Which noise', visibleWhen: { field: 'problem', is: 'noise' } },
  ],
}

const filled = { ...emptyTicket, subcategoryId, studioId, answers: { problem: 'smell' } }

const pathsOf = (values: NewTicketValues) => {
  const checked = checkNewTicket(values, form, at)
  return checked.ok ? [] : checked.errors.map((error) => error.path)
}

test('an empty page says everything that is missing, in the order of the page', () => {
  expect(pathsOf(emptyTicket)).toEqual(['subcategoryId', 'studioId', 'answers.problem'])
})

test('sends what says something, and nothing else', () => {
  expect(checkNewTicket({ ...filled, title: '  ', description: ' Wet floor ' }, form, at)).toEqual({
    ok: true,
    body: { subcategoryId, studioId, description: 'Wet floor', formVersionId, answers: { problem: 'smell' } },
  })
})

test('answers to hidden fields and to other forms are kept on the page but not sent', () => {
  const values = { ...filled, answers: { problem: 'smell', noise: 'rattling', other: 'of another form' } }
  expect(checkNewTicket(values, form, at)).toMatchObject({ ok: true, body: { answers: { problem: 'smell' } } })
})

test.each([
  ['a client without a name', { client: { ...emptyClient, phone: '98200 00057' } }, 'client.name'],
  ['no e-mail address', { client: { ...emptyClient, name: 'Oviya', email: 'oviya@' } }, 'client.email'],
  ['no phone number', { client: { ...emptyClient, name: 'Oviya', phone: 'none' } }, 'client.phone'],
  ['a title too long', { title: 'x'.repeat(201) }, 'title'],
])('%s is said at its field', (_, changes, path) => expect(pathsOf({ ...filled, ...changes })).toEqual([path]))

test('a known client is sent by id', () => {
  const knownClient = {
    id: studioId,
    name: 'Oviya',
    maskedPhone: null,
    membershipNumber: null,
    status: 'trial' as const,
  }
  expect(checkNewTicket({ ...filled, knownClient }, form, at)).toMatchObject({ body: { client: { id: studioId } } })
})

test('a draft from another version of the page keeps what can be understood', () => {
  expect(NewTicketValues.parse({ title: 'Wet floor', studioId: 7, clientMood: 'cheerful', gone: true })).toEqual({
    ...emptyTicket,
    title: 'Wet floor',
  })
})

import type { FormField, Ticket } from '@physique57/contracts'
import { describe, expect, test } from 'vitest'
import { checkEdit, valuesOf } from './edit-ticket.ts'
import { emptyClient } from './new-ticket.ts'

const fields: FormField[] = [
  { key: 'what', type: 'text', label: 'What', required: true },
  { key: 'howBad', type: 'rating', label: 'How bad' },
]
const other = {
  formVersionId: 'f2',
  version: 1,
  fields: [{ key: 'problem', type: 'text' as const, label: 'Problem', required: true }],
}
// what the form reads of a ticket
const ticket = {
  title: 'No space',
  description: 'At seven',
  subcategory: { id: 's1', name: 'Parking' },
  studio: { id: '0190c8a0-0000-7000-8000-000000000001' },
  client: null,
  clientMood: 'angry',
  tags: [],
  source: 'phone',
  occurredAt: null,
  followUpAt: '2026-12-01T00:00:00.000Z',
  actionTaken: '',
  form: { formVersionId: 'f1', version: 1, fields },
  answers: { what: 'full', howBad: 3 },
} as unknown as Ticket
const at = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Asia/Kolkata' }
const check = (changes: object, form = ticket.form) => checkEdit(ticket, { ...valuesOf(ticket), ...changes }, form, at)

describe('an edit sends', () => {
  test.each([
    ['nothing where nothing changed', {}, {}],
    ['nothing for blanks', { title: ' No space ' }, {}],
    ['the words that changed', { description: 'At eight' }, { description: 'At eight' }],
    ['what was cleared', { followUpAt: null, description: '' }, { followUpAt: null, description: '' }],
    [
      'all answers when one changed',
      { answers: { what: 'full', howBad: 5 } },
      { answers: { what: 'full', howBad: 5 }, formVersionId: 'f1' },
    ],
    ['nothing for an answer typed and put back', { answers: { what: ' full ', howBad: 3 } }, {}],
    ['a new client', { client: { ...emptyClient, name: 'Kavya' } }, { client: { name: 'Kavya' } }],
  ])('%s', (_, changes, patch) => expect(check(changes)).toEqual({ ok: true, patch }))

  test('another category with the answers to its own form', () => {
    const changes = { subcategoryId: 's2', answers: { problem: 'hot', what: 'full' } }
    expect(check(changes, other)).toEqual({
      ok: true,
      patch: { subcategoryId: 's2', formVersionId: 'f2', answers: { problem: 'hot' } },
    })
  })
})

describe('an edit is stopped', () => {
  test.each([
    ['at an empty title', { title: '  ' }, ['title']],
    ['at a required answer that was cleared', { answers: { what: '', howBad: 3 } }, ['answers.what']],
    ['at a client without a name', { client: emptyClient }, ['client.name']],
  ])('%s', (_, changes, paths) => {
    const checked = check(changes)
    expect(checked.ok ? [] : checked.errors.map(({ path }) => path)).toEqual(paths)
  })

  test('while the questions of another category are not there', () => {
    expect(checkEdit(ticket, { ...valuesOf(ticket), subcategoryId: 's2' }, undefined, at).ok).toBe(false)
  })
})

import type { FormField } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { describeAnswer } from './describe-answer.ts'

const options = [
  { value: 'floor', label: 'Studio floor' },
  { value: 'room', label: 'Changing room' },
]
const base = { key: 'a', label: 'A' }

test.each([
  [{ ...base, type: 'select', options }, 'floor', 'Studio floor'],
  [{ ...base, type: 'select', options }, 'attic', 'attic'],
  [{ ...base, type: 'multiselect', options }, ['floor', 'room'], 'Studio floor, Changing room'],
  [{ ...base, type: 'lookup', of: 'trainer' }, 'id-1', 'Meera Iyer'],
  [{ ...base, type: 'lookup', of: 'trainer' }, 'id-2', 'No longer in the list'],
  [{ ...base, type: 'checkbox' }, true, 'Yes'],
  [{ ...base, type: 'rating' }, 4, '4 of 5'],
  [{ ...base, type: 'number', unit: 'clients' }, 1400, '1,400 clients'],
  [{ ...base, type: 'date' }, '2026-11-22', 'Sun 22 Nov 2026'],
  [{ ...base, type: 'datetime' }, '2026-11-20T01:30:00Z', 'Fri 20 Nov 2026, 07:00 IST'],
  [{ ...base, type: 'file', accept: 'image' }, ['x'], '1 file'],
  [{ ...base, type: 'text' }, 'शावर', 'शावर'],
] satisfies [FormField, string | number | boolean | string[], string][])('%o %o → %s', (field, value, words) => {
  expect(describeAnswer(field, value, { 'id-1': 'Meera Iyer' }, 'Asia/Kolkata')).toBe(words)
})

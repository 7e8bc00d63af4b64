import type { FormField } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { clashingQuestions } from './clashing-questions.ts'

const rating: FormField = { key: 'howBad', label: 'How bad', type: 'rating' }
const words: FormField = { key: 'howBad', label: 'How bad', type: 'text' }
const trainer: FormField = { key: 'who', label: 'Who', type: 'lookup', of: 'trainer' }
const studio: FormField = { key: 'who', label: 'Who', type: 'lookup', of: 'studio' }

test.each<[string, FormField[], FormField[], number]>([
  ['the same question', [rating], [rating], 0],
  ['the same question in other words', [{ ...rating, label: 'How serious' }], [rating], 0],
  ['the same answer, asked for in another way', [{ ...words, type: 'textarea' }], [words], 0],
  ['another type under the same key', [words], [rating], 1],
  ['a lookup of something else', [trainer], [studio], 1],
  ['other keys', [trainer], [rating], 0],
])('%s', (_, fields, other, clashes) => {
  expect(clashingQuestions(fields, [{ name: 'Parking', fields: other }])).toHaveLength(clashes)
})

test('says which form asks it otherwise, at the key', () => {
  expect(clashingQuestions([trainer, words], [{ name: 'Parking', fields: [rating] }])).toEqual([
    { path: '1.key', message: '“Parking” asks for another kind of answer under “howBad”' },
  ])
})

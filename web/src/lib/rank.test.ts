import { expect, test } from 'vitest'
import { marked, rank } from './rank.ts'

const options = [
  { label: 'Class Pacing', hint: 'Class Experience' },
  { label: 'Accessibility', hint: 'Facility & Amenities' },
  { label: 'Temperature Control', hint: 'Facility & Amenities', keywords: ['AC', 'air conditioning'] },
  { label: 'Café', hint: 'Facility & Amenities' },
]
const labels = (query: string) => rank(options, query).map(({ label }) => label)

test('what people call it comes before what merely contains the letters', () => {
  expect(labels('ac')).toEqual(['Temperature Control', 'Accessibility', 'Class Pacing'])
})

test('words in any order, in label, alias or hint; accents do not count', () => {
  expect(labels('facility temp')).toEqual(['Temperature Control'])
  expect(labels('cafe')).toEqual(['Café'])
  expect(labels('sauna')).toEqual([])
})

test('marks what was typed', () => {
  expect(marked('Class Pacing', 'AC')).toEqual(['Class P', 'ac', 'ing'])
  expect(marked('Café', 'x')).toEqual(['Café'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, markWords } from './mark-words.ts'

const marked = (text: string, ...words: string[]) =>
  markWords(text, { words, phrases: [] })
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('')

test.each([
  ['as it stands', 'AC not cooling', ['ac'], '[AC] not cooling'],
  ['another form', 'It leaks, it leaked', ['leaking'], 'It [leaks], it [leaked]'],
  ['begun', 'Temperature control', ['temp'], '[Temperature] control'],
  ['one letter missing', 'The shower is cold', ['showr'], 'The [shower] is cold'],
  ['two letters swapped', 'Washroom on floor two', ['wahsroom'], '[Washroom] on floor two'],
  ['accents', 'Café closed', ['cafe'], '[Café] closed'],
  ['Hindi', 'तौलिया नहीं मिला', ['तौलिया'], '[तौलिया] नहीं मिला'],
  ['short words exactly', 'The cat sat', ['car'], 'The cat sat'],
  ['not inside of a word', 'Black mats', ['ac'], 'Black mats'],
])('%s', (_, text, words, expected) => expect(marked(text, ...words)).toBe(expected))

test('phrases are marked word by word', () => {
  expect(markWords('the main floor', { words: [], phrases: ['main floor'] }).filter(({ isHit }) => isHit)).toHaveLength(
    2,
  )
})

test('an excerpt of a long text shows the hit', () => {
  const text = `${'Nothing here to see. '.repeat(30)}The compressor trips. ${'Nothing here either. '.repeat(30)}`
  const parts = excerpt(text, { words: ['compressor'], phrases: [] })
  expect(parts.find(({ isHit }) => isHit)?.text).toBe('compressor')
  expect(parts.map((part) => part.text).join('').length).toBeLessThan(180)
})

test('whatever is looked for, the parts make up the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, words) => {
      const parts = markWords(text, { words, phrases: words })
      expect(parts.map((part) => part.text).join('')).toBe(text)
      expect(excerpt(text, { words, phrases: [] }).length).toBeGreaterThan(0)
    }),
  )
})

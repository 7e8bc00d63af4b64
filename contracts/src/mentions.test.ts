import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, splitMentions } from './mentions.ts'

const noor = { id: '1', name: 'Noor' }
const noorBandelkar = { id: '2', name: 'Noor Bandelkar' }
const hindi = { id: '3', name: 'अनन्या राव' }
const everybody = [noor, noorBandelkar, hindi]

test.each([
  ['@Noor', [noor]],
  ['Ask @Noor Bandelkar, please', ['Ask ', noorBandelkar, ', please']],
  ['@Noor Band', [noor, ' Band']],
  ['(@Noor)', ['(', noor, ')']],
  ['@Noor @Noor', [noor, ' ', noor]],
  ['@अनन्या राव देखिए', [hindi, ' देखिए']],
  ['mail@Noor', ['mail@Noor']],
  ['@Noorjahan', ['@Noorjahan']],
  ['@noor', ['@noor']],
  ['', []],
])('%j', (text, parts) => {
  expect(splitMentions(text, everybody)).toEqual(parts)
})

test('the parts together are the text, whatever it is', () => {
  const word = fc.constantFrom('@', 'Noor', ' Bandelkar', ' ', '@Noor', 'राव', '@अनन्या राव', '\n', '*', '.')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const text = words.join('')
      const parts = splitMentions(text, everybody)
      expect(parts.map((part) => (typeof part === 'string' ? part : `@${part.name}`)).join('')).toBe(text)
    }),
  )
})

test('who is mentioned is found in the order of the people, once each', () => {
  expect(mentionedIn('@Noor Bandelkar and @Noor and @Noor', everybody)).toEqual([noor, noorBandelkar])
})

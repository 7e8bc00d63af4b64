import { expect, test } from 'vitest'
import { findTrigger } from './find-trigger.ts'

test.each([
  ['@', '@', ''],
  ['Ask @no', '@', 'no'],
  ['Ask @Noor Ba', '@', 'Noor Ba'],
  ['(@Noor', '@', 'Noor'],
  ['पूछो @अन', '@', 'अन'],
  ['first line\n@d', '@', 'd'],
  ['/', '/', ''],
  ['/refund client', '/', 'refund client'],
  ['Dear client\n/ref', '/', 'ref'],
] as const)('%j calls for %s %j', (text, sign, query) => {
  expect(findTrigger(text, text.length)).toMatchObject({ sign, query, to: text.length })
})

test.each([
  'someone@example',
  'and/or',
  'Price 3/4',
  'Ask @Noor Bandelkar about this thing',
  'Ask @ Noor',
  'https://x.example/path',
  'nothing',
  '/see the line\nbelow',
])('%j calls for nothing', (text) => {
  expect(findTrigger(text, text.length)).toBeUndefined()
})

test('only what stands before the caret counts', () => {
  expect(findTrigger('Ask @no about it', 7)).toEqual({ sign: '@', query: 'no', from: 4, to: 7 })
})

test('behind somebody who was picked one goes on writing', () => {
  expect(findTrigger('@Noor Bandelkar ', 16, ['Noor Bandelkar'])).toBeUndefined()
  expect(findTrigger('@Noor Bandelkar', 15, ['Noor Bandelkar'])).toBeUndefined()
})

import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const chosen = new Map([...'abcd'].map((id, turn) => [id, turn]))

test.each([
  ['the last one chosen arrives last', 'abc', 'd', 'abcd'],
  ['a photo that was made smaller first takes its place', 'bd', 'a', 'abd'],
  ['between two', 'ad', 'c', 'acd'],
  ['after what was there when the page was opened', 'xyd', 'b', 'xybd'],
  ['the first of all', '', 'c', 'c'],
])('%s', (_, there, added, expected) => expect(inOrder([...there], added, chosen).join('')).toBe(expected))

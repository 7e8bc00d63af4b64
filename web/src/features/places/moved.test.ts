import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test.each([
  ['up', 2, 1, 'acb'],
  ['down', 0, 1, 'bac'],
  ['to the end', 0, 2, 'bca'],
  ['past the end', 2, 3, 'abc'],
  ['before the beginning', 0, -1, 'abc'],
  ['what is not there', -1, 0, 'abc'],
])('%s', (_, from, to, order) => expect(moved([...'abc'], from, to).join('')).toBe(order))

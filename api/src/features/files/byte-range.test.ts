import { expect, test } from 'vitest'
import { byteRange } from './byte-range.ts'

test.each([
  ['no header', undefined, 'whole'],
  ['the beginning', 'bytes=0-3', { start: 0, end: 3 }],
  ['from somewhere on', 'bytes=4-', { start: 4, end: 9 }],
  ['the end', 'bytes=-3', { start: 7, end: 9 }],
  ['more of the end than there is', 'bytes=-30', { start: 0, end: 9 }],
  ['an end behind the end', 'bytes=8-99', { start: 8, end: 9 }],
  ['past the end', 'bytes=10-', 'none'],
  ['nothing of the end', 'bytes=-0', 'none'],
  ['backwards', 'bytes=5-2', 'whole'],
  ['several', 'bytes=0-1,4-5', 'whole'],
  ['something else', 'lines=1-2', 'whole'],
  ['nothing', 'bytes=-', 'whole'],
])('%s', (_, header, expected) => {
  expect(byteRange(header, 10)).toEqual(expected)
})

import { expect, test } from 'vitest'
import { paneWidth } from './pane-width.ts'

test.each([
  ['as wanted', 500, 1440, 500],
  ['never too narrow to read', 100, 1440, 420],
  ['never wider than a page is read', 2_000, 2_560, 720],
  ['never so wide that the list is lost', 700, 1_440, 592],
  ['narrow where there is hardly room', 700, 1_280, 432],
])('%s', (_, wanted, windowWidth, width) => {
  expect(paneWidth(wanted, windowWidth)).toBe(width)
})

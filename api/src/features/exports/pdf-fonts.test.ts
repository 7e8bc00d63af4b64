import { expect, test } from 'vitest'
import { fontRuns } from './pdf-fonts.ts'

test.each([
  ['English', 'AC drips', [['Inter', 'AC drips']]],
  ['Hindi, with its spaces and full stop', 'शावर में पानी नहीं।', [['Devanagari', 'शावर में पानी नहीं।']]],
  [
    'both',
    'Shower: गरम पानी, now',
    [
      ['Inter', 'Shower: '],
      ['Devanagari', 'गरम पानी'],
      ['Inter', ', now'],
    ],
  ],
  [
    'rupees and names',
    '₹500 for Zoë Šimić',
    [
      ['Inter Extended', '₹'],
      ['Inter', '500 for Zoë '],
      ['Inter Extended', 'Š'],
      ['Inter', 'imi'],
      ['Inter Extended', 'ć'],
    ],
  ],
  [
    'thumbs of any colour',
    'ok 👍🏽 👍',
    [
      ['Inter', 'ok '],
      ['Emoji', '👍🏽'],
      ['Inter', ' '],
      ['Emoji', '👍'],
    ],
  ],
  ['what no font has', 'a தமி b', [['Inter', 'a ?? b']]],
  ['marks nobody sees', 'a\u2066b', [['Inter', 'ab']]],
])('%s', (_, text, expected) => {
  expect(fontRuns(text).map(({ font, text }) => [font, text])).toEqual(expected)
})

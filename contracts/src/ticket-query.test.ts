import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticketFields } from './ticket-fields.ts'
import { formatTicketQuery, parseTicketQuery, type TicketCondition } from './ticket-query.ts'

const is = (field: TicketCondition['field'], ...values: string[]): TicketCondition => ({
  field,
  operator: 'is',
  not: false,
  values,
})

test('all of it at once', () => {
  expect(
    parseTicketQuery(
      'ac assignee:me status:open priority:high,critical due:<2h studio:"supreme hq" "exact words" -word leaking',
    ),
  ).toEqual({
    conditions: [
      is('assignee', 'me'),
      is('status', 'open'),
      is('priority', 'high', 'critical'),
      { field: 'due', operator: 'before', not: false, values: ['2h'] },
      is('studio', 'supreme hq'),
    ],
    words: ['ac', 'leaking'],
    phrases: ['exact words'],
    unwanted: ['word'],
  })
})

test.each<[string, string, TicketCondition]>([
  ['must not be', '-status:pending', { ...is('status', 'pending'), not: true }],
  ['whatever the case', 'STATUS:Open', is('status', 'open')],
  ['nobody', 'assignee:NONE', is('assignee', 'none')],
  ['several names', 'team:"client success",finance', is('team', 'client success', 'finance')],
  ['since a day', 'created:>2026-11-01', { field: 'created', operator: 'after', not: false, values: ['2026-11-01'] }],
  ['from a day to another', 'created:2026-11-01..2026-11-15', is('created', '2026-11-01..2026-11-15')],
  ['an answer that is a day', 'form.when:>7d', { field: 'form.when', operator: 'after', not: false, values: ['7d'] }],
  ['a week by name', 'created:last-week', is('created', 'last-week')],
  ['text that contains', 'title:cooling', { field: 'title', operator: 'contains', not: false, values: ['cooling'] }],
  ['an answer', 'form.howBad:>3', { field: 'form.howBad', operator: 'after', not: false, values: ['3'] }],
  [
    'an answer that contains',
    'form.note:~wet',
    { field: 'form.note', operator: 'contains', not: false, values: ['wet'] },
  ],
  [
    'a moment',
    'updated:<2026-11-01T10:00:00z',
    { field: 'updated', operator: 'before', not: false, values: ['2026-11-01T10:00:00Z'] },
  ],
  ['what is nonsense among values is left out', 'priority:high,purple', is('priority', 'high')],
])('a condition: %s', (_, text, condition) => {
  expect(parseTicketQuery(text)).toEqual({ conditions: [condition], words: [], phrases: [], unwanted: [] })
})

test.each<[string, string[]]>([
  ['status:purple', ['status', 'purple']],
  ['created:banana', ['created', 'banana']],
  ['created:2026-02-31', ['created', '2026-02-31']],
  ['created:2026-11-15..2026-11-01', ['created', '2026-11-15..2026-11-01']],
  ['created:>2026-11-01..2026-11-15', ['created', '2026-11-01..2026-11-15']],
  ['due:~2h', ['due', '2h']],
  ['http://x.example/y', ['http', 'x.example/y']],
  ['10:30', ['10', '30']],
  ['__proto__:x constructor:y', ['proto__', 'x', 'constructor', 'y']],
  ['तौलिया O’Brien', ['तौलिया', 'O’Brien']],
])('%s is no condition but words', (text, words) => {
  expect(parseTicketQuery(text)).toEqual({ conditions: [], words, phrases: [], unwanted: [] })
})

test.each([
  '',
  '  ',
  '-',
  '"',
  '""',
  'status:',
  '-status:',
  'status:"',
  '& | !',
  '%',
  '_',
  '\\',
  "'",
  '--',
  ':',
  'a'.repeat(0),
])('there is nothing to look for in %j', (text) =>
  expect(parseTicketQuery(text)).toEqual({ conditions: [], words: [], phrases: [], unwanted: [] }),
)

test('a quote that is not closed yet is a phrase already', () => {
  expect(parseTicketQuery('ac "main flo').phrases).toEqual(['main flo'])
})

const scraps = fc.constantFrom(
  ...Object.keys(ticketFields).map((key) => `${key}:`),
  ...[
    'form.area:',
    'nothing:',
    '-',
    '"',
    '\\',
    ',',
    '<',
    '>',
    '~',
    ' ',
    ':',
    'me',
    'none',
    'open',
    'high',
    '2h',
    'today',
  ],
  ...['2026-01-01', 'ac', 'तौलिया', 'O’Brien', '\u0000', '\ud800', '😀', '\n', 'İ', 'x y'],
)
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(scraps, { maxLength: 60 }).map((each) => each.join('')),
)

test('any text at all is read, and written down it is read as the same', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const query = parseTicketQuery(text)
      expect(parseTicketQuery(formatTicketQuery(query))).toEqual(query)
    }),
    { numRuns: 3_000 },
  )
})

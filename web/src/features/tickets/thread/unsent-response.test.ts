import { expect, test } from 'vitest'
import { isNothing, putBack, type Written } from './unsent-response.ts'

const written = (changes: Partial<Written>): Written => ({
  kind: 'reply',
  body: '',
  attachmentIds: [],
  mentions: [],
  ...changes,
})
const sent = { content: '…', key: 'k' }

test('what was not sent comes back as it was, with its key, into an empty field', () => {
  const unsent = written({ body: 'On my way', sent })
  expect(putBack(unsent, written({ kind: 'note' }))).toBe(unsent)
})

test('with another text there both are kept, under a new key, and what was among staff stays among staff', () => {
  const noor = { id: 'n', name: 'Noor' }
  const both = putBack(
    written({ body: 'First', sent, attachmentIds: ['a'], mentions: [noor], seenUntil: 'early' }),
    written({ kind: 'note', body: 'Second', attachmentIds: ['a', 'b'], mentions: [noor], seenUntil: 'late' }),
  )
  expect(both).toEqual({
    kind: 'note',
    body: 'First\n\nSecond',
    attachmentIds: ['a', 'b'],
    mentions: [noor],
    seenUntil: 'early',
    sent: undefined,
  })
})

test('blanks are nothing, a file is something', () => {
  expect(isNothing(written({ body: ' \n' }))).toBe(true)
  expect(isNothing(written({ attachmentIds: ['a'] }))).toBe(false)
})

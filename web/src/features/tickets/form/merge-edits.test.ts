import { describe, expect, test } from 'vitest'
import { mergeEdits, takeTheirs } from './merge-edits.ts'
import { emptyTicket, type NewTicketValues } from './new-ticket.ts'

const base: NewTicketValues = {
  ...emptyTicket,
  subcategoryId: 'parking',
  studioId: 'bandra',
  title: 'No space',
  answers: { what: 'no_space', howBad: 3 },
}
const edited = (changes: Partial<NewTicketValues>): NewTicketValues => ({ ...base, ...changes })

describe('two edits of one ticket', () => {
  test('of different fields both stand', () => {
    const merged = mergeEdits(base, edited({ title: 'No space at seven' }), edited({ studioId: 'kemps' }))
    expect(merged).toEqual({ merged: edited({ title: 'No space at seven', studioId: 'kemps' }), conflicts: [] })
  })

  test('of the same field, mine stands until somebody chooses', () => {
    const [mine, theirs] = [edited({ title: 'Mine' }), edited({ title: 'Theirs' })]
    const { merged, conflicts } = mergeEdits(base, mine, theirs)
    expect(conflicts).toEqual(['title'])
    expect(merged.title).toBe('Mine')
    expect(takeTheirs(merged, theirs, conflicts).title).toBe('Theirs')
  })

  test('to the same are no conflict', () => {
    const same = edited({ title: 'Same', followUpAt: '2026-12-01T00:00:00.000Z' })
    expect(mergeEdits(base, same, same)).toEqual({ merged: same, conflicts: [] })
  })

  test('answers are brought together one by one', () => {
    const mine = edited({ answers: { what: 'blocked', howBad: 3 } })
    const theirs = edited({ answers: { what: 'no_space', howBad: 5 } })
    expect(mergeEdits(base, mine, theirs)).toEqual({
      merged: edited({ answers: { what: 'blocked', howBad: 5 } }),
      conflicts: [],
    })
  })

  test('an answer both changed is a conflict of its own, and a cleared one is an answer', () => {
    const mine = edited({ answers: { what: 'no_space', howBad: null } })
    const theirs = edited({ answers: { what: 'no_space', howBad: 5 } })
    expect(mergeEdits(base, mine, theirs).conflicts).toEqual(['answers.howBad'])
  })

  test('another category goes with its answers as one', () => {
    const mine = edited({ answers: { what: 'blocked', howBad: 3 } })
    const theirs = edited({ subcategoryId: 'temperature', answers: { problem: 'too_hot' } })
    const { merged, conflicts } = mergeEdits(base, mine, theirs)
    expect(conflicts).toEqual(['about'])
    expect(merged).toEqual(mine)
    expect(takeTheirs(merged, theirs, ['about'])).toEqual(theirs)
  })

  test('blanks around words are no change', () => {
    expect(mergeEdits(base, edited({ title: ' No space ' }), edited({ title: 'Theirs' })).conflicts).toEqual([])
  })

  test('a client chosen by one and another typed by the other is one conflict', () => {
    const client = (id: string) => ({
      id,
      name: id,
      maskedPhone: null,
      membershipNumber: null,
      status: 'trial' as const,
    })
    const [mine, theirs] = [edited({ knownClient: client('a') }), edited({ knownClient: client('b') })]
    expect(mergeEdits(base, mine, theirs).conflicts).toEqual(['client'])
    expect(takeTheirs(mine, theirs, ['client']).knownClient?.id).toBe('b')
  })
})

import { expect, test } from 'vitest'
import { DRAFT_PREFIX, newTicketDraftKey, readDraft, removeDraft, responseDraftKey, writeDraft } from './drafts.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('a draft belongs to one person, and a reply to one ticket', () => {
  const keys = [
    newTicketDraftKey('anna'),
    newTicketDraftKey('ben'),
    responseDraftKey('anna', 't1'),
    responseDraftKey('anna', 't2'),
    responseDraftKey('ben', 't1'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every((key) => key.startsWith(DRAFT_PREFIX))).toBe(true)
})

test('comes back as it was, and is gone once removed', () => {
  const store = memory()
  expect(writeDraft('k', { body: 'शावर में गरम पानी' }, store)).toBe(true)
  expect(readDraft('k', store)).toEqual({ body: 'शावर में गरम पानी' })
  removeDraft('k', store)
  expect(readDraft('k', store)).toBeUndefined()
})

test('a damaged draft is no draft', () => {
  const store = memory()
  store.setItem('k', '{"body":')
  expect(readDraft('k', store)).toBeUndefined()
})

test('storage that refuses is told, not thrown', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(writeDraft('k', 'text', full)).toBe(false)
})

import type { BulkOperation } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { changeInWords, endInWords } from './bulk-words.ts'

const operation: BulkOperation = {
  id: '019a0000-0000-7000-8000-000000000000',
  kind: 'change',
  change: { status: 'pending' },
  total: 1_203,
  changed: 1_200,
  refused: 3,
  createdAt: '2026-11-23T08:00:00.000Z',
  finishedAt: null,
  undoableUntil: null,
}

test.each<[BulkOperation['change'], string]>([
  [{ status: 'in_progress' }, 'In progress'],
  [{ priority: 'high' }, 'Priority high'],
  [{ assign: { userId: null } }, 'Assigned'],
  [{ tags: { add: ['vip', 'ac'], remove: ['old'] } }, 'Tagged with vip, ac, without old'],
  [{ tags: { add: [], remove: ['old'] } }, 'Tagged without old'],
  [{ delete: true }, 'Deleted'],
  [null, 'Taken back'],
])('%j is called "%s"', (change, words) => {
  expect(changeInWords({ ...operation, change })).toBe(words)
})

test.each<[Partial<BulkOperation>, string]>([
  [{}, '1,200 tickets changed, 3 refused'],
  [{ changed: 1, refused: 0 }, '1 ticket changed'],
  [{ kind: 'undo', changed: 2, refused: 0 }, '2 tickets as before'],
])('%j ended with "%s"', (ended, words) => {
  expect(endInWords({ ...operation, ...ended })).toBe(words)
})

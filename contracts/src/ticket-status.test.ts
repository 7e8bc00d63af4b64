import { expect, test } from 'vitest'
import { canBecome, isOpenStatus, nextStatuses, TicketStatus } from './ticket-status.ts'

/** Written down a second time on purpose: a change here is a decision. */
const table: Record<TicketStatus, TicketStatus[]> = {
  new: ['assigned', 'in_progress', 'resolved'],
  assigned: ['new', 'in_progress', 'pending', 'resolved'],
  in_progress: ['pending', 'resolved'],
  pending: ['in_progress', 'resolved'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['in_progress', 'pending', 'resolved'],
}

test.each(TicketStatus.options)('from %s', (from) => {
  expect(nextStatuses[from]).toEqual(table[from])
  expect(TicketStatus.options.filter((to) => canBecome(from, to)).sort()).toEqual([...table[from]].sort())
})

test('nothing becomes what it is already, and everything can still be resolved or reopened', () => {
  for (const status of TicketStatus.options) {
    expect(canBecome(status, status)).toBe(false)
    expect(canBecome(status, isOpenStatus(status) ? 'resolved' : 'reopened')).toBe(true)
  }
})

test('open is what someone is still expected to act on', () => {
  const open = TicketStatus.options.filter(isOpenStatus)
  expect(open).toEqual(['new', 'assigned', 'in_progress', 'pending', 'reopened'])
})

import type { BoardColumn, TicketStatus, TicketSummary } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { withMoves } from './columns.ts'

const ticket = (id: string, status: TicketStatus) => ({ id, status }) as TicketSummary
const column = (status: TicketStatus, ids: string[], total = ids.length): BoardColumn => ({
  status,
  items: ids.map((id) => ticket(id, status)),
  total,
  totalIsCapped: false,
  nextCursor: null,
})
const seen = (columns: BoardColumn[]) =>
  columns.map(({ status, items, total }) => [status, items.map(({ id }) => id), total])

const columns = [column('new', ['a', 'b'], 30), column('in_progress', ['c'])]

test('a ticket on its way stands at the top of its new column, and both counts follow', () => {
  expect(seen(withMoves(columns, new Map([['b', 'in_progress']])))).toEqual([
    ['new', ['a'], 29],
    ['in_progress', ['b', 'c'], 2],
  ])
})

test('one that goes where the filters do not look leaves the board', () => {
  expect(seen(withMoves(columns, new Map([['c', 'resolved']])))).toEqual([
    ['new', ['a', 'b'], 30],
    ['in_progress', [], 0],
  ])
})

test('nothing happens twice, and not to what is not there', () => {
  const moves = new Map<string, TicketStatus>([
    ['c', 'in_progress'],
    ['nobody', 'new'],
  ])
  expect(withMoves(columns, moves)).toEqual(columns)
})

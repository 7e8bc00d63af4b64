import type { TicketStatus } from '@physique57/contracts'
import { countCap, encodeCursor, type ListCursor } from '../../../http/cursor.ts'
import type { TicketPosition } from './ticket-list.queries.ts'

/** A page out of `limit + 1` found; the cursor carries the total on, so that it is counted once. */
export function pageOf(found: TicketPosition[], limit: number, total: number) {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    nextCursor: found.length > limit && last ? encodeCursor(positionOf(last, total)) : null,
    ...capped(total),
  }
}

const positionOf = ({ id, at }: TicketPosition, total: number): ListCursor => [
  at instanceof Date ? at.toISOString() : at,
  id,
  total,
]

export const cappedSum = (counted: Map<TicketStatus, number>) =>
  capped([...counted.values()].reduce((sum, each) => sum + each, 0))

export const capped = (total: number) => ({ total: Math.min(total, countCap), totalIsCapped: total > countCap })

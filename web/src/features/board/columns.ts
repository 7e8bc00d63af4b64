import type { BoardColumn, Id, TicketStatus } from '@physique57/contracts'

/** Tickets on their way to another column, as they are shown until the server has answered. */
export type Moves = ReadonlyMap<Id, TicketStatus>

/** The columns with some tickets moved: each to the top of its new column, or off the board where that has no such column. */
export function withMoves(columns: BoardColumn[], moves: Moves): BoardColumn[] {
  let next = columns
  for (const [id, to] of moves) next = moved(next, id, to)
  return next
}

function moved(columns: BoardColumn[], id: Id, to: TicketStatus): BoardColumn[] {
  const from = columns.find(({ items }) => items.some((ticket) => ticket.id === id))
  const ticket = from?.items.find((each) => each.id === id)
  if (!from || !ticket || from.status === to) return columns
  return columns.map((column) => {
    if (column === from)
      return { ...column, items: column.items.filter((each) => each.id !== id), total: Math.max(0, column.total - 1) }
    if (column.status === to)
      return { ...column, items: [{ ...ticket, status: to }, ...column.items], total: column.total + 1 }
    return column
  })
}

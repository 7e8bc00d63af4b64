import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import { statusLabel, TicketStatus, type TicketSummary } from '@physique57/contracts'
import { wayTo } from './move-to.ts'

export const instructions = {
  draggable:
    'Press Space to lift this ticket, the arrow keys to choose a column, Space to drop it, and Escape to put it back.',
}

/** What a screen reader hears while a ticket is carried: where it may go, what a drop would do, and why it would not. */
export const announcementsFor = (find: (id: UniqueIdentifier) => TicketSummary | undefined): Announcements => ({
  onDragStart: ({ active }) => whereTo(find(active.id)),
  onDragOver: ({ active, over }) => {
    const ticket = find(active.id)
    const to = statusOf(over?.id)
    if (!ticket || !to) return 'Over no column.'
    if (to === ticket.status) return whereTo(ticket)
    const way = wayTo(ticket, to)
    return way.verb ? `Over ${statusLabel[to]}. ${way.says}.` : `Over ${statusLabel[to]}. Not possible. ${way.why}`
  },
  onDragEnd: ({ active, over }) => {
    const ticket = find(active.id)
    const to = statusOf(over?.id)
    if (!ticket || !to || to === ticket.status || !wayTo(ticket, to).verb) return 'Put back.'
    return `Dropped in ${statusLabel[to]}.`
  },
  onDragCancel: () => 'Put back.',
})

function whereTo(ticket: TicketSummary | undefined): string | undefined {
  if (!ticket) return undefined
  const possible = TicketStatus.options.filter((to) => wayTo(ticket, to).verb).map((to) => statusLabel[to])
  return `Lifted ${ticket.key}, ${ticket.title}, from ${statusLabel[ticket.status]}. It can go to ${possible.join(', ') || 'no other column'}.`
}

/** Columns are called by their status. */
export const statusOf = (id: UniqueIdentifier | undefined): TicketStatus | undefined =>
  TicketStatus.options.find((status) => status === id)

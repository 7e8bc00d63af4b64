import { z } from 'zod'

export const TicketStatus = z.enum(['new', 'assigned', 'in_progress', 'pending', 'resolved', 'closed', 'reopened'])
export type TicketStatus = z.infer<typeof TicketStatus>

/** From each status, where a ticket may go next. Reassigning keeps `in_progress`, `pending` and `reopened`. */
export const nextStatuses = {
  new: ['assigned', 'in_progress', 'resolved'],
  assigned: ['new', 'in_progress', 'pending', 'resolved'],
  in_progress: ['pending', 'resolved'],
  pending: ['in_progress', 'resolved'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['in_progress', 'pending', 'resolved'],
} as const satisfies Record<TicketStatus, readonly TicketStatus[]>

export const canBecome = (from: TicketStatus, to: TicketStatus): boolean =>
  (nextStatuses[from] as readonly TicketStatus[]).includes(to)

/** Someone is still expected to act. A merged or deleted ticket is not open whatever its status says. */
export const isOpenStatus = (status: TicketStatus): boolean => status !== 'resolved' && status !== 'closed'

export const statusLabel: Record<TicketStatus, string> = {
  new: 'New',
  assigned: 'Assigned',
  in_progress: 'In progress',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
  reopened: 'Reopened',
}

export const Priority = z.enum(['low', 'medium', 'high', 'critical'])
export type Priority = z.infer<typeof Priority>

export const priorityLabel: Record<Priority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}

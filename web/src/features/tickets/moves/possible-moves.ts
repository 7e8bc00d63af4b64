import { nextStatuses, type TicketStatus, type TicketSummary } from '@physique57/contracts'

/** Where the signed-in person may move it now; some ways ask something first. */
export function possibleMoves({ status, can }: TicketSummary): TicketStatus[] {
  const may: Partial<Record<TicketStatus, boolean>> = {
    in_progress: can.edit,
    pending: can.edit,
    resolved: can.resolve,
    closed: can.close,
    reopened: can.reopen,
  }
  return nextStatuses[status].filter((next) => may[next])
}

import { canBecome, statusLabel, type TicketStatus, type TicketSummary } from '@physique57/contracts'

/** What has to be done to a ticket so that it gets a status. */
export type Verb = 'status' | 'assign' | 'take' | 'unassign' | 'resolve' | 'close' | 'reopen'

/** How a ticket gets to a column: by which verb and what that does, or why it does not. */
export type Way = { verb: Verb; says: string } | { verb: null; why: string }

/** The way from where a ticket stands to another status, by the rules of the API and what the caller may do. */
export function wayTo(ticket: Pick<TicketSummary, 'status' | 'can'>, to: TicketStatus): Way {
  const { status: from, can } = ticket
  if (!canBecome(from, to)) return { verb: null, why: whyNot(from, to) }
  const mayAssign = can.assign || can.assignWithinTeam
  switch (to) {
    case 'in_progress':
      return can.edit ? { verb: 'status', says: from === 'pending' ? 'Restarts the clock' : 'Starts work' } : forWorkers
    case 'pending':
      return can.edit ? { verb: 'status', says: 'Pauses the resolution clock' } : forWorkers
    case 'resolved':
      return can.resolve ? { verb: 'resolve', says: 'Asks how it was resolved' } : forWorkers
    case 'closed':
      return can.close ? { verb: 'close', says: 'Closes it for good' } : forReporterToo
    case 'reopened':
      return can.reopen ? { verb: 'reopen', says: 'Asks why, and starts a new clock' } : forReporterToo
    case 'assigned':
      if (mayAssign) return { verb: 'assign', says: 'Asks who shall have it' }
      return can.take
        ? { verb: 'take', says: 'Gives it to you' }
        : { verb: null, why: 'You may not assign this ticket.' }
    case 'new':
      if (mayAssign) return { verb: 'unassign', says: 'Puts it back into the queue' }
      return can.handBack
        ? { verb: 'unassign', says: 'Hands it back to the queue' }
        : { verb: null, why: 'You may not take this ticket from whoever has it.' }
  }
}

const forWorkers: Way = { verb: null, why: 'Only its assignee, their lead or a manager may do this.' }
const forReporterToo: Way = { verb: null, why: 'Only its reporter, its assignee, their lead or a manager may do this.' }

function whyNot(from: TicketStatus, to: TicketStatus): string {
  const via = (['in_progress', 'resolved'] as const).find((each) => canBecome(from, each) && canBecome(each, to))
  const hint = via ? ` Move it to ${statusLabel[via]} first.` : ''
  return `${statusLabel[from]} cannot ${to === 'new' ? 'go back to' : 'become'} ${statusLabel[to]}.${hint}`
}

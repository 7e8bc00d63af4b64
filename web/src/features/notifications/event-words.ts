import type { TicketEvent } from '@physique57/contracts'

/** What each kind of news is called, in the order in which one chooses, and when it comes. */
export const eventWords: Record<TicketEvent, { label: string; when: string }> = {
  assigned: { label: 'Assignments', when: 'A ticket becomes yours, or one you follow goes to somebody else.' },
  mentioned: { label: 'Mentions', when: 'Somebody names you in a reply or a note.' },
  response: { label: 'Replies and notes', when: 'Somebody writes on a ticket you follow.' },
  status: { label: 'Status', when: 'A ticket you follow is taken up, waits or is closed.' },
  resolved: { label: 'Resolved', when: 'A ticket you follow is done.' },
  reopened: { label: 'Reopened', when: 'A ticket you follow was not done after all.' },
  reminder: { label: 'Reminders', when: 'A clock of yours runs short.' },
  escalation: { label: 'Escalations', when: 'A ticket needs somebody further up, or nobody could be given it.' },
}

export const eventsInOrder = Object.keys(eventWords) as TicketEvent[]

import type { HistoryEvent } from '../history-sentence.ts'

/** What somebody who answers a ticket would want to know first. */
export const newsworthy = [
  'responded',
  'response_edited',
  'response_deleted',
  'assigned',
  'status_changed',
  'priority_changed',
  'edited',
  'escalated',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'took_in',
  'unmerged',
  'gave_back',
  'undone',
] as const satisfies HistoryEvent[]

import { type Priority, priorityLabel, statusLabel, type TicketStatus } from '@physique57/contracts'

interface Named {
  id: string
  name: string
}

/** What a history entry keeps, by event: enough to tell it later, even after names and settings have changed. */
export interface HistoryDetails {
  created: Record<never, never>
  assigned: { assignee: Named | null; team: Named | null; reason: string | null }
  responded: { responseId: string; kind: 'reply' | 'note' }
  attached: { files: string[] }
  file_removed: { name: string }
  status_changed: { from: TicketStatus; to: TicketStatus }
  priority_changed: { from: Priority; to: Priority }
  edited: { fields: string[] }
  escalated: { level: number; reason: string; to: Named[] }
  resolved: { note: string; clientInformed: boolean; how: string | null }
  closed: Record<never, never>
  reopened: { reason: string }
  deleted: Record<never, never>
  restored: Record<never, never>
  merged: { into: string }
  took_in: { from: string }
  unmerged: { from: string }
  gave_back: { to: string }
  /** What was taken back, as the story told it. */
  undone: { what: string }
}
export type HistoryEvent = keyof HistoryDetails

type Tell = { [E in HistoryEvent]: (detail: HistoryDetails[E]) => string }

/** Each continues the name of whoever did it: "Mehrish Palkhi" + "logged this ticket". */
const tell: Tell = {
  created: () => 'logged this ticket',
  assigned: ({ assignee, team, reason }) => {
    const because = reason ? `. ${reason}` : ''
    if (assignee) return `assigned it to ${assignee.name}${team ? ` (${team.name})` : ''}${because}`
    return team ? `put it in the queue of ${team.name}${because}` : `left it unassigned${because}`
  },
  responded: ({ kind }) => (kind === 'reply' ? 'replied to the client' : 'added an internal note'),
  attached: ({ files }) => `added ${listed(files)}`,
  file_removed: ({ name }) => `removed the file ${name}`,
  status_changed: ({ from, to }) => `set it from ${lower(statusLabel[from])} to ${lower(statusLabel[to])}`,
  priority_changed: ({ from, to }) =>
    `changed the priority from ${lower(priorityLabel[from])} to ${lower(priorityLabel[to])}`,
  edited: ({ fields }) => `changed ${listed(fields)}`,
  escalated: ({ level, reason, to }) =>
    `escalated it to level ${level}${to.length > 0 ? `, ${listed(to.map(({ name }) => name))}` : ''}: ${reason}`,
  resolved: ({ note, clientInformed, how }) =>
    `resolved it: ${withFullStop(note)} ${clientInformed ? `The client was informed${how ? ` (${how})` : ''}` : 'The client has not been informed yet'}`,
  closed: () => 'closed it',
  reopened: ({ reason }) => `reopened it: ${reason}`,
  deleted: () => 'deleted it',
  restored: () => 'took it out of the trash',
  merged: ({ into }) => `merged it into ${into}`,
  took_in: ({ from }) => `merged ${from} into it`,
  unmerged: ({ from }) => `took it out of ${from} again`,
  gave_back: ({ to }) => `took ${to} out of it again`,
  undone: ({ what }) => `took back: ${what}`,
}

export function historySentence(event: string, detail: Record<string, unknown>): string {
  // written by recordHistory, which takes no other detail for this event
  const sentence = tell[event as HistoryEvent] as ((detail: Record<string, unknown>) => string) | undefined
  return sentence?.(detail) ?? event
}

const lower = (label: string) => label.toLowerCase()

const listed = (words: string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const withFullStop = (sentence: string): string => (/[.!?।]$/.test(sentence) ? sentence : `${sentence}.`)

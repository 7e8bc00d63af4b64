import { type FieldChange, type Priority, priorityLabel, statusLabel, type TicketStatus } from '@physique57/contracts'
import { describeChange, listed, type StoredChange, tellChanges, timeInWords } from './field-change.ts'

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
  response_edited: { responseId: string; kind: 'reply' | 'note'; from: string; to: string }
  /** What it said is kept and shown to nobody. */
  response_deleted: { responseId: string; kind: 'reply' | 'note'; body: string }
  /** Somebody else became a watcher, or is one no longer. */
  shared: { with: Named }
  unshared: { with: Named }
  status_changed: { from: TicketStatus; to: TicketStatus }
  priority_changed: { from: Priority; to: Priority }
  tagged: { added: string[]; removed: string[] }
  /** Before the changes themselves were kept, the fields were named only. */
  edited: { changes: StoredChange[] } | { fields: string[] }
  /** Another policy counts now; the times are when the resolution is due, null while it waits. */
  measured: { policy: string; from: string | null; to: string | null }
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

type Tell = { [E in HistoryEvent]: (detail: HistoryDetails[E], timeZone: string) => string }

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
  response_edited: ({ kind }) => `corrected their ${responseName[kind]}`,
  response_deleted: ({ kind }) => `took back their ${responseName[kind]}`,
  shared: ({ with: { name } }) => `shared it with ${name}`,
  unshared: ({ with: { name } }) => `no longer shares it with ${name}`,
  status_changed: ({ from, to }) => `set it from ${lower(statusLabel[from])} to ${lower(statusLabel[to])}`,
  priority_changed: ({ from, to }) =>
    `changed the priority from ${lower(priorityLabel[from])} to ${lower(priorityLabel[to])}`,
  tagged: ({ added, removed }) =>
    listed([
      ...(added.length > 0 ? [`added ${tagsInWords(added)}`] : []),
      ...(removed.length > 0 ? [`removed ${tagsInWords(removed)}`] : []),
    ]),
  edited: (detail, timeZone) =>
    'changes' in detail ? tellChanges(detail.changes, timeZone) : `changed ${listed(detail.fields)}`,
  measured: ({ policy, from, to }, timeZone) => {
    if (to === null) return `measures it by “${policy}” now`
    const instead = from === null || from === to ? '' : ` instead of ${timeInWords(from, timeZone)}`
    return `measures it by “${policy}” now: due ${timeInWords(to, timeZone)}${instead}`
  },
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

/** Times are told in the reader's zone. */
export function historySentence(event: string, detail: Record<string, unknown>, timeZone: string): string {
  // written by recordHistory, which takes no other detail for this event
  const sentence = tell[event as HistoryEvent] as
    | ((detail: Record<string, unknown>, timeZone: string) => string)
    | undefined
  return sentence?.(detail, timeZone) ?? event
}

/** What was changed, for whoever wants to read more than the sentence. */
export function historyChanges(event: string, detail: Record<string, unknown>, timeZone: string): FieldChange[] {
  return storedChanges(event, detail).map((change) => describeChange(change, timeZone))
}

// written by recordHistory, as above
function storedChanges(event: string, detail: Record<string, unknown>): StoredChange[] {
  if (event === 'edited' && Array.isArray(detail.changes)) return detail.changes as StoredChange[]
  if (event !== 'response_edited') return []
  const { kind, from, to } = detail as unknown as HistoryDetails['response_edited']
  return [{ field: responseName[kind], from, to }]
}

const responseName = { reply: 'reply to the client', note: 'internal note' } as const

const tagsInWords = (tags: string[]) =>
  `the ${tags.length === 1 ? 'tag' : 'tags'} ${listed(tags.map((tag) => `“${tag}”`))}`

const lower = (label: string) => label.toLowerCase()

const withFullStop = (sentence: string): string => (/[.!?।]$/.test(sentence) ? sentence : `${sentence}.`)

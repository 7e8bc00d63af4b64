import { z } from 'zod'
import { ClientMood } from './clients.ts'
import { Timestamp } from './common.ts'
import { TicketSource } from './ticket-source.ts'
import { Priority, TicketStatus } from './ticket-status.ts'

/** What a filter can say about a field. */
export const operators = ['is', 'contains', 'before', 'after'] as const
export type Operator = (typeof operators)[number]

/**
 * `choice`: one of a few words. `named`: a row of the catalogue, by id or part of its name. `person`: an id, `me` or part
 * of a name. `tag`: by its whole name. `time`: a moment, a day, days from one to another or a stretch such as `7d`. A team may be `mine`, that of
 * whoever asks. Whatever may be empty also takes `none`.
 */
export type TicketFieldKind = 'choice' | 'named' | 'person' | 'tag' | 'time' | 'text' | 'number'

export interface TicketField {
  label: string
  kind: TicketFieldKind
  /** Of a choice: what it may be. */
  options?: readonly string[]
  mayBeEmpty?: true
  /** Of a time: `2h` looks ahead instead of back. */
  liesAhead?: true
}

const define = <const F extends Record<string, TicketField>>(fields: F) => fields

/** Everything of a ticket that lists can be narrowed by, shared by the API and the interface. Beside these, `form.<key>`. */
export const ticketFields = define({
  status: { label: 'Status', kind: 'choice', options: ['open', ...TicketStatus.options] },
  priority: { label: 'Priority', kind: 'choice', options: Priority.options },
  is: { label: 'State', kind: 'choice', options: ['open', 'overdue', 'unanswered', 'escalated'] },
  tag: { label: 'Tag', kind: 'tag', mayBeEmpty: true },
  category: { label: 'Category', kind: 'named' },
  subcategory: { label: 'Subcategory', kind: 'named' },
  studio: { label: 'Studio', kind: 'named' },
  team: { label: 'Team', kind: 'named', mayBeEmpty: true },
  assignee: { label: 'Assignee', kind: 'person', mayBeEmpty: true },
  reporter: { label: 'Reporter', kind: 'person' },
  watcher: { label: 'Watcher', kind: 'person' },
  client: { label: 'Client', kind: 'named', mayBeEmpty: true },
  due: { label: 'Due', kind: 'time', mayBeEmpty: true, liesAhead: true },
  response: { label: 'First response due', kind: 'time', mayBeEmpty: true, liesAhead: true },
  created: { label: 'Created', kind: 'time' },
  updated: { label: 'Updated', kind: 'time' },
  occurred: { label: 'Happened', kind: 'time', mayBeEmpty: true },
  followup: { label: 'Follow-up', kind: 'time', mayBeEmpty: true, liesAhead: true },
  resolved: { label: 'Resolved', kind: 'time', mayBeEmpty: true },
  closed: { label: 'Closed', kind: 'time', mayBeEmpty: true },
  title: { label: 'Title', kind: 'text' },
  description: { label: 'Description', kind: 'text' },
  source: { label: 'Source', kind: 'choice', options: TicketSource.options, mayBeEmpty: true },
  mood: { label: 'Client’s mood', kind: 'choice', options: ClientMood.options, mayBeEmpty: true },
  informed: { label: 'Client informed', kind: 'choice', options: ['yes', 'no'] },
  level: { label: 'Escalation level', kind: 'number' },
})
export type TicketFieldKey = keyof typeof ticketFields
/** A field of the ticket, or a question of its form. */
export type FilterKey = TicketFieldKey | `form.${string}`

const formKey = /^form\.[a-z][a-zA-Z0-9]{0,39}$/
/** An answer may be anything; how it is compared follows from the operator. */
const formField: TicketField = { label: 'Answer', kind: 'text', mayBeEmpty: true }

export const isFormKey = (key: FilterKey): key is `form.${string}` => key.startsWith('form.')

/** The field people mean by `Status` or `form.area`, if there is one. */
export function filterKey(written: string): FilterKey | undefined {
  if (formKey.test(written)) return written as `form.${string}`
  const key = written.toLowerCase()
  return Object.hasOwn(ticketFields, key) ? (key as TicketFieldKey) : undefined
}

export const fieldOf = (key: FilterKey): TicketField => (isFormKey(key) ? formField : ticketFields[key])

/** What can be said about it, the most usual first. */
export function operatorsOf(key: FilterKey): readonly Operator[] {
  if (isFormKey(key)) return ['is', 'contains', 'before', 'after']
  const { kind } = fieldOf(key)
  if (kind === 'time' || kind === 'number') return ['is', 'before', 'after']
  return kind === 'text' ? ['contains'] : ['is']
}

/** Stretches that have a name, in the zone of whoever asks. */
export const namedTimes = [
  'today',
  'yesterday',
  'tomorrow',
  'this-week',
  'last-week',
  'next-week',
  'this-month',
  'last-month',
] as const
const isTime = (value: string): boolean =>
  namedTimes.some((name) => name === value) ||
  /^[1-9]\d{0,3}[mhdw]$/.test(value) ||
  (/^(19|20|21)\d\d-/.test(value) && (z.iso.date().safeParse(value).success || Timestamp.safeParse(value).success))

/** From a day up to and with another: `2026-11-01..2026-11-15`. */
function isDays(value: string): boolean {
  const [first = '', last = '', ...more] = value.split('..')
  return more.length === 0 && [first, last].every((day) => day.length === 10 && isTime(day)) && first <= last
}

/** Whether a field can hold this at all; what is not is a word like any other. */
export function isValueOf(key: FilterKey, operator: Operator, value: string): boolean {
  const { kind, options, mayBeEmpty } = fieldOf(key)
  if (value === '' || value.length > 200) return false
  if (value === 'none' && mayBeEmpty) return operator === 'is'
  if (kind === 'choice') return options?.includes(value) === true
  if (kind === 'time') return isTime(value) || (operator === 'is' && isDays(value))
  if (kind === 'number') return /^\d{1,6}$/.test(value)
  return isFormKey(key) && (operator === 'before' || operator === 'after') ? isComparable(value) : true
}

/** Answers are compared with numbers, and with days: written down, or said from today. */
const isComparable = (value: string): boolean =>
  /^-?\d{1,9}(\.\d{1,6})?$/.test(value) || (isTime(value) && !value.includes('T'))

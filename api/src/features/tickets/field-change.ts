import type { FieldChange } from '@physique57/contracts'

/** As history keeps it: an instant stays one, to be told in the reader's zone. */
export interface StoredChange {
  /** As it continues "changed …": "the title", or the label of a question. */
  field: string
  from: string | null
  to: string | null
  isInstant?: boolean
  /** `field` is the label of a question. */
  isAnswer?: boolean
}

/** Longer texts are named only; whoever wants to read them opens the change. */
const SHORT = 60
/** More than these at once are counted. */
const MOST_TOLD = 3
/** Of each text, when a change is opened. */
const LONGEST = 5_000

/** "changed the title from “AC” to “AC drips”, the studio from … and 2 more". */
export function tellChanges(changes: readonly StoredChange[], timeZone: string): string {
  const told = changes.slice(0, MOST_TOLD).map((change) => tellChange(change, timeZone))
  const more = changes.length - told.length
  return `changed ${listed(more > 0 ? [...told, `${more} more`] : told)}`
}

function tellChange(change: StoredChange, timeZone: string): string {
  const { field, from, to } = inWords(change, timeZone)
  const name = change.isAnswer ? `“${field}”` : field
  if (!isShort(from) || !isShort(to)) return name
  if (from === null) return `${name} to ${quoted(to)}`
  return `${name} from ${quoted(from)} to ${quoted(to)}`
}

/** For whoever opens the change. */
export function describeChange(change: StoredChange, timeZone: string): FieldChange {
  const { field, from, to } = inWords(change, timeZone)
  const name = field.replace(/^the /, '')
  return { field: name.charAt(0).toUpperCase() + name.slice(1), from: cut(from), to: cut(to) }
}

const inWords = ({ field, from, to, isInstant }: StoredChange, timeZone: string): FieldChange =>
  isInstant ? { field, from: timeInWords(from, timeZone), to: timeInWords(to, timeZone) } : { field, from, to }

/** "Sat, 21 Nov 2026, 17:31 IST"; what is no instant stays as it is. */
export function timeInWords(at: string | null, timeZone: string): string | null {
  const instant = new Date(at ?? '')
  if (at === null || Number.isNaN(instant.getTime())) return at
  return new Intl.DateTimeFormat('en-IN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(instant)
}

const isShort = (text: string | null): boolean => text === null || (text.length <= SHORT && !text.includes('\n'))
const quoted = (text: string | null): string => (text === null || text === '' ? 'nothing' : `“${text}”`)
const cut = (text: string | null): string | null =>
  text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

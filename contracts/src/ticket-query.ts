import { asTag } from './tags.ts'
import { type FilterKey, fieldOf, filterKey, isValueOf, type Operator, operatorsOf } from './ticket-fields.ts'
import { isOpenStatus, TicketStatus } from './ticket-status.ts'

/** One thing a ticket must be, or with `not` must not be: any of the values. */
export interface TicketCondition {
  field: FilterKey
  operator: Operator
  not: boolean
  values: string[]
}

/** What somebody typed: conditions, and words to look for. */
export interface TicketQuery {
  conditions: TicketCondition[]
  /** In any form and order. */
  words: string[]
  /** As they stand. */
  phrases: string[]
  /** Words and phrases that must not occur. */
  unwanted: string[]
}

const MOST_ITEMS = 40
const MOST_VALUES = 50

/**
 * Reads `assignee:me status:open priority:high,critical due:<2h studio:"supreme hq" "exact words" -word`. Takes any text
 * and never throws: what is no condition is a word.
 */
export function parseTicketQuery(text: string): TicketQuery {
  const query: TicketQuery = { conditions: [], words: [], phrases: [], unwanted: [] }
  let items = 0
  for (const item of itemsIn(text)) {
    if (++items > MOST_ITEMS) break
    if (item.kind === 'condition') query.conditions.push(item.condition)
    else query[item.kind].push(item.text)
  }
  return query
}

type Item = { kind: 'condition'; condition: TicketCondition } | { kind: 'words' | 'phrases' | 'unwanted'; text: string }

const quoted = String.raw`"(?:\\[\s\S]|[^"\\])*"?`
/** An optional minus, an optional field, and what follows up to the next space outside of quotes. */
const part = new RegExp(String.raw`(-?)(?:([A-Za-z][\w.]*):)?((?:${quoted}|[^\s"])*)`, 'gu')

const itemsIn = (text: string): Item[] =>
  [...text.matchAll(part)].flatMap(([, minus, name, rest = '']) => itemsOf(minus === '-', name, rest))

function itemsOf(not: boolean, name: string | undefined, rest: string): Item[] {
  const field = name && filterKey(name)
  if (field) {
    const condition = conditionOf(field, not, rest)
    if (condition) return [{ kind: 'condition', condition }]
    // somebody is still typing
    if (!hasLetters(rest)) return []
  }
  return (name ? `${name} ${rest}` : rest).split(new RegExp(`(${quoted})`, 'u')).flatMap((piece): Item[] => {
    const texts = piece.startsWith('"') ? [unquoted(piece)] : piece.split(/[\s:]+/u).map(fromFirstLetter)
    const kind = not ? 'unwanted' : piece.startsWith('"') ? 'phrases' : 'words'
    return texts.filter(hasLetters).map((found) => ({ kind, text: found }))
  })
}

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
const fromFirstLetter = (word: string): string => word.replace(/^[^\p{L}\p{N}]+/u, '')

const signs = { '<': 'before', '>': 'after', '~': 'contains' } as const satisfies Record<string, Operator>

function conditionOf(field: FilterKey, not: boolean, written: string): TicketCondition | undefined {
  const sign = /^[<>~]/.exec(written)?.[0] as keyof typeof signs | undefined
  const allowed = operatorsOf(field)
  const operator = sign ? signs[sign] : allowed[0]
  if (!operator || !allowed.includes(operator)) return undefined
  const values = valuesIn(sign ? written.slice(1) : written)
    .map((value) => asWritten(field, value))
    .filter((value) => isValueOf(field, operator, value))
  // one moment is enough to come before or after
  const most = operator === 'before' || operator === 'after' ? 1 : MOST_VALUES
  const several = [...new Set(values)].slice(0, most)
  return several.length > 0 ? { field, operator, not, values: several } : undefined
}

const valuesIn = (written: string): string[] =>
  [...written.matchAll(new RegExp(`${quoted}|[^,"]+`, 'gu'))].map(([value]) =>
    value.startsWith('"') ? unquoted(value) : value.trim(),
  )

/** Words that mean something are lower case, moments upper. */
function asWritten(field: FilterKey, value: string): string {
  const { kind } = fieldOf(field)
  if (kind === 'time' && /^\d{4}-/.test(value)) return value.toUpperCase()
  if (kind === 'tag') return asTag(value)
  if (kind === 'choice' || kind === 'time') return value.toLowerCase()
  return /^(me|mine|none)$/i.test(value) ? value.toLowerCase() : value
}

const unquoted = (piece: string): string => {
  const isClosed = /^"(?:\\[\s\S]|[^"\\])*"$/u.test(piece)
  return piece
    .slice(1, isClosed ? -1 : undefined)
    .replace(/\\([\s\S])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The same query written down: read again, it is the same. */
export const formatTicketQuery = ({ conditions, words, phrases, unwanted }: TicketQuery): string =>
  [
    ...conditions.map(formatCondition),
    ...words,
    ...phrases.map(quote),
    ...unwanted.map((text) => `-${/^[\p{L}\p{N}][^\s:"]*$/u.test(text) ? text : quote(text)}`),
  ].join(' ')

const signOf: Record<Operator, string> = { is: '', contains: '~', before: '<', after: '>' }

function formatCondition({ field, operator, not, values }: TicketCondition): string {
  const sign = operator === operatorsOf(field)[0] ? '' : signOf[operator]
  return `${not ? '-' : ''}${field}:${sign}${values.map((value) => (isPlain(value) ? value : quote(value))).join(',')}`
}

const isPlain = (value: string): boolean => /^[\p{L}\p{N}][^\s",]*$/u.test(value)
const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

export const emptyQuery: TicketQuery = { conditions: [], words: [], phrases: [], unwanted: [] }
/** Whether there is anything to look for, beside conditions. */
export const looksForWords = ({ words, phrases, unwanted }: TicketQuery): boolean =>
  words.length + phrases.length + unwanted.length > 0

/** Which statuses a ticket may have that fits all of these; a few words can rule some out, such as `status:open`. */
export function possibleStatuses(conditions: readonly TicketCondition[]): TicketStatus[] {
  return TicketStatus.options.filter((status) =>
    conditions.every(({ field, not, values }) => {
      if (field === 'is')
        return isOpenStatus(status) ? !(not && values.includes('open')) : not || values.includes('escalated')
      if (field !== 'status') return true
      return values.some((value) => value === status || (value === 'open' && isOpenStatus(status))) !== not
    }),
  )
}

import { fieldOf, isValueOf, type Operator, type TicketCondition } from '@physique57/contracts'
import { formatDate } from '../../../lib/format.ts'
import type { FilterField } from './use-filter-fields.ts'

/** One choice of "how": an operator, or its opposite. */
export interface Way {
  operator: Operator
  not: boolean
}

const words: Record<FilterField['kind'], Record<Operator, [string, string]>> = {
  options: {
    is: ['is', 'is not'],
    contains: ['contains', 'does not contain'],
    before: ['is below', 'is not below'],
    after: ['is above', 'is not above'],
  },
  number: {
    is: ['is', 'is not'],
    contains: ['contains', 'does not contain'],
    before: ['is below', 'is not below'],
    after: ['is above', 'is not above'],
  },
  text: {
    is: ['is', 'is not'],
    contains: ['contains', 'does not contain'],
    before: ['is before', 'is not before'],
    after: ['is after', 'is not after'],
  },
  time: {
    is: ['is', 'is not'],
    contains: ['contains', 'does not contain'],
    before: ['is before', 'is not before'],
    after: ['is from', 'is not from'],
  },
}

export function wayInWords({ kind }: FilterField, { operator, not }: Way, values: readonly string[] = []): string {
  const word = words[kind][operator][not ? 1 : 0]
  return operator === 'is' && values.length > 1 ? (not ? 'is none of' : 'is any of') : word
}

/** All that can be said about a field; "not before" is "from" said clumsily and left out. */
export const waysOf = ({ operators }: FilterField): Way[] =>
  operators.flatMap((operator) =>
    [false, true]
      .filter((not) => !not || operator === 'is' || operator === 'contains')
      .map((not) => ({ operator, not })),
  )

const units = { m: 'minute', h: 'hour', d: 'day', w: 'week' }

/** A value as the chip shows it. */
export function valueInWords(
  { key, options, kind }: FilterField,
  operator: Operator,
  value: string,
  zone: string,
): string {
  const option = options.find((each) => each.value === value)
  if (option) return option.label
  if (kind !== 'time') return isId(value) ? 'one that is chosen' : value
  if (value === 'none') return 'not set'
  const duration = /^(\d+)([mhdw])$/.exec(value)
  if (duration) return inWords(Number(duration[1]), duration[2] as keyof typeof units, operator, fieldOf(key).liesAhead)
  if (/^\d{4}-\d\d-\d\d(\.\.|$)/.test(value)) {
    // days have no zone
    return value
      .split('..')
      .map((day) => formatDate(`${day}T12:00:00Z`, 'UTC'))
      .join(' – ')
  }
  return value.includes('T') ? formatDate(value, zone) : value.replace('-', ' ')
}

/** Clients, people and what the catalogue holds may also be told by part of their name. */
export const isId = (value: string): boolean => /^[\da-f-]{36}$/.test(value)

function inWords(count: number, unit: keyof typeof units, operator: Operator, liesAhead = false): string {
  const length = `${count} ${units[unit]}${count === 1 ? '' : 's'}`
  if (operator === 'is') return liesAhead ? `in the next ${length}` : `in the last ${length}`
  return liesAhead ? `${length} from now` : `${length} ago`
}

/** The same condition said another way, with the values that still make sense. */
export function saidAs(condition: TicketCondition, { operator, not }: Way, fallback: string): TicketCondition {
  const fitting = condition.values.filter((value) => isValueOf(condition.field, operator, value))
  const most = operator === 'before' || operator === 'after' ? 1 : fitting.length
  const values = fitting.slice(0, most)
  return { ...condition, operator, not, values: values.length > 0 ? values : [fallback] }
}

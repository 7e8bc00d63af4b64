import type { AnswerValue, FormField, Ticket } from '@physique57/contracts'
import { formatDate, formatDateTime, formatNumber } from '../../lib/format.ts'

/** An answer in words: labels of options, names of lookup entries, times in the reader's zone. */
export function describeAnswer(
  field: FormField,
  value: AnswerValue,
  lookupNames: Ticket['lookupNames'],
  zone: string,
): string {
  switch (field.type) {
    case 'select':
    case 'radio':
      return labelOf(field.options, value)
    case 'multiselect':
      return (Array.isArray(value) ? value : []).map((each) => labelOf(field.options, each)).join(', ')
    case 'lookup':
      return lookupNames[String(value)] ?? 'No longer in the list'
    case 'checkbox':
      return value === true ? 'Yes' : 'No'
    case 'rating':
      return `${String(value)} of 5`
    case 'number':
      return `${typeof value === 'number' ? formatNumber(value) : String(value)}${field.unit ? ` ${field.unit}` : ''}`
    case 'date':
      // A day has no zone; noon in UTC is that day nearly everywhere, and read in UTC everywhere.
      return formatDate(`${String(value)}T12:00:00Z`, 'UTC')
    case 'datetime':
      return formatDateTime(String(value), zone)
    case 'file': {
      const count = Array.isArray(value) ? value.length : 0
      return count === 1 ? '1 file' : `${count} files`
    }
    default:
      return String(value)
  }
}

const labelOf = (options: { value: string; label: string }[], value: AnswerValue): string =>
  options.find((option) => option.value === value)?.label ?? String(value)

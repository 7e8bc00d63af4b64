import { Timestamp } from './common.ts'
import type { Condition, FormField } from './forms.ts'

/**
 * The fields that show for these answers, in form order. A condition whose own field is hidden, unknown or further
 * down does not hold. An unticked checkbox is `false` whether it was sent or not, and not "answered".
 */
export function visibleFields(fields: readonly FormField[], answers: unknown): FormField[] {
  const shown = new Map<string, unknown>()
  return fields.filter((field) => {
    if (field.visibleWhen && !holds(field.visibleWhen, shown)) return false
    shown.set(field.key, givenAnswer(field, answers) ?? (field.type === 'checkbox' ? false : undefined))
    return true
  })
}

/** Whether this field of the form shows; asking for all of them at once is `visibleFields`. */
export const isVisible = (field: FormField, fields: readonly FormField[], answers: unknown): boolean =>
  visibleFields(fields, answers).some(({ key }) => key === field.key)

/**
 * What was answered, in the one form it is compared and stored in: text trimmed, e-mail addresses and ids in lower
 * case, instants in UTC. undefined when not answered: nothing, blank text, an empty list, no number.
 */
export function givenAnswer(field: FormField, answers: unknown): unknown {
  const raw = isAnswers(answers) && Object.hasOwn(answers, field.key) ? answers[field.key] : undefined
  if (raw === null || Number.isNaN(raw)) return undefined
  if (Array.isArray(raw)) return raw.length === 0 ? undefined : raw.map((item) => inOneForm(field, item))
  if (typeof raw === 'string' && raw.trim() === '') return undefined
  return inOneForm(field, raw)
}

export const isAnswers = (answers: unknown): answers is Record<string, unknown> =>
  typeof answers === 'object' && answers !== null && !Array.isArray(answers)

function inOneForm(field: FormField, value: unknown): unknown {
  if (value === 0) return 0 // JSON does not keep -0
  if (typeof value !== 'string') return value
  switch (field.type) {
    case 'select':
    case 'radio':
    case 'multiselect':
      return value
    case 'email':
    case 'lookup':
    case 'file':
      return value.trim().toLowerCase()
    case 'datetime':
      return inUtc(value.trim())
    default:
      return value.trim()
  }
}

/** Only what is a real instant: Date would make 2 March of 30 February. A year of five digits would not read back. */
function inUtc(value: string): string {
  if (!Timestamp.safeParse(value).success) return value
  const instant = new Date(value)
  return instant.getUTCFullYear() > 9999 ? value : instant.toISOString()
}

function holds(condition: Condition, shown: ReadonlyMap<string, unknown>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, shown))
  if ('any' in condition) return condition.any.some((part) => holds(part, shown))

  const answer = shown.get(condition.field)
  if ('isAnswered' in condition) return answer !== undefined && answer !== false
  const wanted: readonly unknown[] = 'is' in condition ? [condition.is] : condition.isOneOf
  return Array.isArray(answer) ? answer.some((item) => wanted.includes(item)) : wanted.includes(answer)
}

import type { FieldError } from './errors.ts'
import type { Answers, FormField } from './forms.ts'

/** What to say at lookup fields whose answer is not among the entries offered (any more). */
export function notOffered(
  fields: readonly FormField[],
  answers: Answers,
  offered: readonly { id: string; kind: string }[],
): FieldError[] {
  return fields.flatMap((field) => {
    const id = answers[field.key]
    if (field.type !== 'lookup' || id === undefined) return []
    const isOffered = offered.some((entry) => entry.id === id && entry.kind === field.of)
    return isOffered ? [] : [{ path: `answers.${field.key}`, message: 'Choose one from the list' }]
  })
}

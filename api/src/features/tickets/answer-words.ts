import type { Answers, AnswerValue, FieldOption, FormField } from '@physique57/contracts'
import type { StoredChange } from './field-change.ts'

interface Answered {
  formVersionId: string
  fields: readonly FormField[]
  answers: Answers
}

/** What changed, as history keeps it: in words that still say the same when the form has changed. */
export function changedAnswers(
  before: Answered,
  after: Answered,
  lookupNames: ReadonlyMap<string, string>,
): StoredChange[] {
  const changes = (fields: readonly FormField[], old: Answers, fresh: Answers): StoredChange[] =>
    fields
      .filter(({ key }) => !isSameAnswer(old[key], fresh[key]))
      .map((field) => ({
        field: field.label,
        from: inWords(field, old[field.key], lookupNames),
        to: inWords(field, fresh[field.key], lookupNames),
        isAnswer: true,
        ...(field.type === 'datetime' && { isInstant: true }),
      }))
  if (before.formVersionId === after.formVersionId) return changes(after.fields, before.answers, after.answers)
  // of another form every question is another one
  return [...changes(before.fields, before.answers, {}), ...changes(after.fields, {}, after.answers)]
}

export const isSameAnswer = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Ids of lookup entries among the answers. */
export const lookupIdsOf = (fields: readonly FormField[], answers: Answers): string[] =>
  fields.flatMap(({ key, type }) => {
    const chosen = answers[key]
    return type === 'lookup' && typeof chosen === 'string' ? [chosen] : []
  })

function inWords(
  field: FormField,
  value: AnswerValue | undefined,
  lookupNames: ReadonlyMap<string, string>,
): string | null {
  if (value === undefined) return null
  switch (field.type) {
    case 'select':
    case 'radio':
    case 'multiselect':
      return optionLabels(field, value)
    case 'lookup':
      return lookupNames.get(String(value)) ?? 'No longer in the list'
    case 'checkbox':
      return value === true ? 'Yes' : 'No'
    case 'rating':
      return `${String(value)} of 5`
    case 'number':
      return field.unit ? `${String(value)} ${field.unit}` : String(value)
    case 'file':
      return Array.isArray(value) && value.length !== 1 ? `${value.length} files` : '1 file'
    default:
      return String(value)
  }
}

export const optionLabels = ({ options }: { options: readonly FieldOption[] }, value: AnswerValue): string =>
  [value]
    .flat()
    .map((each) => options.find((option) => option.value === each)?.label ?? String(each))
    .join(', ')

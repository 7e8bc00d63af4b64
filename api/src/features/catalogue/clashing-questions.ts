import type { FieldError, FormField } from '@physique57/contracts'

interface OtherForm {
  name: string
  fields: readonly FormField[]
}

/**
 * Questions with one key are one question to filters, columns and exports, so all forms have to ask it in one way: a key
 * that another form uses for another type of answer has to be another key.
 */
export function clashingQuestions(fields: readonly FormField[], others: readonly OtherForm[]): FieldError[] {
  return fields.flatMap((field, index) => {
    const clash = others.find((form) => form.fields.some((other) => isOtherQuestion(field, other)))
    return clash
      ? [{ path: `${index}.key`, message: `“${clash.name}” asks for another kind of answer under “${field.key}”` }]
      : []
  })
}

const isOtherQuestion = (field: FormField, other: FormField): boolean =>
  field.key === other.key && answerOf(field) !== answerOf(other)

/** What an answer is; how it is asked for is each form's own business. */
function answerOf(field: FormField): string {
  if (field.type === 'lookup') return field.of
  return like[field.type] ?? field.type
}

const like: Partial<Record<FormField['type'], string>> = {
  text: 'words',
  textarea: 'words',
  select: 'choice',
  radio: 'choice',
  number: 'number',
  rating: 'number',
}

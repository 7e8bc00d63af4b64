import type { AnswerValue, FormColumn, FormField, ShownAnswer } from '@physique57/contracts'
import type { Tx } from '../../db/transaction.ts'
import { lookupIdsOf, optionLabels } from './answer-words.ts'
import { findAnswers, findForms, findLookupNames } from './tickets.queries.ts'

type Shown = Record<FormColumn, ShownAnswer>

const keyOf = (column: FormColumn): string => column.slice('form.'.length)

/** What the tickets of a page answered, in three queries however many forms they were filed with. */
export async function viewAnswers({ db }: Tx, ids: string[], columns: FormColumn[]): Promise<Map<string, Shown>> {
  const keys = columns.map(keyOf)
  const rows = await findAnswers(db, ids, keys)
  const forms = new Map(
    (await findForms(db, [...new Set(rows.map(({ formVersionId }) => formVersionId))])).map((form) => [
      form.id,
      form.fields.filter(({ key }) => keys.includes(key)),
    ]),
  )
  const fieldsOf = (formVersionId: string) => forms.get(formVersionId) ?? []
  const lookedUp = rows.flatMap(({ formVersionId, answers }) => lookupIdsOf(fieldsOf(formVersionId), answers))
  const found = lookedUp.length > 0 ? await findLookupNames(db, [...new Set(lookedUp)]) : []
  const names = new Map(found.map(({ id, name }) => [id, name]))

  return new Map(
    rows.map(({ id, formVersionId, answers }) => [
      id,
      Object.fromEntries(
        fieldsOf(formVersionId).flatMap((field): [FormColumn, ShownAnswer][] => {
          const value = answers[field.key]
          return value === undefined ? [] : [[`form.${field.key}`, showAnswer(field, value, names)]]
        }),
      ),
    ]),
  )
}

function showAnswer(field: FormField, value: AnswerValue, names: ReadonlyMap<string, string>): ShownAnswer {
  const { type } = field
  switch (type) {
    case 'select':
    case 'radio':
    case 'multiselect':
      return { type, value: optionLabels(field, value) }
    case 'lookup':
      return { type, value: names.get(String(value)) ?? 'No longer in the list' }
    case 'file':
      return { type, value: Array.isArray(value) ? value.length : 1 }
    case 'number':
      return { type, value: plain(value), ...(field.unit && { unit: field.unit }) }
    default:
      return { type, value: plain(value) }
  }
}

const plain = (value: AnswerValue): ShownAnswer['value'] => (Array.isArray(value) ? value.join(', ') : value)

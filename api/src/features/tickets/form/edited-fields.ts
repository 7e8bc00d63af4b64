import { clientMoodLabel, sourceLabel } from '@physique57/contracts'
import { changedAnswers } from '../answer-words.ts'
import type { StoredChange } from '../field-change.ts'
import type { EditableRow } from '../tickets.queries.ts'

const category = ({ categoryName, subcategoryName }: EditableRow) => `${categoryName} / ${subcategoryName}`
const words = <K extends string>(labels: Record<K, string>, key: K | null) => (key === null ? null : labels[key])
const orNull = (text: string) => (text === '' ? null : text)
const instant = (at: Date | null) => at?.toISOString() ?? null

/** In the order they are told. */
const fields: { field: string; read: (row: EditableRow) => string | null; isInstant?: boolean }[] = [
  { field: 'the category', read: category },
  { field: 'the title', read: ({ title }) => title },
  { field: 'the studio', read: ({ studioName }) => studioName },
  { field: 'the client', read: ({ clientName }) => clientName },
  { field: 'the description', read: ({ description }) => orNull(description) },
  { field: "the client's mood", read: ({ clientMood }) => words(clientMoodLabel, clientMood) },
  { field: 'the source', read: ({ source }) => words(sourceLabel, source) },
  { field: 'when it happened', read: ({ occurredAt }) => instant(occurredAt), isInstant: true },
  { field: 'the follow-up date', read: ({ followUpAt }) => instant(followUpAt), isInstant: true },
  { field: 'the action taken', read: ({ actionTaken }) => orNull(actionTaken) },
]

/** What an edit changed, for the ticket's story: fields first, then answers. */
export function editedFields(
  before: EditableRow,
  after: EditableRow,
  lookupNames: ReadonlyMap<string, string>,
): StoredChange[] {
  const plain = fields.flatMap(({ field, read, isInstant }) => {
    const [from, to] = [read(before), read(after)]
    return from === to ? [] : [{ field, from, to, ...(isInstant && { isInstant }) }]
  })
  return [...plain, ...changedAnswers(formOf(before), formOf(after), lookupNames)]
}

const formOf = ({ formVersionId, formFields, answers }: EditableRow) => ({
  formVersionId,
  fields: formFields,
  answers,
})

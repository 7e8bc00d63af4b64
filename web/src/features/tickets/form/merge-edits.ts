import type { NewTicketValues } from './new-ticket.ts'

/** What is decided as one: a field, an answer, or the subcategory with all answers to its form. */
export type EditPart = PlainPart | 'client' | 'about' | `answers.${string}`
type PlainPart = (typeof plainParts)[number]

const plainParts = [
  'title',
  'studioId',
  'description',
  'clientMood',
  'tags',
  'source',
  'occurredAt',
  'followUpAt',
  'actionTaken',
] as const

export interface MergedEdits {
  /** Everybody's changes together; where both changed the same, mine. */
  merged: NewTicketValues
  /** Where both changed the same to something different. */
  conflicts: EditPart[]
}

/** Brings two edits of the same ticket together. */
export function mergeEdits(base: NewTicketValues, mine: NewTicketValues, theirs: NewTicketValues): MergedEdits {
  const parts = partsOf(base, mine, theirs)
  const differs = (a: NewTicketValues, b: NewTicketValues) => (part: EditPart) => read(a, part) !== read(b, part)
  const theirParts = parts.filter(differs(base, theirs))
  const conflicts = theirParts.filter((part) => differs(base, mine)(part) && differs(mine, theirs)(part))
  const taken = theirParts.filter((part) => !differs(base, mine)(part))
  return { merged: takeTheirs(mine, theirs, taken), conflicts }
}

/** Mine, with these parts as they have them. */
export const takeTheirs = (
  mine: NewTicketValues,
  theirs: NewTicketValues,
  parts: readonly EditPart[],
): NewTicketValues => parts.reduce((values, part) => Object.assign(values, partOf(values, theirs, part)), { ...mine })

function partsOf(...all: NewTicketValues[]): EditPart[] {
  const isOneForm = all.every(({ subcategoryId }) => subcategoryId === all[0]?.subcategoryId)
  const keys = [...new Set(all.flatMap(({ answers }) => Object.keys(answers)))]
  const about: EditPart[] = isOneForm ? keys.map((key) => `answers.${key}` as const) : ['about']
  return [...plainParts, 'client', ...about]
}

function read(values: NewTicketValues, part: EditPart): string {
  return JSON.stringify(contentOf(values, part) ?? null)
}

function contentOf(values: NewTicketValues, part: EditPart): unknown {
  if (part === 'client') return values.knownClient?.id ?? values.client
  if (part === 'about') return [values.subcategoryId, Object.entries(values.answers).toSorted()]
  if (part.startsWith('answers.')) return values.answers[part.slice('answers.'.length)]
  const value = values[part as PlainPart]
  return typeof value === 'string' ? value.trim() : value
}

function partOf(mine: NewTicketValues, theirs: NewTicketValues, part: EditPart): Partial<NewTicketValues> {
  if (part === 'client') return { knownClient: theirs.knownClient, client: theirs.client }
  if (part === 'about') return { subcategoryId: theirs.subcategoryId, answers: theirs.answers }
  if (part.startsWith('answers.')) {
    const key = part.slice('answers.'.length)
    return { answers: { ...mine.answers, [key]: theirs.answers[key] ?? null } }
  }
  return { [part]: theirs[part as PlainPart] }
}

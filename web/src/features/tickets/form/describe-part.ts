import { type Category, clientMoodLabel, type Form, type Studio, sourceLabel, type Ticket } from '@physique57/contracts'
import { formatDateTime } from '../../../lib/format.ts'
import { describeAnswer } from '../describe-answer.ts'
import type { EditPart } from './merge-edits.ts'
import type { NewTicketValues } from './new-ticket.ts'

/** What ids stand for. */
export interface PartNames {
  categories: Category[]
  studios: Studio[]
  form: Form
  lookupNames: Ticket['lookupNames']
  zone: string
}

const labels: Record<Exclude<EditPart, `answers.${string}`>, string> = {
  title: 'Title',
  studioId: 'Studio',
  description: 'Description',
  client: 'Client',
  clientMood: 'Mood',
  tags: 'Tags',
  source: 'How it was reported',
  occurredAt: 'When it happened',
  followUpAt: 'Follow up',
  actionTaken: 'Action taken',
  about: 'Category and answers',
}

export const labelOfPart = (part: EditPart, { form }: PartNames): string =>
  isAnswer(part) ? (fieldOf(part, form)?.label ?? 'Answer') : labels[part]

/** In words; "nothing" where there is nothing. */
export function describePart(part: EditPart, values: NewTicketValues, names: PartNames): string {
  return wordsOf(part, values, names) || 'nothing'
}

function wordsOf(part: EditPart, values: NewTicketValues, { categories, studios, form, lookupNames, zone }: PartNames) {
  if (isAnswer(part)) {
    const [field, value] = [fieldOf(part, form), values.answers[part.slice('answers.'.length)]]
    return field && value !== undefined && value !== null ? describeAnswer(field, value, lookupNames, zone) : ''
  }
  switch (part) {
    case 'title':
    case 'description':
    case 'actionTaken':
      return values[part]
    case 'studioId':
      return studios.find(({ id }) => id === values.studioId)?.name
    case 'tags':
      return values.tags.join(', ')
    case 'clientMood':
      return values.clientMood && clientMoodLabel[values.clientMood]
    case 'source':
      return values.source && sourceLabel[values.source]
    case 'occurredAt':
    case 'followUpAt':
      return values[part] && formatDateTime(values[part], zone)
    case 'client':
      return values.knownClient?.name ?? values.client?.name
    case 'about':
      return categories.flatMap(({ name, subcategories }) =>
        subcategories.filter(({ id }) => id === values.subcategoryId).map((each) => `${name} / ${each.name}`),
      )[0]
  }
}

const isAnswer = (part: EditPart): part is `answers.${string}` => part.startsWith('answers.')

const fieldOf = (part: EditPart, form: Form) => form.fields.find(({ key }) => part === `answers.${key}`)

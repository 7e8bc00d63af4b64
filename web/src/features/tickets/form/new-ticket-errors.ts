import type { FieldError, Form } from '@physique57/contracts'
import type { FieldErrors } from 'react-hook-form'
import type { NewTicketValues } from './new-ticket.ts'

const labels: Record<string, string> = {
  subcategoryId: 'What is it about?',
  studioId: 'Studio',
  title: 'Title',
  description: 'Description',
  client: 'Client',
  'client.name': 'Client name',
  'client.phone': 'Phone',
  'client.email': 'E-mail',
  'client.membershipNumber': 'Membership number',
  'client.id': 'Client',
  attachmentIds: 'Photos and files',
  clientMood: 'Mood now',
  source: 'How it was reported',
  occurredAt: 'When it happened',
  followUpAt: 'Follow up',
  actionTaken: 'Action taken on the spot',
}

/** The errors of the form with the names of their fields, in the order of the page. */
export function labelledErrors(errors: FieldErrors<NewTicketValues>, form: Form | undefined) {
  const found = flatten(errors)
  const order = [
    'subcategoryId',
    'studioId',
    'title',
    'description',
    ...(form?.fields ?? []).map((field) => `answers.${field.key}`),
    ...Object.keys(labels),
  ]
  const place = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length)
  const labelOf = (path: string) =>
    labels[path] ?? form?.fields.find((field) => `answers.${field.key}` === path)?.label ?? 'Form'
  return found.map((error) => ({ ...error, label: labelOf(error.path) })).sort((a, b) => place(a.path) - place(b.path))
}

function flatten(errors: object, prefix = ''): FieldError[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null) return []
    const path = prefix + key
    if ('message' in error && typeof error.message === 'string') return [{ path, message: error.message }]
    return flatten(error, `${path}.`)
  })
}

import {
  type FieldError,
  type Form,
  NewClient,
  type Ticket,
  UpdateTicket,
  validateAnswers,
} from '@physique57/contracts'
import type { z } from 'zod'
import { answersTo, emptyTicket, issuesOf, type NewTicketValues, typedClient } from './new-ticket.ts'

export type Patch = z.input<typeof UpdateTicket>

/** A ticket as the form that edits it is filled in. */
export const valuesOf = (ticket: Ticket): NewTicketValues => ({
  ...emptyTicket,
  subcategoryId: ticket.subcategory.id,
  studioId: ticket.studio.id,
  title: ticket.title,
  description: ticket.description,
  knownClient: ticket.client && {
    id: ticket.client.id,
    name: ticket.client.name,
    maskedPhone: ticket.client.phone,
    membershipNumber: ticket.client.membershipNumber,
    status: ticket.client.status,
  },
  clientMood: ticket.clientMood,
  tags: ticket.tags,
  source: ticket.source,
  occurredAt: ticket.occurredAt,
  actionTaken: ticket.actionTaken,
  followUpAt: ticket.followUpAt,
  answers: ticket.answers,
})

/** The form its questions come from: its own, or that of another subcategory once that is loaded. */
export const formFor = (ticket: Ticket, values: NewTicketValues, other: Form | undefined): Form | undefined =>
  values.subcategoryId === ticket.subcategory.id ? ticket.form : other

export type CheckedEdit = { ok: true; patch: Patch } | { ok: false; errors: FieldError[] }

/** What has to be sent to make of the ticket what the form says: only what differs. Or what to say at which field. */
export function checkEdit(
  ticket: Ticket,
  values: NewTicketValues,
  form: Form | undefined,
  at: { now: Date; timeZone: string },
): CheckedEdit {
  const before = valuesOf(ticket)
  const answers = answersPatch(ticket, before, values, form, at)
  const patch = { ...plainPatch(before, values), ...clientPatch(before, values), ...(answers.ok && answers.patch) }
  const { client: _, answers: __, subcategoryId: ___, formVersionId: ____, ...plain } = patch
  const errors = [
    ...(Object.keys(plain).length > 0 ? issuesOf(UpdateTicket.safeParse(plain)) : []),
    ...(answers.ok ? [] : answers.errors),
    ...(values.client ? issuesOf(NewClient.safeParse(typedClient(values.client)), 'client.') : []),
  ]
  return errors.length > 0 ? { ok: false, errors } : { ok: true, patch }
}

const words = ['title', 'description', 'actionTaken'] as const
const choices = ['studioId', 'clientMood', 'source', 'occurredAt', 'followUpAt'] as const

function plainPatch(before: NewTicketValues, values: NewTicketValues): Patch {
  const changedWords = words.filter((field) => values[field].trim() !== before[field])
  const changedChoices = choices.filter((field) => values[field] !== before[field])
  return {
    ...Object.fromEntries(changedWords.map((field) => [field, values[field].trim()])),
    ...(before.tags.join() !== values.tags.join() && { tags: values.tags }),
    ...Object.fromEntries(changedChoices.map((field) => [field, values[field]])),
  }
}

function clientPatch(before: NewTicketValues, { knownClient, client }: NewTicketValues): Patch {
  if (knownClient) return knownClient.id === before.knownClient?.id ? {} : { client: { id: knownClient.id } }
  if (client) return { client: typedClient(client) }
  return before.knownClient ? { client: null } : {}
}

type AnswersPatch = { ok: true; patch: Patch } | { ok: false; errors: FieldError[] }

/** Answers that nobody touched are not judged again: the rules may have changed since. */
function answersPatch(
  ticket: Ticket,
  before: NewTicketValues,
  values: NewTicketValues,
  form: Form | undefined,
  at: { now: Date; timeZone: string },
): AnswersPatch {
  const isOther = values.subcategoryId !== before.subcategoryId
  if (!isOther && sameAnswers(before.answers, values.answers)) return { ok: true, patch: {} }
  if (!form) return { ok: false, errors: [{ path: 'subcategoryId', message: 'Its questions are not loaded yet' }] }
  const checked = validateAnswers(form.fields, answersTo(form.fields, values), at)
  if (!checked.ok) return checked
  if (!isOther && sameAnswers(ticket.answers, checked.answers)) return { ok: true, patch: {} }
  const { formVersionId } = form
  return {
    ok: true,
    patch: {
      answers: checked.answers,
      formVersionId,
      ...(isOther && values.subcategoryId && { subcategoryId: values.subcategoryId }),
    },
  }
}

function sameAnswers(a: NewTicketValues['answers'], b: NewTicketValues['answers']): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => JSON.stringify(a[key] ?? null) === JSON.stringify(b[key] ?? null))
}

import {
  ClientMatch,
  ClientMood,
  ClientStatus,
  CreateTicket,
  type CreateTicketSent,
  checkTimes,
  type FieldError,
  type Form,
  type FormField,
  type LookupEntry,
  NewClient,
  notOffered,
  TicketSource,
  validateAnswers,
} from '@physique57/contracts'
import { z } from 'zod'

/** A client typed by hand: every field as it stands in its input. */
const TypedClient = z.object({
  name: z.string().catch(''),
  phone: z.string().catch(''),
  email: z.string().catch(''),
  membershipNumber: z.string().catch(''),
  status: ClientStatus.nullable().catch(null),
})
export type TypedClient = z.infer<typeof TypedClient>

/** As typed; null: cleared. */
const TypedAnswers = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
)

/** The create form as it is being filled in. As a schema, because a draft of it may come from an older version of the page. */
export const NewTicketValues = z.object({
  subcategoryId: z.string().nullable().catch(null),
  studioId: z.string().nullable().catch(null),
  title: z.string().catch(''),
  description: z.string().catch(''),
  knownClient: ClientMatch.nullable().catch(null),
  client: TypedClient.nullable().catch(null),
  clientMood: ClientMood.nullable().catch(null),
  source: TicketSource.nullable().catch(null),
  occurredAt: z.string().nullable().catch(null),
  tags: z.array(z.string()).catch([]),
  actionTaken: z.string().catch(''),
  followUpAt: z.string().nullable().catch(null),
  /** Files that are there, besides those among the answers. */
  attachmentIds: z.array(z.string()).catch([]),
  /** Also of fields that are hidden now, in case they show again. */
  answers: TypedAnswers.catch({}),
  /** Answers to the forms of subcategories that were chosen before, in case they are chosen again. */
  otherAnswers: z.record(z.string(), TypedAnswers).catch({}),
})
export type NewTicketValues = z.infer<typeof NewTicketValues>

/** Where files are added to the ticket that is being written; each question that asks for some has a place of its own below. */
export const NEW_TICKET_FILES = 'new-ticket'

export const emptyTicket: NewTicketValues = NewTicketValues.parse({})
export const emptyClient: TypedClient = TypedClient.parse({})

export type CheckedTicket = { ok: true; body: CreateTicketSent } | { ok: false; errors: FieldError[] }

/** When and where; and what lookup fields offer, as far as this page has asked for it. */
export interface CheckedAt {
  now: Date
  timeZone: string
  offered?: LookupEntry[] | undefined
}

/** What is sent, or what to say at which field, in the order of the page. */
export function checkNewTicket(values: NewTicketValues, form: Form | undefined, at: CheckedAt): CheckedTicket {
  const fields = form?.fields ?? []
  const answers = validateAnswers(fields, answersTo(fields, values), at)
  const body = bodyOf(values, form, answers.ok ? answers.answers : {})
  const errors = [
    ...(values.subcategoryId === null ? [{ path: 'subcategoryId', message: 'Choose what it is about' }] : []),
    ...(values.studioId === null ? [{ path: 'studioId', message: 'Choose the studio' }] : []),
    ...issuesOf(
      CreateTicket.omit({ client: true, subcategoryId: true, studioId: true }).safeParse(withoutChosen(body)),
    ),
    ...checkTimes(body, at),
    ...(answers.ok ? [] : answers.errors),
    ...(values.client ? issuesOf(NewClient.safeParse(typedClient(values.client)), 'client.') : []),
  ]
  if (errors.length > 0) return { ok: false, errors }
  const gone = at.offered ? notOffered(fields, body.answers ?? {}, at.offered) : []
  return gone.length > 0 ? { ok: false, errors: gone } : { ok: true, body }
}

function bodyOf(
  values: NewTicketValues,
  form: Form | undefined,
  answers: CreateTicketSent['answers'],
): CreateTicketSent {
  const { title, description, actionTaken, clientMood, source, occurredAt, followUpAt, knownClient, client } = values
  const { attachmentIds, tags } = values
  return {
    subcategoryId: values.subcategoryId ?? '',
    studioId: values.studioId ?? '',
    ...(title.trim() && { title: title.trim() }),
    ...(description.trim() && { description: description.trim() }),
    ...(actionTaken.trim() && { actionTaken: actionTaken.trim() }),
    ...(clientMood && { clientMood }),
    ...(source && { source }),
    ...(occurredAt && { occurredAt }),
    ...(followUpAt && { followUpAt }),
    ...(tags.length > 0 && { tags }),
    ...(attachmentIds.length > 0 && { attachmentIds }),
    ...(knownClient ? { client: { id: knownClient.id } } : client && { client: typedClient(client) }),
    ...(form && { formVersionId: form.formVersionId }),
    answers,
  }
}

const withoutChosen = ({ client: _, subcategoryId: __, studioId: ___, ...rest }: CreateTicketSent) => rest

/** Only the fields of a client that say something. */
export function typedClient({ name, email, phone, membershipNumber, status }: TypedClient): z.input<typeof NewClient> {
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(membershipNumber.trim() && { membershipNumber: membershipNumber.trim() }),
    ...(status && { status }),
  }
}

export function answersTo(fields: FormField[], values: NewTicketValues): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ key }) => [key, values.answers[key] ?? undefined]))
}

export function issuesOf(result: z.ZodSafeParseResult<unknown>, prefix = ''): FieldError[] {
  if (result.success) return []
  return result.error.issues.map((issue) => ({ path: prefix + issue.path.join('.'), message: inWords(issue) }))
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return 'Fill this in'
  if (issue.code === 'too_big') return `At most ${issue.maximum.toLocaleString('en-IN')} characters`
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return 'An e-mail address looks like name@example.com'
  return issue.message
}

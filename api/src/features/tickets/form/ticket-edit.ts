import {
  type Answers,
  checkTimes,
  type FieldError,
  type FormField,
  type UpdateTicket,
  validateAnswers,
} from '@physique57/contracts'
import type { Tx } from '../../../db/transaction.ts'
import { AppError, unprocessable } from '../../../http/app-error.ts'
import { assertChoicesExist, findCurrentForm, findStudio, findSubcategory } from '../../catalogue/catalogue.service.ts'
import { resolveClient } from '../../clients/clients.service.ts'
import { assertFilesFree } from '../../files/attachments.ts'
import { isSameAnswer } from '../answer-words.ts'
import type { EditableRow, TicketRow } from '../tickets.queries.ts'

type PlainFields = Pick<UpdateTicket, (typeof plainFields)[number]>

interface Columns extends PlainFields {
  studioId?: string
  clientId?: string | null
  categoryId?: string
  subcategoryId?: string
  formVersionId?: string
  /** As JSON. */
  answers?: string
}

const plainFields = ['title', 'description', 'clientMood', 'source', 'occurredAt', 'followUpAt', 'actionTaken'] as const

interface Edit {
  /** Nothing that stays as it is. */
  columns: Columns
  /** Uploads that become part of the ticket, as answers. */
  fileIds: string[]
}

/** What an edit comes to. 422 for what does not exist or does not fit. */
export async function prepareEdit(
  tx: Tx,
  ticket: TicketRow,
  stored: EditableRow,
  changes: UpdateTicket,
): Promise<Edit> {
  const plain = plainFields.filter((field) => field in changes && !isSame(ticket[field], changes[field]))
  assertTimes(tx, plain, changes)
  const form = await formOf(tx, ticket, stored, changes)
  const columns = {
    ...Object.fromEntries(plain.map((field) => [field, changes[field]])),
    ...(await studioOf(tx, ticket, changes)),
    ...(await clientOf(tx, ticket, changes)),
    ...form.columns,
  }
  return { columns, fileIds: form.fileIds }
}

/** Only of what is changed: a follow-up that has passed since may stay. */
function assertTimes({ actor, now }: Tx, changed: readonly string[], { occurredAt, followUpAt }: UpdateTicket): void {
  const errors = checkTimes(
    {
      occurredAt: changed.includes('occurredAt') ? (occurredAt ?? undefined) : undefined,
      followUpAt: changed.includes('followUpAt') ? (followUpAt ?? undefined) : undefined,
    },
    { now, timeZone: actor.timeZone },
  )
  if (errors.length > 0) throw needCorrecting(errors)
}

function needCorrecting(errors: FieldError[]): AppError {
  const count = errors.length
  return new AppError('unprocessable', `${count} ${count === 1 ? 'answer needs' : 'answers need'} correcting.`, {
    errors,
  })
}

const isSame = (before: unknown, after: unknown): boolean =>
  before instanceof Date && typeof after === 'string' ? before.getTime() === Date.parse(after) : before === after

async function studioOf({ db }: Tx, ticket: TicketRow, { studioId }: UpdateTicket): Promise<Columns> {
  if (studioId === undefined || studioId === ticket.studioId) return {}
  if (!(await findStudio(db, studioId))) throw unprocessable('studioId', 'There is no such studio')
  return { studioId }
}

async function clientOf({ db }: Tx, ticket: TicketRow, { client }: UpdateTicket): Promise<Columns> {
  if (client === undefined) return {}
  const clientId = client && (await resolveClient(db, client))
  return clientId === ticket.clientId ? {} : { clientId }
}

/** Another subcategory brings its form as it is now; otherwise the ticket keeps the one it was filed with. */
async function formOf(tx: Tx, ticket: TicketRow, stored: EditableRow, changes: UpdateTicket): Promise<Edit> {
  const { subcategoryId = ticket.subcategoryId } = changes
  if (subcategoryId === ticket.subcategoryId) {
    assertFormVersion(changes, ticket.formVersionId)
    if (!changes.answers) return { columns: {}, fileIds: [] }
    const { answers, fileIds } = await checkAnswers(tx, stored.formFields, changes.answers, stored.answers)
    return { columns: isSameSet(answers, stored.answers) ? {} : { answers: JSON.stringify(answers) }, fileIds }
  }
  const subcategory = await findSubcategory(tx.db, subcategoryId)
  if (!subcategory) throw unprocessable('subcategoryId', 'There is no such subcategory')
  const form = await findCurrentForm(tx.db, subcategoryId)
  if (!form) throw unprocessable('subcategoryId', 'This subcategory has no form yet')
  assertFormVersion(changes, form.formVersionId)
  const { answers, fileIds } = await checkAnswers(tx, form.fields, changes.answers ?? {}, {})
  const { categoryId } = subcategory
  const { formVersionId } = form
  return { columns: { categoryId, subcategoryId, formVersionId, answers: JSON.stringify(answers) }, fileIds }
}

function assertFormVersion({ formVersionId }: UpdateTicket, expected: string): void {
  if (formVersionId === undefined || formVersionId === expected) return
  throw new AppError(
    'conflict',
    'The questions of this subcategory have changed meanwhile. Load them again; what you typed fits most of them.',
  )
}

/** Against the form, and only what was changed against what can be chosen now: a choice that is no longer offered may stay. */
async function checkAnswers({ db, actor, now }: Tx, fields: FormField[], sent: Answers, stored: Answers) {
  const checked = validateAnswers(fields, sent, { now, timeZone: actor.timeZone })
  if (!checked.ok) throw needCorrecting(checked.errors)
  const { answers } = checked
  const changed = fields.filter(({ key }) => !isSameAnswer(answers[key], stored[key]))
  await assertChoicesExist(db, changed, answers)
  const fileIds = await assertFilesFree(db, {
    fields: changed,
    answers: withoutStored(answers, stored),
    attachmentIds: [],
  })
  return { answers, fileIds }
}

/** Files that are part of the ticket already are not attached again. */
function withoutStored(answers: Answers, stored: Answers): Answers {
  const known = new Set(Object.values(stored).flat())
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((each) => !known.has(each)) : value,
    ]),
  )
}

/** The database keeps keys in an order of its own. */
const isSameSet = (a: Answers, b: Answers): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameAnswer(a[key], b[key]))

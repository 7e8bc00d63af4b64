import {
  type Answers,
  type CreateTicket,
  checkTimes,
  type FormField,
  type Ticket,
  validateAnswers,
} from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../../context.ts'
import { actAsSystem, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError, unprocessable } from '../../../http/app-error.ts'
import { decideAssignment, recordDecision } from '../../assignment/assignment.service.ts'
import { assertChoicesExist, findCurrentForm, findStudio, findSubcategory } from '../../catalogue/catalogue.service.ts'
import { resolveClient } from '../../clients/clients.service.ts'
import { assertFilesFree, attachFiles } from '../../files/attachments.ts'
import { startClocks } from '../../sla/clocks.service.ts'
import { announceAssignment } from '../announce-assignment.ts'
import { recordHistory } from '../history.ts'
import { viewTicket } from '../ticket-view.ts'
import { insertTicket, updateTicket } from '../tickets.queries.ts'

/** The whole of it in one transaction: ticket, answers, assignment, clocks, history, notifications and the jobs they need. */
export function createTicket(ctx: Context, input: CreateTicket): Promise<Ticket> {
  return inTransaction(ctx, async (tx) => {
    const { db, actor } = tx
    const { subcategory, studio, form } = await placeOf(tx, input)
    const answers = await checkMeaning(tx, form.fields, input)
    const fileIds = await assertFilesFree(db, { ...form, answers, attachmentIds: input.attachmentIds })
    const ticket = {
      id: uuid(),
      categoryId: subcategory.categoryId,
      subcategoryId: subcategory.id,
      studioId: studio.id,
      priority: input.priority ?? subcategory.defaultPriority,
    }
    await insertTicket(db, {
      ...ticket,
      title: input.title ?? `${subcategory.name}, ${studio.name}`.slice(0, 200),
      description: input.description ?? '',
      formVersionId: form.formVersionId,
      answers: JSON.stringify(answers),
      clientId: input.client ? await resolveClient(db, input.client) : null,
      clientMood: input.clientMood ?? null,
      tags: input.tags,
      source: input.source ?? null,
      occurredAt: input.occurredAt ?? null,
      followUpAt: input.followUpAt ?? null,
      actionTaken: input.actionTaken ?? '',
      reportedByUserId: actor.id,
    })

    await actAsSystem(db, [ticket.id])
    await recordHistory(tx, ticket.id, 'created', {})
    const attached = await attachFiles(db, fileIds, { ticketId: ticket.id })
    if (attached.length > 0) await recordHistory(tx, ticket.id, 'attached', { files: attached })
    const due = await startClocks(tx, ticket)
    const decision = await decideAssignment(db, ticket)
    await recordDecision(db, ticket.id, decision)
    await updateTicket(db, ticket.id, {
      ...due,
      assignedToUserId: decision.assigneeId,
      assignedTeamId: decision.teamId,
      ...(decision.assigneeId && { status: 'assigned' }),
    })
    await announceAssignment(ctx, tx, ticket.id, decision, { bySystem: true })
    return viewTicket(tx, ticket.id)
  })
}

async function placeOf({ db }: Tx, input: CreateTicket) {
  const subcategory = await findSubcategory(db, input.subcategoryId)
  if (!subcategory) throw unprocessable('subcategoryId', 'There is no such subcategory')
  const studio = await findStudio(db, input.studioId)
  if (!studio) throw unprocessable('studioId', 'There is no such studio')
  const form = await findCurrentForm(db, subcategory.id)
  if (!form) throw unprocessable('subcategoryId', 'This subcategory has no form yet')
  if (input.formVersionId && input.formVersionId !== form.formVersionId) {
    throw new AppError(
      'conflict',
      'The questions of this subcategory have changed meanwhile. Load them again; what you typed fits most of them.',
    )
  }
  return { subcategory, studio, form }
}

async function checkMeaning({ db, actor, now }: Tx, fields: FormField[], input: CreateTicket): Promise<Answers> {
  const at = { now, timeZone: actor.timeZone }
  const checked = validateAnswers(fields, input.answers, at)
  const errors = [...checkTimes(input, at), ...(checked.ok ? [] : checked.errors)]
  if (!checked.ok || errors.length > 0) {
    const count = errors.length
    throw new AppError('unprocessable', `${count} ${count === 1 ? 'answer needs' : 'answers need'} correcting.`, {
      errors,
    })
  }
  await assertChoicesExist(db, fields, checked.answers)
  return checked.answers
}

import { isDeepStrictEqual } from 'node:util'
import {
  mentionedIn,
  RESPONSE_CHANGEABLE_MINUTES,
  type Received,
  type TicketResponse,
  type tickets,
} from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { actAsSystem, asCaller, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError, notFound } from '../../../http/app-error.ts'
import { findAttachments, removeAttachmentsOf } from '../../files/attachments.ts'
import { resumeFirstResponse } from '../../sla/clocks.service.ts'
import { recordHistory } from '../history.ts'
import { assertNotGone, lockTicket } from '../moves/move.ts'
import type { TicketFacts } from '../ticket.policy.ts'
import { type TicketRow, updateTicket } from '../tickets.queries.ts'
import { letInAndTell, readMentions } from './mentions.service.ts'
import { changeableUntil, toResponse } from './response-view.ts'
import {
  findStandingResponse,
  getResponse,
  isAnsweredWithout,
  type ResponseRow,
  updateResponse,
} from './thread.queries.ts'

type Correction = Received<typeof tickets.changeResponse>['body']

export const changeResponse = (
  ctx: Context,
  ticketId: string,
  id: string,
  { body, mentions }: Correction,
): Promise<TicketResponse> =>
  inTransaction(ctx, async (begun) => {
    const { tx, ticket, facts, response } = await lockResponse(begun, ticketId, id)
    const { db, actor } = tx
    const before = response.mentions
    const ids = mentions ?? mentionedIn(body, before).map((person) => person.id)
    const mentioned = await readMentions(tx, { ticketId, facts, body, ids, before })
    const attachments = await findAttachments(db, actor, { ticketId, facts, responseIds: [id] })
    const isSame = response.body === body && isDeepStrictEqual(mentioned.all, before)
    if (isSame) return toResponse(response, attachments, tx)

    await actAsSystem(db, [ticketId])
    await updateResponse(db, id, { body, mentions: mentioned.all, editedAt: tx.now })
    const { kind } = response
    await letInAndTell(ctx, tx, mentioned, { ticket, responseId: id, kind })
    await recordHistory(tx, ticketId, 'response_edited', { responseId: id, kind, from: response.body, to: body })
    await asCaller(db)
    return toResponse(await getResponse(db, id), attachments, tx)
  })

/** Its words and files go; that it was there, and what it said, stays on record. */
export async function removeResponse(ctx: Context, ticketId: string, id: string): Promise<void> {
  const fileIds = await inTransaction(ctx, async (begun) => {
    const { tx, ticket, response } = await lockResponse(begun, ticketId, id)
    const { db } = tx
    const mayHaveAnswered = ticket.isOpen && response.kind === 'reply'
    const wasOnlyAnswer = mayHaveAnswered && !(await isAnsweredWithout(db, response, ticket))

    await actAsSystem(db, [ticketId])
    const removed = await removeAttachmentsOf(db, id)
    await updateResponse(db, id, { body: '', mentions: [], deletedAt: tx.now })
    // a reply that was never meant to stand did not answer the client
    if (wasOnlyAnswer) await updateTicket(db, ticketId, await resumeFirstResponse(tx, ticketId))
    const { kind, body } = response
    await recordHistory(tx, ticketId, 'response_deleted', { responseId: id, kind, body })
    return removed
  })
  // when we die in between, what is left is bytes that nobody names, and those are swept up
  for (const fileId of fileIds) await ctx.files.remove(fileId)
}

/** 404 unless it stands in this ticket, 403 unless it is one's own, 409 once it is too late. */
async function lockResponse(
  begun: Tx,
  ticketId: string,
  id: string,
): Promise<{ tx: Tx; ticket: TicketRow; facts: TicketFacts; response: ResponseRow }> {
  const { tx, ticket, facts } = await lockTicket(begun, ticketId)
  const response = await findStandingResponse(tx.db, ticketId, id)
  if (!response) throw notFound('This response')
  if (response.authorId !== tx.actor.id) {
    throw new AppError('forbidden', 'Only whoever wrote a response may change it.')
  }
  assertNotGone(facts)
  if (changeableUntil(response) <= tx.now) {
    throw new AppError(
      'conflict',
      `A response can be changed for ${RESPONSE_CHANGEABLE_MINUTES} minutes. Write another one.`,
    )
  }
  return { tx, ticket, facts, response }
}

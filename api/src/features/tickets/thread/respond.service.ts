import type { AddResponse, TicketResponse } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actAsSystem, asCaller, inTransaction, type Tx } from '../../../db/transaction.ts'
import { AppError } from '../../../http/app-error.ts'
import { assertFilesFree, attachFiles, findAttachments } from '../../files/attachments.ts'
import { notify } from '../../notifications/notify.ts'
import { stopClocks } from '../../sla/clocks.service.ts'
import { recordHistory } from '../history.ts'
import { assertNotGone, lockTicket } from '../moves/move.ts'
import { findConcerned } from '../people.queries.ts'
import { authorize } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { updateTicket } from '../tickets.queries.ts'
import { letInAndTell, readMentions } from './mentions.service.ts'
import { toResponse } from './response-view.ts'
import { findNews, getResponse, insertResponse } from './thread.queries.ts'

/** A reply by anybody but the reporter is the first response; the reporter's own counts if they also have the ticket. */
export function respond(
  ctx: Context,
  ticketId: string,
  { kind, body, attachmentIds, mentions, seenUntil }: z.output<typeof AddResponse>,
): Promise<TicketResponse> {
  return inTransaction(ctx, async (begun) => {
    const { tx, ticket, facts } = await lockTicket(begun, ticketId)
    const { db, actor } = tx
    authorize(actor, 'respond', facts)
    assertNotGone(facts)
    if (seenUntil) await assertNoNews(tx, ticketId, new Date(seenUntil))
    const mentioned = await readMentions(tx, { ticketId, facts, body, ids: mentions })
    const fileIds = await assertFilesFree(db, { attachmentIds })

    const id = uuid()
    await insertResponse(db, { id, ticketId, authorId: actor.id, kind, body, mentions: mentioned.all })
    await actAsSystem(db, [ticketId])
    const isAnswer = kind === 'reply' && (actor.id !== ticket.reportedByUserId || actor.id === ticket.assignedToUserId)
    const due = isAnswer ? await stopClocks(tx, ticketId, ['first_response']) : {}
    await updateTicket(db, ticketId, { ...due, updatedAt: tx.now })
    await recordHistory(tx, ticketId, 'responded', { responseId: id, kind })
    const attached = await attachFiles(db, fileIds, { ticketId, responseId: id })
    if (attached.length > 0) await recordHistory(tx, ticketId, 'attached', { files: attached })
    const message = `${actor.name} ${kind === 'reply' ? 'replied to the client on' : 'left a note on'} ${ticketKey(ticket.number)}: ${ticket.title}`
    await letInAndTell(ctx, tx, mentioned, { ticket, responseId: id, kind })
    // whoever is mentioned has been told
    const toldAlready = new Set(mentioned.added.map((person) => person.id))
    const recipients = (await findConcerned(db, ticketId)).filter((each) => !toldAlready.has(each))
    await notify(ctx, tx, { ticketId, responseId: id, event: 'response', kind, message, recipients })
    await asCaller(db)
    const attachments = await findAttachments(db, actor, { ticketId, facts, responseIds: [id] })
    return toResponse(await getResponse(db, id), attachments, tx)
  })
}

/** 412 when somebody else has done something that its writer has not seen. */
async function assertNoNews({ db, actor }: Tx, ticketId: string, seenUntil: Date): Promise<void> {
  const [news] = await findNews(db, ticketId, seenUntil, actor.id, 1)
  if (!news) return
  const who = news.actorName ?? 'The system'
  throw new AppError('stale_version', `${who} did something here while you were writing. Look at it before you answer.`)
}

import { type Attachment, RESPONSE_CHANGEABLE_MINUTES, type TicketResponse } from '@physique57/contracts'
import type { Tx } from '../../../db/transaction.ts'
import type { ResponseRow } from './thread.queries.ts'

/** As this person reads it now. */
export function toResponse(
  row: ResponseRow,
  attachments: Attachment[],
  { actor, now }: Pick<Tx, 'actor' | 'now'>,
): TicketResponse {
  const until = changeableUntil(row)
  return {
    id: row.id,
    kind: row.kind,
    body: row.body,
    author: { id: row.authorId, name: row.authorName },
    attachments,
    mentions: row.mentions,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    changeableUntil: row.authorId === actor.id && !row.deletedAt && until > now ? until.toISOString() : null,
  }
}

export const changeableUntil = ({ createdAt }: { createdAt: Date }): Date =>
  new Date(createdAt.getTime() + RESPONSE_CHANGEABLE_MINUTES * 60_000)

import type { RelatedBecause, RelatedTicket } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'
import { likelyEnough, likeness, likenessOfWords } from './likeness.ts'
import { type ComparedRow, findAlike, getCompared } from './related.queries.ts'
import { viewSummaries } from './ticket-view.ts'

const mostShown = 8

/** Other tickets, open or not, that are probably about the same thing or of the same client; only what the caller sees. */
export const findRelated = (ctx: Context, id: string): Promise<{ items: RelatedTicket[] }> =>
  readOnly(ctx, async (tx) => {
    const ticket = await getCompared(tx.db, id)
    const likeliest = (await findAlike(tx.db, ticket))
      .map((other) => ({ id: other.id, ...compare(ticket, other) }))
      .filter(({ because }) => because.length > 0)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostShown)
    const because = new Map(likeliest.map((other) => [other.id, other.because]))
    const items = await viewSummaries(
      tx,
      likeliest.map((other) => other.id),
    )
    return { items: items.map((item) => ({ ...item, because: because.get(item.id) ?? [] })) }
  })

/** The same person comes before the same thing, and of two that are alike the open one comes first. */
function compare(ticket: ComparedRow, other: ComparedRow): { likeness: number; because: RelatedBecause[] } {
  const isSameClient = ticket.clientId !== null && ticket.clientId === other.clientId
  const isSameSubject = ticket.subcategoryId === other.subcategoryId
  const isSamePlace = isSameSubject && ticket.studioId === other.studioId
  const words = likenessOfWords(wordsOf(ticket), wordsOf(other))
  const isAlike = isSameSubject && likeness({ isSameStudio: isSamePlace, words }) >= likelyEnough
  return {
    likeness:
      (isSameClient ? 1 : 0) +
      (isAlike ? likeness({ isSameStudio: isSamePlace, words }) : 0) +
      (other.isOpen ? 0.2 : 0),
    because: [
      ...(isSameClient ? ['same_client' as const] : []),
      ...(isAlike && isSamePlace ? ['same_place' as const] : []),
      ...(isSameSubject && words >= likelyEnough ? ['same_words' as const] : []),
    ],
  }
}

const wordsOf = ({ title, description }: ComparedRow) => `${title} ${description}`

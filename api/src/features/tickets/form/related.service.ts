import type { RelatedBecause, RelatedTicket } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly } from '../../../db/transaction.ts'
import { ticketKey } from '../ticket-key.ts'
import { viewSummaries } from '../ticket-view.ts'
import { likelyEnough, likeness, likenessOfWords } from './likeness.ts'
import { type ComparedRow, findAlike, findByNumber, getCompared } from './related.queries.ts'

const mostShown = 8

/**
 * Other tickets, open or not, that are probably about the same thing or of the same client; only what the caller sees. With
 * `text` those of them that have its words, after the ticket that has it for its number, whatever that is about.
 */
export const findRelated = (ctx: Context, id: string, text = ''): Promise<{ items: RelatedTicket[] }> =>
  readOnly(ctx, async (tx) => {
    const ticket = await getCompared(tx.db, id)
    const number = numberIn(text)
    const named = number === undefined ? undefined : await findByNumber(tx.db, number)
    const likeliest = (await findAlike(tx.db, ticket))
      .filter((other) => other.id !== named?.id && hasWords(other, text))
      .map((other) => ({ id: other.id, ...compare(ticket, other) }))
      .filter(({ because }) => because.length > 0)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostShown)
    const because = new Map(likeliest.map((other) => [other.id, other.because]))
    const isOther = named && named.id !== ticket.id
    const items = await viewSummaries(tx, [...(isOther ? [named.id] : []), ...because.keys()])
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

/** `1042`, `P57-1042`. */
const numberIn = (text: string): number | undefined => {
  const digits = /^(?:p57)?[-\s]?(\d{1,9})$/i.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const hasWords = (ticket: ComparedRow, text: string): boolean => {
  const said = `${ticketKey(ticket.number)} ${wordsOf(ticket)}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}

const wordsOf = ({ title, description }: ComparedRow) => `${title} ${description}`

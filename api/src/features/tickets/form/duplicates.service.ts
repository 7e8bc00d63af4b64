import type { Received, TicketSummary, tickets } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly } from '../../../db/transaction.ts'
import { viewSummaries } from '../ticket-view.ts'
import { findOpenAlike } from '../tickets.queries.ts'
import { likelyEnough, likeness, likenessOfWords } from './likeness.ts'

const mostShown = 5

/** Open tickets of the same subcategory, at the same studio or in nearly the same words; only what the caller sees. */
export function findDuplicates(
  ctx: Context,
  { subcategoryId, studioId, text }: Received<typeof tickets.duplicates>['query'],
): Promise<{ items: TicketSummary[] }> {
  return readOnly(ctx, async (tx) => {
    const candidates = (await findOpenAlike(tx.db, subcategoryId))
      .map((ticket) => {
        const words = likenessOfWords(text, `${ticket.title} ${ticket.description}`)
        return { id: ticket.id, likeness: likeness({ isSameStudio: ticket.studioId === studioId, words }) }
      })
      .filter((ticket) => ticket.likeness >= likelyEnough)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostShown)
    const ids = candidates.map(({ id }) => id)
    return { items: await viewSummaries(tx, ids) }
  })
}

import {
  excerpt,
  hasHits,
  markWords,
  parseTicketQuery,
  type Received,
  type SearchHit,
  type search,
} from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import { findBestTickets } from '../tickets/tickets.service.ts'
import { findTexts } from './search.queries.ts'

type Texts = Awaited<ReturnType<typeof findTexts>>[number]
type Looked = Parameters<typeof markWords>[1]

/** The few tickets that fit best, and where what was typed stands in them. */
export function quickSearch(ctx: Context, { q, limit }: Received<typeof search.quick>['query']) {
  const looked = parseTicketQuery(q)
  return readOnly(ctx, async (tx) => {
    const ids = await findBestTickets(tx, q, limit)
    const shown = ids.slice(0, limit)
    const texts = new Map((await findTexts(tx.db, shown)).map((row) => [row.id, row]))
    return {
      items: shown.flatMap((id) => {
        const row = texts.get(id)
        return row ? [toHit(row, looked)] : []
      }),
      hasMore: ids.length > limit,
    }
  })
}

const toHit = (row: Texts, looked: Looked): SearchHit => {
  const title = markWords(row.title, looked)
  return {
    id: row.id,
    key: ticketKey(row.number),
    status: row.status,
    priority: row.priority,
    studio: row.studio,
    title,
    found: hasHits(title) ? null : findElsewhere(row, looked),
  }
}

/** The first place beside the title where something of it stands. */
function findElsewhere({ client, description, actionTaken, answers, responses }: Texts, looked: Looked) {
  const places = [
    { in: 'client' as const, texts: [client] },
    { in: 'description' as const, texts: [description, actionTaken] },
    { in: 'response' as const, texts: responses },
    { in: 'answer' as const, texts: [answers ?? ''] },
  ]
  for (const place of places) {
    for (const whole of place.texts) {
      const text = excerpt(whole, looked)
      if (hasHits(text)) return { in: place.in, text }
    }
  }
  return null
}

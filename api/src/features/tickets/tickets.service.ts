import type { HistoryEntry, Received, Ticket, TicketFilters, TicketStatus, tickets } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly, type Tx } from '../../db/transaction.ts'
import { countCap, decodeCursor, foreignCursor, ListCursor, TimeCursor, toPage } from '../../http/cursor.ts'
import { findAttachments } from '../files/attachments.ts'
import { historyChanges, historySentence } from './history-sentence.ts'
import { countByStatus, countEach, countTickets } from './list/ticket-counts.queries.ts'
import { findFirstPage, findInList, findTicketPage } from './list/ticket-list.queries.ts'
import { capped, cappedSum, pageOf } from './list/ticket-page.ts'
import { readWanted, type WantedTickets } from './list/wanted-tickets.ts'
import { toResponse } from './thread/response-view.ts'
import {
  countHistory,
  countResponses,
  findHistory,
  findNews,
  findResponses,
  type HistoryRow,
} from './thread/thread.queries.ts'
import { viewRows, viewTicket } from './ticket-view.ts'
import { getVisibleTicket } from './tickets.queries.ts'

export function listTickets(
  ctx: Context,
  filters: TicketFilters & Pick<Received<typeof tickets.list>['query'], 'columns'>,
) {
  const after = decodeCursor(ListCursor, filters.cursor)
  return readOnly(ctx, async (tx) => {
    const { db } = tx
    const wanted = await readWanted(tx, filters)
    assertOfThisOrder(after, wanted)
    const { found, total } = after
      ? { found: await findTicketPage(db, tx, wanted, filters.limit, after), total: after[2] }
      : await findFirstPage(db, tx, wanted, filters.limit)
    const { ids, ...page } = pageOf(found, filters.limit, total)
    return { items: await viewRows(tx, ids, filters.columns ?? []), ...page }
  })
}

/** Of these tickets those that the list shows, for whoever has read it up to there. */
export function listRows(
  ctx: Context,
  { ids, until, columns = [], ...filters }: Received<typeof tickets.rows>['query'],
) {
  const end = decodeCursor(ListCursor, until)
  return readOnly(ctx, async (tx) => {
    const { db } = tx
    const wanted = await readWanted(tx, filters)
    assertOfThisOrder(end, wanted)
    const found = await findInList(db, tx, wanted, ids, end)
    return { items: await viewRows(tx, found, columns), ...capped(await countTickets(db, tx, wanted)) }
  })
}

function assertOfThisOrder(cursor: ListCursor | undefined, { sort }: WantedTickets) {
  if (cursor && (typeof cursor[0] === 'number') !== (sort === 'relevance')) throw foreignCursor()
}

/** How many tickets each of these lists would show, in one go. */
export function countLists(ctx: Context, lists: Received<typeof tickets.totals>['query']['lists']) {
  return readOnly(ctx, async (tx) => {
    const wanted = await Promise.all(lists.map((filters) => readWanted(tx, filters)))
    const totals = await countEach(tx.db, tx, wanted)
    return { totals: totals.map(capped) }
  })
}

/** What the list would show, counted by status. */
export function countTicketsByStatus(ctx: Context, filters: Received<typeof tickets.counts>['query']) {
  return readOnly(ctx, async (tx) => {
    const wanted = await readWanted(tx, filters)
    const counted = await countByStatus(tx.db, tx, wanted)
    const of = (status: TicketStatus) => Math.min(counted.get(status) ?? 0, countCap)
    return {
      statuses: {
        new: of('new'),
        assigned: of('assigned'),
        in_progress: of('in_progress'),
        pending: of('pending'),
        resolved: of('resolved'),
        closed: of('closed'),
        reopened: of('reopened'),
      },
      ...cappedSum(counted),
    }
  })
}

/** Ids of the tickets that fit best, with one more than asked for if there are more. */
export async function findBestTickets(tx: Tx, q: string, limit: number): Promise<string[]> {
  const found = await findTicketPage(tx.db, tx, await readWanted(tx, { q, sort: 'relevance' }), limit, undefined)
  return found.map(({ id }) => id)
}

export const getTicket = (ctx: Context, id: string): Promise<Ticket> => readOnly(ctx, (tx) => viewTicket(tx, id))

export function listHistory(
  ctx: Context,
  ticketId: string,
  { limit, cursor }: Received<typeof tickets.history>['query'],
) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async ({ db, actor }) => {
    await getVisibleTicket(db, ticketId)
    const rows = await findHistory(db, ticketId, limit + 1, after)
    const total = after?.[2] ?? (await countHistory(db, ticketId))
    return toPage(rows, limit, total, {
      at: (row) => row.at.toISOString(),
      item: (row) => toHistoryEntry(row, actor.timeZone),
    })
  })
}

/** As many as one would read before going on. */
const mostNews = 20

export const listNews = (ctx: Context, ticketId: string, since: string): Promise<{ items: HistoryEntry[] }> =>
  readOnly(ctx, async ({ db, actor }) => {
    await getVisibleTicket(db, ticketId)
    const rows = await findNews(db, ticketId, new Date(since), actor.id, mostNews)
    return { items: rows.map((row) => toHistoryEntry(row, actor.timeZone)) }
  })

const toHistoryEntry = (row: HistoryRow, timeZone: string): HistoryEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actorId && row.actorName ? { id: row.actorId, name: row.actorName } : null,
  event: row.event,
  sentence: historySentence(row.event, row.detail, timeZone),
  changes: historyChanges(row.event, row.detail, timeZone),
})

export function listResponses(
  ctx: Context,
  ticketId: string,
  { limit, cursor }: Received<typeof tickets.responses>['query'],
) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async (tx) => {
    const { db, actor } = tx
    const facts = await getVisibleTicket(db, ticketId)
    const rows = await findResponses(db, ticketId, limit + 1, after)
    const total = after?.[2] ?? (await countResponses(db, ticketId))
    const attachments = await findAttachments(db, actor, { ticketId, facts, responseIds: rows.map(({ id }) => id) })
    return toPage(rows, limit, total, {
      at: (row) => row.createdAt.toISOString(),
      item: (row) =>
        toResponse(
          row,
          attachments.filter(({ responseId }) => responseId === row.id),
          tx,
        ),
    })
  })
}

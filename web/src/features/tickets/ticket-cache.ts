import type { Board, CalendarDay, Id, Ticket, TicketSummary } from '@physique57/contracts'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { ticketQueries } from './api.ts'
import { renewLists } from './renew-lists.ts'

interface Items {
  items: TicketSummary[]
}

/** Rows of lists know less than the ticket's page. */
export const isWhole = (ticket: TicketSummary): ticket is Ticket => 'nextStatuses' in ticket

/** Shows a ticket's new state on its page, if all of it is known, and in every list that holds it. */
export function rememberTicket(client: QueryClient, ticket: TicketSummary): void {
  if (isWhole(ticket)) client.setQueryData(ticketQueries.detail(ticket.id).queryKey, ticket)
  const inItems = <T extends Items>(of: T): T => ({ ...of, items: of.items.map((row) => inRow(row, ticket)) })
  client.setQueriesData<InfiniteData<Items>>({ queryKey: ['tickets', 'list'] }, (data) =>
    // totals of tabs and other layouts live beside the lists and have no pages
    data?.pages ? { ...data, pages: data.pages.map(inItems) } : data,
  )
  client.setQueriesData<Board>(
    { queryKey: ['tickets', 'list', 'board'] },
    (board) => board && { ...board, columns: board.columns.map(inItems) },
  )
  client.setQueriesData<Items>({ queryKey: ['tickets', 'list', 'column'] }, (column) => column && inItems(column))
  client.setQueriesData<CalendarDay[]>({ queryKey: ['tickets', 'list', 'calendar'] }, (days) =>
    days?.map((day) => ({
      ...day,
      items: day.items.map((entry) => ({ ...entry, ticket: inRow(entry.ticket, ticket) })),
    })),
  )
}

/** A row of a list as the ticket itself says it now. */
export const inRow = (row: TicketSummary, ticket: TicketSummary): TicketSummary =>
  row.id === ticket.id
    ? {
        ...row,
        title: ticket.title,
        status: ticket.status,
        priority: ticket.priority,
        assignee: ticket.assignee,
        team: ticket.team,
        category: ticket.category,
        subcategory: ticket.subcategory,
        studio: ticket.studio,
        clientName: ticket.clientName,
        clientMood: ticket.clientMood,
        source: ticket.source,
        tags: ticket.tags,
        escalationLevel: ticket.escalationLevel,
        updatedAt: ticket.updatedAt,
        occurredAt: ticket.occurredAt,
        followUpAt: ticket.followUpAt,
        resolvedAt: ticket.resolvedAt,
        closedAt: ticket.closedAt,
        version: ticket.version,
        firstResponse: ticket.firstResponse,
        resolution: ticket.resolution,
        can: ticket.can,
      }
    : row

/** What an action may have changed besides the ticket itself. */
export async function refreshAfterChange(client: QueryClient, ticketId: Id): Promise<void> {
  await Promise.all([
    renewLists(client, [ticketId]),
    client.invalidateQueries({ queryKey: ticketQueries.history(ticketId).queryKey }),
    client.invalidateQueries({ queryKey: ticketQueries.detail(ticketId).queryKey }),
  ])
}

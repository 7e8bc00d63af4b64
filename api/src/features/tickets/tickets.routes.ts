import { changes, layouts, mentions, merging, tags, ticketGroups, tickets, trash } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { createTicket } from './form/create-ticket.service.ts'
import { findDuplicates } from './form/duplicates.service.ts'
import { findRelated } from './form/related.service.ts'
import { listTags } from './form/tags.service.ts'
import { changeTicket } from './form/update-ticket.service.ts'
import { showBoard } from './list/board.service.ts'
import { showCalendar } from './list/calendar.service.ts'
import { groupTickets } from './list/ticket-groups.service.ts'
import { assignTicket } from './moves/assign-ticket.service.ts'
import { mergeTicket, unmergeTicket } from './moves/merge.service.ts'
import { closeTicket, deleteTicket, escalateTicket, reopenTicket, resolveTicket } from './moves/ticket-moves.service.ts'
import { listTrash, restoreTicket } from './moves/trash.service.ts'
import { undoChange } from './moves/undo.service.ts'
import { changeResponse, removeResponse } from './thread/change-response.service.ts'
import { listMentionable } from './thread/mentions.service.ts'
import { respond } from './thread/respond.service.ts'
import { unwatchTicket, watchTicket } from './thread/watchers.service.ts'
import {
  countLists,
  countTicketsByStatus,
  getTicket,
  listHistory,
  listNews,
  listResponses,
  listRows,
  listTickets,
} from './tickets.service.ts'

export function ticketRoutes(app: FastifyInstance): void {
  handle(app, tickets.list, ({ ctx, query }) => listTickets(ctx, query))
  handle(app, tickets.rows, ({ ctx, query }) => listRows(ctx, query))
  handle(app, tickets.counts, ({ ctx, query }) => countTicketsByStatus(ctx, query))
  handle(app, tickets.totals, ({ ctx, query }) => countLists(ctx, query.lists))
  handle(app, layouts.board, ({ ctx, query }) => showBoard(ctx, query))
  handle(app, layouts.calendar, ({ ctx, query }) => showCalendar(ctx, query))
  handle(app, ticketGroups.list, ({ ctx, query }) => groupTickets(ctx, query))
  handle(app, tags.list, ({ ctx, query }) => listTags(ctx, query))
  handle(app, tickets.duplicates, ({ ctx, query }) => findDuplicates(ctx, query))
  handle(app, tickets.get, ({ ctx, params }) => getTicket(ctx, params.id))
  handle(app, tickets.create, ({ ctx, body }) => createTicket(ctx, body), {
    location: ({ id }) => `/api/tickets/${id}`,
  })
  handle(app, tickets.update, ({ ctx, params, body }) => changeTicket(ctx, params.id, body))
  handle(app, tickets.remove, ({ ctx, params }) => deleteTicket(ctx, params.id))
  handle(app, tickets.assign, ({ ctx, params, body }) => assignTicket(ctx, params.id, body))
  handle(app, tickets.escalate, ({ ctx, params, body }) => escalateTicket(ctx, params.id, body.reason))
  handle(app, tickets.resolve, ({ ctx, params, body }) => resolveTicket(ctx, params.id, body))
  handle(app, tickets.close, ({ ctx, params }) => closeTicket(ctx, params.id))
  handle(app, tickets.reopen, ({ ctx, params, body }) => reopenTicket(ctx, params.id, body.reason))
  handle(app, tickets.history, ({ ctx, params, query }) => listHistory(ctx, params.id, query))
  handle(app, tickets.news, ({ ctx, params, query }) => listNews(ctx, params.id, query.since))
  handle(app, tickets.responses, ({ ctx, params, query }) => listResponses(ctx, params.id, query))
  handle(app, tickets.respond, ({ ctx, params, body }) => respond(ctx, params.id, body))
  handle(app, merging.related, ({ ctx, params, query }) => findRelated(ctx, params.id, query.q))
  handle(app, merging.merge, ({ ctx, params, body }) => mergeTicket(ctx, params.id, body.targetId))
  handle(app, merging.unmerge, ({ ctx, params }) => unmergeTicket(ctx, params.id))
  handle(app, changes.undo, ({ ctx, params }) => undoChange(ctx, params.id))
  handle(app, trash.list, ({ ctx, query }) => listTrash(ctx, query))
  handle(app, trash.restore, ({ ctx, params }) => restoreTicket(ctx, params.id))
  handle(app, tickets.changeResponse, ({ ctx, params, body }) =>
    changeResponse(ctx, params.id, params.responseId, body),
  )
  handle(app, tickets.removeResponse, ({ ctx, params }) => removeResponse(ctx, params.id, params.responseId))
  handle(app, mentions.find, ({ ctx, params, query }) => listMentionable(ctx, params.id, query.q))
  handle(app, tickets.watch, ({ ctx, params, body }) => watchTicket(ctx, params.id, body.userId))
  handle(app, tickets.unwatch, ({ ctx, params }) => unwatchTicket(ctx, params.id, params.userId))
}

import { views } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { changeView, createView, deleteView, listViews, restoreView } from './views.service.ts'

export function viewRoutes(app: FastifyInstance): void {
  handle(app, views.list, ({ ctx }) => listViews(ctx))
  handle(app, views.create, ({ ctx, body }) => createView(ctx, body))
  handle(app, views.update, ({ ctx, params, body }) => changeView(ctx, params.id, body))
  handle(app, views.remove, ({ ctx, params }) => deleteView(ctx, params.id))
  handle(app, views.restore, ({ ctx, params }) => restoreView(ctx, params.id))
}

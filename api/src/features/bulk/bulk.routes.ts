import { bulk } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { bulkUpdate, getOperation, listItems, listOperations, undoBulk } from './bulk.service.ts'

export function bulkRoutes(app: FastifyInstance): void {
  handle(app, bulk.update, ({ ctx, body }) => bulkUpdate(ctx, body))
  handle(app, bulk.list, ({ ctx }) => listOperations(ctx))
  handle(app, bulk.get, ({ ctx, params }) => getOperation(ctx, params.id))
  handle(app, bulk.items, ({ ctx, params, query }) => listItems(ctx, params.id, query))
  handle(app, bulk.undo, ({ ctx, params }) => undoBulk(ctx, params.id))
}

import { admin } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { listOutbox } from './outbox.service.ts'

export function adminRoutes(app: FastifyInstance): void {
  handle(app, admin.outbox, ({ ctx, query }) => listOutbox(ctx, query))
}

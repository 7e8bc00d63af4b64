import { clients } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { findClients } from './clients.service.ts'

export function clientRoutes(app: FastifyInstance): void {
  handle(app, clients.find, ({ ctx, query }) => findClients(ctx, query.q))
}

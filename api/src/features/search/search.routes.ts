import { search } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { quickSearch } from './search.service.ts'

export function searchRoutes(app: FastifyInstance): void {
  handle(app, search.quick, ({ ctx, query }) => quickSearch(ctx, query))
}

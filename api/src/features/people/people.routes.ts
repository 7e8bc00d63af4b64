import { people } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { listAssignable } from './people.service.ts'

export function peopleRoutes(app: FastifyInstance): void {
  handle(app, people.assignable, ({ ctx }) => listAssignable(ctx))
}

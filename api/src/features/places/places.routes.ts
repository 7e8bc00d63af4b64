import { places } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { findPinnedPlaces, makeDefault, pinPlaces } from './places.service.ts'

export function placeRoutes(app: FastifyInstance): void {
  handle(app, places.pinned, ({ ctx }) => findPinnedPlaces(ctx))
  handle(app, places.pin, ({ ctx, body }) => pinPlaces(ctx, body.places))
  handle(app, places.makeDefault, ({ ctx, body }) => makeDefault(ctx, body.view))
}

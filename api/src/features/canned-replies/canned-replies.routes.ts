import { cannedReplies } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import {
  changeCannedReply,
  createCannedReply,
  listCannedReplies,
  readCannedReply,
  removeCannedReply,
} from './canned-replies.service.ts'

export function cannedReplyRoutes(app: FastifyInstance): void {
  handle(app, cannedReplies.list, ({ ctx, query }) => listCannedReplies(ctx, query))
  handle(app, cannedReplies.get, ({ ctx, params }) => readCannedReply(ctx, params.id))
  handle(app, cannedReplies.create, ({ ctx, body }) => createCannedReply(ctx, body))
  handle(app, cannedReplies.update, ({ ctx, params, body }) => changeCannedReply(ctx, params.id, body))
  handle(app, cannedReplies.remove, ({ ctx, params }) => removeCannedReply(ctx, params.id))
}

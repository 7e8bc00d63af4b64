import { drafts } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.service.ts'

export function draftRoutes(app: FastifyInstance): void {
  handle(app, drafts.list, ({ ctx }) => listDrafts(ctx))
  handle(app, drafts.get, ({ ctx, params }) => getDraft(ctx, params.key))
  handle(app, drafts.save, ({ ctx, params, body }) => saveDraft(ctx, params.key, body))
  handle(app, drafts.discard, ({ ctx, params }) => discardDraft(ctx, params.key))
}

import type { IncomingMessage } from 'node:http'
import { files, Id } from '@physique57/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, notFound } from '../../http/app-error.ts'
import { authenticate } from '../../http/authenticate.ts'
import { handle } from '../../http/handle.ts'
import { consume } from '../../http/rate-limits.ts'
import { getReadyFile, listFiles, removeFile } from './files.service.ts'
import { receiver } from './receive-bytes.ts'
import { serveFile, serveThumbnail } from './serve-file.ts'
import { completeUpload, getUpload, startUpload, uploadPath } from './uploads.service.ts'

export function fileRoutes(app: FastifyInstance): void {
  handle(app, files.start, async ({ ctx, body }) => {
    await consume(app.rateLimits.uploads, ctx.claims.userId)
    return startUpload(ctx, body)
  })
  handle(app, files.complete, ({ ctx, params }) => completeUpload(ctx, params.id))
  handle(app, files.list, ({ ctx, query }) => listFiles(ctx, query.ids))
  handle(app, files.get, async ({ ctx, params, query, reply }) =>
    serveFile(ctx, reply, await getReadyFile(ctx, params.id), { download: query.download === 'true' }),
  )
  handle(app, files.thumbnail, async ({ ctx, params, reply }) =>
    serveThumbnail(ctx, reply, await getReadyFile(ctx, params.id)),
  )
  handle(app, files.remove, ({ ctx, params }) => removeFile(ctx, params.id))
  app.register(async (scope) => byteRoutes(scope))
}

/** Where the bytes of an upload arrive. Bodies are read as they come, for as long as that takes. */
function byteRoutes(app: FastifyInstance): void {
  const receive = receiver(app.deps.files)
  const arriving = new Set<IncomingMessage>()
  // whoever is uploading when the process ends goes on with its successor
  app.addHook('preClose', async () => {
    for (const request of arriving) request.destroy()
  })
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))
  app.route({
    method: ['HEAD', 'PATCH'],
    url: `${uploadPath}/:id`,
    schema: {
      summary: 'The bytes of an upload, by tus 1.0: what has arrived (HEAD), and more (PATCH)',
      tags: ['files'],
    },
    onRequest: [authenticate],
    handler: async (request, reply) => {
      const upload = await getUpload({ db: app.deps.db, claims: claimsOf(request) }, idIn(request))
      arriving.add(request.raw)
      const response = await receive(request, upload).finally(() => arriving.delete(request.raw))
      for (const name of ['tus-resumable', 'upload-offset', 'upload-length']) {
        const value = response.headers.get(name)
        if (value !== null) reply.header(name, value)
      }
      return reply.code(response.status).send()
    },
  })
}

function claimsOf({ claims }: FastifyRequest) {
  if (!claims) throw new AppError('unauthenticated', 'Sign in first.')
  return claims
}

function idIn({ params }: FastifyRequest): string {
  const id = Id.safeParse((params as { id: string }).id)
  if (!id.success) throw notFound('This upload')
  return id.data
}

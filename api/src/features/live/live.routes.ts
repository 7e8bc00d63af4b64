import type { OutgoingHttpHeaders } from 'node:http'
import { livePath, presence } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../../http/app-error.ts'
import { authenticate } from '../../http/authenticate.ts'
import { handle } from '../../http/handle.ts'
import { LiveHub } from './hub.ts'
import { listen } from './listener.ts'
import { listPresent, tellPresence } from './presence.service.ts'
import { openStream } from './stream.ts'

const maxStreamsEach = 10

/** Server-sent events: what changed, for whoever may see it. Not compressed, and closed first when the process ends. */
export function liveRoutes(app: FastifyInstance): void {
  const { db, log, config } = app.deps
  const hub = new LiveHub(db, log)
  const listener = listen(
    config.databaseListenUrl,
    (announcement) => hub.hear(announcement),
    (error) => log.warn({ err: error }, 'live announcements'),
  )
  app.addHook('preClose', async () => hub.stop())
  app.addHook('onClose', () => listener.stop())

  handle(app, presence.tell, ({ ctx, params, body }) =>
    tellPresence(ctx, hub.presence, { ticketId: params.id, ...body }),
  )
  handle(app, presence.list, ({ ctx, params }) => listPresent(ctx, hub.presence, params.id))

  const schema = { summary: 'What changes, as server-sent events', tags: ['live'] }
  // HEAD would open a stream that nobody reads
  app.get(livePath, { schema, exposeHeadRoute: false, onRequest: [authenticate] }, async (request, reply) => {
    const { claims } = request
    if (!claims) throw new AppError('unauthenticated', 'Sign in first.')
    const actor = await hub.findActor(claims)
    // from here to `add` nothing is waited for: what is announced later finds the stream, and ten are ten
    if (hub.countOf(claims.userId) >= maxStreamsEach) {
      throw new AppError('rate_limited', `${maxStreamsEach} live connections are open already.`, { retryAfter: 15 })
    }

    reply.hijack()
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    const stream = openStream(reply.raw, claims, actor)
    const remove = hub.add(stream)
    reply.raw.on('close', remove)
  })
}

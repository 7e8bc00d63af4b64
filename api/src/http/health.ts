import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'

/** `/healthz`: the process answers. `/readyz`: and it reaches its database. */
export function healthRoutes(app: FastifyInstance): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(app.deps.db)
      return { status: 'ready' }
    } catch {
      return reply.code(503).header('Retry-After', 2).send({ status: 'database unavailable' })
    }
  })
}

import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** The document comes from the contracts the routes are made of; `/api/docs` shows it. */
export const openApi = fp(async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Physique 57 India tickets',
        version: '1',
        description:
          'Sign in with POST /api/auth/login, then send "Authorization: Bearer <accessToken>". Times are ISO 8601 in UTC. ' +
          'Lists page with `cursor`. Errors are application/problem+json. `Idempotency-Key` makes a POST safe to repeat; ' +
          '`If-Match: "<version>"` refuses an edit that is based on an older version.',
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          refreshCookie: { type: 'apiKey', in: 'cookie', name: 'refresh' },
        },
      },
      security: [{ bearer: [] }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', logLevel: 'warn' })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
})

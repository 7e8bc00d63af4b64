import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Deps } from './context.ts'
import { adminRoutes } from './features/admin/admin.routes.ts'
import { authRoutes } from './features/auth/auth.routes.ts'
import { bulkRoutes } from './features/bulk/bulk.routes.ts'
import { cannedReplyRoutes } from './features/canned-replies/canned-replies.routes.ts'
import { catalogueRoutes } from './features/catalogue/catalogue.routes.ts'
import { clientRoutes } from './features/clients/clients.routes.ts'
import { draftRoutes } from './features/drafts/drafts.routes.ts'
import { exportRoutes } from './features/exports/exports.routes.ts'
import { fileRoutes } from './features/files/files.routes.ts'
import { liveRoutes } from './features/live/live.routes.ts'
import { notificationRoutes } from './features/notifications/notifications.routes.ts'
import { peopleRoutes } from './features/people/people.routes.ts'
import { placeRoutes } from './features/places/places.routes.ts'
import { searchRoutes } from './features/search/search.routes.ts'
import { ticketRoutes } from './features/tickets/tickets.routes.ts'
import { viewRoutes } from './features/views/views.routes.ts'
import { AppError } from './http/app-error.ts'
import { closeConnections } from './http/closing-connections.ts'
import { healthRoutes } from './http/health.ts'
import { openApi } from './http/open-api.ts'
import { answerProblems, answerUnreadable, answerUnroutable, refuseWhileClosing, sendProblem } from './http/problems.ts'
import { createRateLimits } from './http/rate-limits.ts'
import { refusePacked } from './http/refuse-packed.ts'
import { serveWeb } from './http/web.ts'

/** The whole API, and the web application beside it, not yet listening. */
export async function createApp(deps: Deps): Promise<FastifyInstance> {
  const { config } = deps
  const app = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    ...(config.trustProxy > 0 && { trustProxy: (_address: string, hop: number) => hop < config.trustProxy }),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
    // its own answer is no problem+json: refuseWhileClosing
    return503OnClosing: false,
  })
  // Fastify would read plain text by itself; here everything is JSON
  app.removeContentTypeParser('text/plain')
  app.decorate('deps', deps)
  app.decorate('rateLimits', createRateLimits(config))
  app.decorateRequest('claims', null)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  closeConnections(app)
  refuseWhileClosing(app)
  app.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api')) reply.header('Cache-Control', 'no-store')
  })

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // floating parts of the interface are placed by style attributes
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.isProduction ? [] : null,
      },
    },
    frameguard: { action: 'deny' },
    hsts: config.isProduction ? { maxAge: 31_536_000 } : false,
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false })
  refusePacked(app)
  await app.register(cookie)
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 2,
    pressureHandler: (request, reply) => {
      sendProblem(
        request,
        reply,
        new AppError('unavailable', 'The server is busy. Try again in a moment.', { retryAfter: 2 }),
      )
    },
  })
  await app.register(openApi)

  healthRoutes(app)
  await app.register(
    async (api) => {
      authRoutes(api)
      ticketRoutes(api)
      bulkRoutes(api)
      exportRoutes(api)
      searchRoutes(api)
      catalogueRoutes(api)
      cannedReplyRoutes(api)
      clientRoutes(api)
      peopleRoutes(api)
      notificationRoutes(api)
      draftRoutes(api)
      placeRoutes(api)
      viewRoutes(api)
      fileRoutes(api)
      adminRoutes(api)
      liveRoutes(api)
    },
    { prefix: '/api' },
  )
  await serveWeb(app)
  return app
}

import type { Claims, Deps } from '../context.ts'
import type { RateLimits } from './rate-limits.ts'

declare module 'fastify' {
  interface FastifyInstance {
    deps: Deps
    rateLimits: RateLimits
  }
  interface FastifyRequest {
    claims: Claims | null
  }
}

import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import { AppError } from './app-error.ts'

export interface RateLimits {
  writes: RateLimiterMemory
  signInByEmail: RateLimiterMemory
  signInByIp: RateLimiterMemory
}

export const createRateLimits = (config: Config): RateLimits => ({
  writes: new RateLimiterMemory({ points: config.rateWritesPerMinute, duration: 60 }),
  signInByEmail: limiter(config.rateLoginPerEmail),
  signInByIp: limiter(config.rateLoginPerIp),
})

const limiter = ({ points, seconds }: { points: number; seconds: number }) =>
  new RateLimiterMemory({ points, duration: seconds })

/** Throws `rate_limited` once `key` has used up its points. */
export async function consume(limit: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limit.consume(key)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw tooMany(refused.msBeforeNext)
    throw refused
  }
}

const tooMany = (msBeforeNext: number) => {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return new AppError('rate_limited', `Too many requests. Try again in ${seconds} s.`, { retryAfter: seconds })
}

/** Of one person, over everything that changes something. */
export async function limitWrites(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || !request.claims) return
  await consume(request.server.rateLimits.writes, request.claims.userId)
}

import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import { AppError } from './app-error.ts'
import { secondsToWait } from './growing-delay.ts'

export interface RateLimits {
  writes: RateLimiterMemory
  uploads: RateLimiterMemory
  searches: RateLimiterMemory
  exports: RateLimiterMemory
  passwordTries: PasswordTries
  signInByIp: RateLimiterMemory
  /** Mails anybody can cause, for one address and from one address. */
  mailsByMinute: RateLimiterMemory
  mailsByHour: RateLimiterMemory
  mailsByIp: RateLimiterMemory
}

export const createRateLimits = (config: Config): RateLimits => ({
  writes: new RateLimiterMemory({ points: config.rateWritesPerMinute, duration: 60 }),
  uploads: limiter(config.rateUploadsPerHour),
  searches: new RateLimiterMemory({ points: config.rateSearchesPerMinute, duration: 60 }),
  exports: limiter(config.rateExportsPerHour),
  passwordTries: new PasswordTries(config.rateLoginPerEmail),
  signInByIp: limiter(config.rateLoginPerIp),
  mailsByMinute: limiter(config.rateResetPerMinute),
  mailsByHour: limiter(config.rateResetPerHour),
  mailsByIp: limiter(config.rateLoginPerIp),
})

const limiter = ({ points, seconds }: Limit) => new RateLimiterMemory({ points, duration: seconds })

interface Limit {
  points: number
  seconds: number
}

/** Throws `rate_limited` once `key` has used up its points. */
export async function consume(limit: RateLimiterMemory, key: string, points = 1): Promise<void> {
  try {
    await limit.consume(key, points)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw tooMany(refused.msBeforeNext)
    throw refused
  }
}

/** Wrong passwords for one account: some are free, then each costs a longer wait. Forgotten four windows after the first. */
export class PasswordTries {
  readonly #limit: Limit
  readonly #failures: RateLimiterMemory
  readonly #waits: RateLimiterMemory

  constructor(limit: Limit) {
    this.#limit = limit
    this.#failures = limiter({ points: limit.points, seconds: 4 * limit.seconds })
    this.#waits = limiter({ points: 1, seconds: limit.seconds })
  }

  /** Before looking at a password. It counts as wrong until `forget`, so that many at once are counted too. */
  async begin(key: string): Promise<void> {
    const wait = await this.#waits.get(key)
    if (wait) throw tooMany(wait.msBeforeNext)
    const { consumedPoints: failures } = await this.#failures.penalty(key)
    const seconds = secondsToWait(failures, this.#limit)
    if (seconds > 0) await this.#waits.block(key, seconds)
  }

  /** It was neither right nor wrong: something else came in between. */
  async forgive(key: string): Promise<void> {
    await this.#failures.reward(key)
  }

  /** It was right, or there is a new one. */
  async forget(key: string): Promise<void> {
    await Promise.all([this.#failures.delete(key), this.#waits.delete(key)])
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

/** Of one person, over everything that looks for words. */
export async function limitSearches(request: FastifyRequest): Promise<void> {
  const searches = searchesIn(request.query as Record<string, unknown>)
  if (searches === 0 || !request.claims) return
  await consume(request.server.rateLimits.searches, request.claims.userId, searches)
}

/** One, or as many as are counted at once (`tickets.totals`). */
const searchesIn = ({ q, lists }: Record<string, unknown>): number =>
  q ? 1 : typeof lists === 'string' ? (lists.match(/"q"/g) ?? []).length : 0

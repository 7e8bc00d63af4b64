import type { FastifyRequest } from 'fastify'
import { verifyAccessToken } from './access-token.ts'
import { AppError } from './app-error.ts'

/** Reads the bearer token. Whether its session still stands is asked with the first statement of the transaction. */
export async function authenticate(request: FastifyRequest): Promise<void> {
  const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!token) throw new AppError('unauthenticated', 'Sign in first: this needs "Authorization: Bearer <access token>".')
  request.claims = await verifyAccessToken(request.server.deps.config.authSecret, token)
}

import type { FastifyRequest } from 'fastify'
import { verifyAccessToken } from './access-token.ts'
import { AppError } from './app-error.ts'

/** Reads the bearer token. Whether its session still stands is asked with the first statement of the transaction. */
export async function authenticate(request: FastifyRequest): Promise<void> {
  const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!token) throw new AppError('unauthenticated', 'Sign in first: this needs "Authorization: Bearer <access token>".')
  request.claims = await verifyAccessToken(request.server.deps.config.authSecret, token)
}

export const filesCookie = 'files'

/** For the bytes of files: an image or a video in a page cannot send a token, so a cookie that is good for nothing else will do. */
export async function authenticateViewer(request: FastifyRequest): Promise<void> {
  const cookie = request.cookies[filesCookie]
  if (request.headers.authorization || !cookie) return authenticate(request)
  request.claims = await verifyAccessToken(request.server.deps.config.authSecret, cookie, 'files')
}

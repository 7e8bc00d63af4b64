import { type ErrorCode, errorStatus, type FieldError, type Problem } from '@physique57/contracts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { DatabaseError } from 'pg'
import { AppError } from './app-error.ts'

/** Every error leaves as `application/problem+json`, without a stack, SQL or anything else of ours. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const known = asAppError(error as FastifyError)
    if (known.code === 'internal') request.log.error({ err: error }, 'unexpected error')
    return sendProblem(request, reply, known)
  })
}

/** For addresses that are refused before any route is found. */
export const answerUnroutable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  sendProblem(request, reply, asAppError(error))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError) {
  const problem: Problem = {
    type: `urn:physique57:problem:${error.code}`,
    title: titles[error.code],
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId: request.id,
    ...(error.errors && { errors: error.errors }),
  }
  if (error.retryAfter) reply.header('Retry-After', error.retryAfter)
  // past the route's own serializer, which is for its success
  return reply.code(error.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

const titles: Record<ErrorCode, string> = {
  invalid_request: 'The request is not well formed',
  unauthenticated: 'Not signed in',
  wrong_credentials: 'E-mail or password is not right',
  forbidden: 'Not yours to do',
  not_found: 'Not found',
  conflict: 'Not possible now',
  illegal_transition: 'Not possible in this status',
  request_in_progress: 'Still being worked on',
  stale_version: 'Changed meanwhile',
  too_large: 'Too large',
  unsupported_media_type: 'Not JSON',
  unprocessable: 'Something needs correcting',
  key_reused: 'Idempotency-Key used before',
  rate_limited: 'Too many requests',
  headers_too_large: 'Headers too large',
  internal: 'Something broke on our side',
  unavailable: 'Not available for a moment',
}

function asAppError(error: FastifyError): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: issue.instancePath.slice(1).replaceAll('/', '.'),
      message: issue.message ?? 'Not valid',
    }))
    return new AppError('invalid_request', `The ${error.validationContext ?? 'request'} is not well formed.`, {
      errors: errors satisfies FieldError[],
    })
  }
  const databaseProblem = asDatabaseProblem(error)
  if (databaseProblem) return databaseProblem

  const { statusCode = 500 } = error
  if (error.code?.startsWith('FST_ERR') && statusCode !== 500) {
    const code = (Object.keys(errorStatus) as ErrorCode[]).find((known) => errorStatus[known] === statusCode)
    return new AppError(code ?? 'invalid_request', error.message)
  }
  return new AppError('internal', 'This is our mistake, and it is logged. Try again, or tell us the request id.')
}

/** A database that is away, busy or slow: worth trying again. */
function asDatabaseProblem(error: Error & { code?: string }): AppError | undefined {
  const busy = (retryAfter: number) =>
    new AppError('unavailable', 'The database is not available for a moment. Nothing was changed; try again.', {
      retryAfter,
    })
  if (error instanceof DatabaseError) {
    const state = error.code ?? ''
    if (/^(08|53|57P)/.test(state)) return busy(2)
    if (/^(55P03|57014|40)/.test(state)) return busy(1)
    if (state === '22P05' || state === '22021')
      return new AppError('invalid_request', 'The text contains characters that cannot be stored.')
    return undefined
  }
  const isConnection =
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(error.code ?? '') ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/.test(
      error.message,
    )
  return isConnection ? busy(2) : undefined
}

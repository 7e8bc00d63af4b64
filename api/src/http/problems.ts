import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type ErrorCode, errorStatus, type FieldError, type Problem } from '@physique57/contracts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { DatabaseError } from 'pg'
import { AppError } from './app-error.ts'

/** Every error leaves as `application/problem+json`, without a stack, SQL or anything else of ours. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const known = asAppError(error as FastifyError, request.method)
    if (known.code === 'internal') request.log.error({ err: error }, 'unexpected error')
    return sendProblem(request, reply, known)
  })
}

/** For addresses that are refused before any route is found. */
export const answerUnroutable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  sendProblem(request, reply, asAppError(error, request.method))
}

/** For what Node could not read as a request: nothing of ours runs, and the connection ends. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = asUnreadable(error.code)
  const body = JSON.stringify(bodyOf(problem, randomUUID()))
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function asUnreadable(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new AppError('headers_too_large', 'The headers are too large.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('too_slow', 'The request took too long to arrive.')
  return new AppError('invalid_request', 'This is not HTTP as we know it.')
}

/** From the moment the process is asked to end: whoever still comes is sent to its successor. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onRequest', async (_request, reply) => {
    if (!isClosing) return
    reply.header('Connection', 'close')
    throw new AppError('unavailable', 'The server is restarting. Nothing was changed; try again.', { retryAfter: 2 })
  })
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError) {
  if (error.retryAfter) reply.header('Retry-After', error.retryAfter)
  // past the route's own serializer, which is for its success
  return reply
    .code(error.status)
    .type('application/problem+json')
    .header('Cache-Control', 'no-store')
    .serializer(JSON.stringify)
    .send(bodyOf(error, request.id))
}

const bodyOf = (error: AppError, requestId: string): Problem => ({
  type: `urn:physique57:problem:${error.code}`,
  title: titles[error.code],
  status: error.status,
  detail: error.message,
  code: error.code,
  requestId,
  ...(error.errors && { errors: error.errors }),
})

const titles: Record<ErrorCode, string> = {
  invalid_request: 'The request is not well formed',
  unauthenticated: 'Not signed in',
  wrong_credentials: 'E-mail or password is not right',
  forbidden: 'Not yours to do',
  not_found: 'Not found',
  too_slow: 'Too slow',
  conflict: 'Not possible now',
  illegal_transition: 'Not possible in this status',
  request_in_progress: 'Still being worked on',
  stale_version: 'Changed meanwhile',
  too_large: 'Too large',
  unsupported_media_type: 'Not JSON',
  range_not_satisfiable: 'No such part of it',
  unprocessable: 'Something needs correcting',
  locked: 'Somebody else is at it',
  key_reused: 'Idempotency-Key used before',
  rate_limited: 'Too many requests',
  headers_too_large: 'Headers too large',
  internal: 'Something broke on our side',
  unavailable: 'Not available for a moment',
  insufficient_storage: 'No room left',
}

function asAppError(error: FastifyError, method: string): AppError {
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
  const databaseProblem = asDatabaseProblem(error, method === 'GET' || method === 'HEAD')
  if (databaseProblem) return databaseProblem

  const { statusCode = 500 } = error
  // what Fastify and its plugins refuse by themselves
  if (statusCode >= 400 && statusCode < 500) {
    const code = (Object.keys(errorStatus) as ErrorCode[]).find((known) => errorStatus[known] === statusCode)
    return new AppError(code ?? 'invalid_request', error.message)
  }
  return new AppError('internal', 'This is our mistake, and it is logged. Try again, or tell us the request id.')
}

/** A database that is away, busy or slow: worth trying again. */
function asDatabaseProblem(error: Error & { code?: string }, isLooking: boolean): AppError | undefined {
  const trouble = error instanceof DatabaseError ? troubleOf(error) : connectionTroubleOf(error)
  switch (trouble) {
    case 'text':
      return new AppError('invalid_request', 'The text contains characters that cannot be stored.')
    case 'slow':
    case 'away':
      return new AppError('unavailable', isLooking && error.code === '57014' ? tooMuchToRead : notNow, {
        retryAfter: trouble === 'slow' ? 1 : 2,
      })
    case 'cut':
      return new AppError('unavailable', isLooking ? cutWhileLooking : cutWhileChanging, { retryAfter: 2 })
    default:
      return undefined
  }
}

const notNow = 'The database is not available for a moment. Nothing was changed; try again.'
const tooMuchToRead = 'This took too long to look up. Narrow the filter, or try again.'
const cutWhileLooking = 'The connection to the database broke. Try again.'
/** It may have been cut when the change was made and before we heard of it. */
const cutWhileChanging =
  'The connection to the database broke. What you sent may have been saved: repeat it with the same Idempotency-Key, or look first.'

/** `slow`, `away`: refused, nothing is left of it. `cut`: nobody knows. */
type Trouble = 'slow' | 'away' | 'cut' | 'text'

function troubleOf({ code = '', message }: DatabaseError): Trouble | undefined {
  if (code === '22P05' || code === '22021') return 'text'
  // we write JSON that is right but for half a surrogate pair in what was sent
  if (code === '22P02' && message.endsWith('for type json')) return 'text'
  if (code === '40003') return 'cut'
  if (/^(55P03|57014|40)/.test(code)) return 'slow'
  if (/^(53|57P03|08001|08004)/.test(code)) return 'away'
  if (/^(08|57P|25P03)/.test(code)) return 'cut'
  return undefined
}

function connectionTroubleOf({ code = '', message }: Error & { code?: string }): Trouble | undefined {
  const isNeverMade =
    /^(ECONNREFUSED|ENOTFOUND)$/.test(code) ||
    /^(timeout exceeded when trying to connect|timeout expired|Connection terminated due to connection timeout)/.test(
      message,
    )
  if (isNeverMade) return 'away'
  const isCut =
    /^(ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code) ||
    /^(Connection terminated|Client has encountered a connection error|Query read timeout)/.test(message)
  return isCut ? 'cut' : undefined
}

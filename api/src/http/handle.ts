import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Answer, type Endpoint, Problem, type Received, type Reply } from '@physique57/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context, Deps } from '../context.ts'
import { Replay } from '../db/idempotency.ts'
import { AppError } from './app-error.ts'
import { authenticate, authenticateViewer } from './authenticate.ts'
import { isDeeperThan } from './depth.ts'
import { limitSearches, limitWrites } from './rate-limits.ts'

type SignedIn<E extends Endpoint> = Received<E> & { ctx: Context; reply: FastifyReply }
type Anonymous<E extends Endpoint> = Received<E> & { deps: Deps; request: FastifyRequest; reply: FastifyReply }

/** Serves an endpoint to people who are signed in. Who they are is checked before what they sent. */
export function handle<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (request: SignedIn<E>) => Reply<E>,
  { location }: { location?: (answer: Answer<E>) => string } = {},
): void {
  route(app, endpoint, {
    onRequest: [endpoint.bytes ? authenticateViewer : authenticate, limitWrites, limitSearches],
    // what it answers is the endpoint's own answer, also when it is given again
    ...(location && { location: (answer: unknown) => location(answer as Answer<E>) }),
    answer: async (request, reply) => {
      const ctx = contextOf(request, endpoint)
      return handler({ ...receivedBy<E>(request), ctx, reply })
    },
  })
}

/** Serves an endpoint that does not know who calls: signing in, and what needs the refresh cookie. */
export function handleAnonymous<E extends Endpoint & { auth: 'public' | 'cookie' }>(
  app: FastifyInstance,
  endpoint: E,
  handler: (request: Anonymous<E>) => Reply<E>,
): void {
  route(app, endpoint, {
    onRequest: endpoint.auth === 'cookie' ? [refuseForeignSites] : [],
    answer: async (request, reply) => handler({ ...receivedBy<E>(request), deps: app.deps, request, reply }),
  })
}

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

interface Serving {
  onRequest: Hook[]
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
  /** Where what was made can be found. */
  location?: (answer: unknown) => string
}

function route(app: FastifyInstance, endpoint: Endpoint, { onRequest, answer, location }: Serving) {
  const status = endpoint.status ?? 200
  const send = (reply: FastifyReply, code: number, body: unknown) => {
    // whole, in part or unchanged: its handler has said which
    if (endpoint.bytes || (endpoint.orBytes && body instanceof Readable)) return reply.send(body)
    if (location) reply.header('Location', location(body))
    return reply.code(code).send(code === 204 ? undefined : body)
  }
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: describe(endpoint),
    onRequest,
    ...((endpoint.bytes || endpoint.orBytes) && { compress: false }),
    ...(endpoint.bytes && { onSend: keepPrivately }),
    preValidation: endpoint.body ? refuseDeepBody : refuseBody,
    handler: async (request, reply) => {
      try {
        return send(reply, status, await answer(request, reply))
      } catch (error) {
        if (!(error instanceof Replay)) throw error
        return send(reply.header('Idempotency-Replayed', 'true'), error.status, error.body)
      }
    },
  })
}

function describe({
  path,
  summary,
  auth,
  params,
  query,
  body,
  response,
  status = 200,
  idempotent,
  versioned,
  bytes,
  orBytes,
}: Endpoint) {
  const headers = {
    ...(idempotent && { 'idempotency-key': z.string().min(1).max(200).optional() }),
    ...(versioned && { 'if-match': z.string().max(40).optional() }),
  }
  return {
    summary,
    tags: [path.split('/')[1] ?? ''],
    ...(auth === 'public' ? { security: [] } : auth === 'cookie' ? { security: [{ refreshCookie: [] }] } : {}),
    ...(params && { params }),
    // without parameters, any is one too many
    querystring: query ?? z.strictObject({}),
    ...(body && { body }),
    ...(Object.keys(headers).length > 0 && { headers: z.looseObject(headers) }),
    response: {
      ...(orBytes && { 200: asBytes }),
      [status]: bytes ? asBytes : status === 204 ? z.undefined().describe('Done') : response,
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: Problem } } },
    },
  }
}

const asBytes = { description: 'The bytes', content: { '*/*': { schema: z.string().meta({ format: 'binary' }) } } }

const receivedBy = <E extends Endpoint>({ params, query, body }: FastifyRequest) =>
  // validated against the endpoint's own schemas by now
  ({ params, query, body }) as Received<E>

function contextOf(request: FastifyRequest, endpoint: Endpoint): Context {
  const { deps } = request.server
  const { claims } = request
  if (!claims) throw new Error('handle() serves authenticated requests only')

  const version = endpoint.versioned ? versionIn(request.headers['if-match']) : undefined
  const idempotency = endpoint.idempotent ? repeatable(request, endpoint) : undefined
  return {
    ...deps,
    log: request.log,
    claims,
    ...(version !== undefined && { expectedVersion: version }),
    ...(idempotency && { idempotency }),
  }
}

/** `If-Match: "3"`: the edit is based on version 3. */
function versionIn(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  if (!version) throw new AppError('invalid_request', 'If-Match carries the version of the ticket, like "3".')
  return Number(version)
}

function repeatable(request: FastifyRequest, endpoint: Endpoint): Context['idempotency'] {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return undefined
  const { id } = request.params as { id?: string }
  return {
    method: endpoint.method,
    path: request.url,
    key,
    requestHash: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest(),
    status: endpoint.status ?? 200,
    ...(id && endpoint.path.startsWith('/tickets/:id') && { ticketId: id }),
  }
}

/** The browser may keep a file, and asks each time whether it still may be seen. */
async function keepPrivately(_request: FastifyRequest, reply: FastifyReply) {
  if (reply.statusCode < 400) reply.header('Cache-Control', 'private, no-cache')
}

/** Where nothing is to be sent, anything is one field too many. */
async function refuseBody({ body }: FastifyRequest) {
  const isEmpty = body == null || (typeof body === 'object' && Object.keys(body).length === 0)
  if (!isEmpty) throw new AppError('invalid_request', 'Nothing is to be sent here.')
}

const deepest = 20

/** Before its schema looks at it: some take whatever is inside, and would follow it down until the stack is used up. */
async function refuseDeepBody({ body }: FastifyRequest) {
  if (isDeeperThan(deepest, body)) {
    throw new AppError('invalid_request', `Lists and objects may lie ${deepest} deep in each other, not deeper.`)
  }
}

/** A page of somebody else's must not use the cookie that our browser adds by itself. */
async function refuseForeignSites(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isForeign = (site && site !== 'same-origin' && site !== 'none') || (!site && origin && !isOurs(request, origin))
  if (isForeign) throw new AppError('forbidden', 'This request came from another site.')
}

const isOurs = (request: FastifyRequest, origin: string): boolean => {
  const ours = new URL(request.server.deps.config.baseUrl).origin
  return origin === ours || origin === `${request.protocol}://${request.host}`
}

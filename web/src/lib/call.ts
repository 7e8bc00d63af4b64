import type { Answer, Endpoint, Request } from '@physique57/contracts'
import { useAuth } from '../stores/auth-store.ts'
import { hasCode } from './problem.ts'
import { type Sending, send, sendFor } from './send.ts'
import { refreshSession } from './session.ts'

/** A part whose members are all optional may itself be left out. */
type Parts<R> = { [K in keyof R as Record<never, never> extends R[K] ? never : K]: R[K] } & {
  [K in keyof R as Record<never, never> extends R[K] ? K : never]?: R[K]
}

interface Extras {
  headers?: Record<string, string>
  /** The version the change was made on; 412 `stale_version` when it is no longer the newest. */
  ifMatch?: number
  /** One per thing the user does, the same for its retries; made here when not given. */
  idempotencyKey?: string
  signal?: AbortSignal | undefined
  /** Sent even if the page is being left. */
  keepalive?: boolean
}

export type CallOptions<E extends Endpoint> = Parts<Request<E>> & Extras
type Arguments<O> = Record<never, never> extends O ? [options?: O] : [options: O]

/**
 * Asks the API. Answers are typed by the contract, not validated again: the server has done that. Throws `ProblemError` when
 * the API says no and `OfflineError` when it cannot be reached. An expired access token is renewed and the call repeated, once.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  ...[options]: Arguments<CallOptions<E>>
): Promise<Answer<E>> {
  return (await ask(endpoint, (options ?? {}) as LooseOptions, send)) as Answer<E>
}

/** The same, with the answer as it comes: for what may be a file. */
export const callFor = <E extends Endpoint>(endpoint: E, options: CallOptions<E>): Promise<Response> =>
  ask(endpoint, options as LooseOptions, sendFor)

async function ask<T>(endpoint: Endpoint, options: LooseOptions, by: (request: Sending) => Promise<T>): Promise<T> {
  const request = requestOf(endpoint, options)
  try {
    return await by(withToken(endpoint, request))
  } catch (error) {
    if (endpoint.auth || !hasCode(error, 'unauthenticated') || !(await refreshSession())) throw error
    return by(withToken(endpoint, request))
  }
}

interface LooseOptions extends Extras {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

function requestOf(endpoint: Endpoint, options: LooseOptions): Sending {
  const { params = {}, query = {}, body, ifMatch, signal, keepalive } = options
  return {
    method: endpoint.method,
    path: fillPath(endpoint.path, params) + queryString(query),
    headers: {
      ...options.headers,
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...(endpoint.idempotent && { 'idempotency-key': options.idempotencyKey ?? newIdempotencyKey() }),
    },
    body,
    signal,
    keepalive,
  }
}

function withToken(endpoint: Endpoint, request: Sending): Sending {
  const { token } = useAuth.getState()
  if (endpoint.auth || !token) return request
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }
}

const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

function queryString(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return search.size > 0 ? `?${search}` : ''
}

/** `crypto.randomUUID` exists in secure contexts only, and a phone on the studio's network may use plain http. */
export function newIdempotencyKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

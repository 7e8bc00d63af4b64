import type { Problem } from '@physique57/contracts'
import { OfflineError, ProblemError } from './problem.ts'

export interface Sending {
  method: string
  /** Below `/api`. */
  path: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal | undefined
  keepalive?: boolean | undefined
}

/** No answer after this long is no answer: networks at a front desk fail silently. */
const PATIENCE = 30_000

/** One request, its JSON answer or what went wrong. Knows nothing of sessions; `call` and the session are built on it. */
export async function send(request: Sending): Promise<unknown> {
  const response = await sendFor(request)
  return response.status === 204 ? undefined : readJson(response)
}

/** The same, with the answer as it comes. */
export async function sendFor({ method, path, headers, body, signal, keepalive = false }: Sending): Promise<Response> {
  const response = await reach(`/api${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) : AbortSignal.timeout(PATIENCE),
    credentials: 'same-origin',
    ...(keepalive && { keepalive }),
  })
  if (!response.ok) throw new ProblemError(await problemOf(response), retryAfter(response))
  return response
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw asOffline(error)
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    throw asOffline(error)
  }
}

/** The caller's own cancelling is not a failure of the network. */
function asOffline(error: unknown): unknown {
  return error instanceof DOMException && error.name === 'AbortError' ? error : new OfflineError()
}

/** We send seconds; a date, which others may send, is left out. */
const retryAfter = ({ headers }: Response): number | undefined => Number(headers.get('retry-after')) || undefined

/** What stands between us and the API says no in words of its own, or in none. */
const refusals: Record<number, string> = {
  413: 'It is more than can be sent at once. Make it shorter, then try again.',
  429: 'Too much was asked in a short time. Worth another try in a moment.',
}

/** Something between us and the API may answer without a problem document. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return body
  return {
    type: 'about:blank',
    title: refusals[response.status] ?? 'The request was refused before it reached the system.',
    status: response.status,
    detail: '',
    code: response.status >= 502 && response.status <= 504 ? 'unavailable' : 'internal',
    requestId: response.headers.get('x-request-id') ?? '',
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'title' in body

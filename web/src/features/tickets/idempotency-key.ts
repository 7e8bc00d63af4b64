import { newIdempotencyKey } from '../../lib/call.ts'
import { ProblemError } from '../../lib/problem.ts'

/** What was sent, and under which key; kept until an answer came. */
export interface SentKey {
  content: string
  key: string
}

/** The same content goes under the same key, so that a retry after a lost answer does nothing twice. */
export function keyFor(content: unknown, last: SentKey | undefined): SentKey {
  const written = JSON.stringify(content)
  return last?.content === written ? last : { content: written, key: newIdempotencyKey() }
}

/** The server refused: nothing happened, and the next try is a new one. */
export const wasRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500 && error.problem.code !== 'request_in_progress'

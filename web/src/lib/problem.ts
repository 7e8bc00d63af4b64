import type { ErrorCode, FieldError, Problem } from '@physique57/contracts'

/** The API said no, and why. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** Seconds until it is worth trying again, if the API said so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail || problem.title)
    this.name = 'ProblemError'
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get code(): ErrorCode {
    // The API sends no other codes; an unknown one of a newer server simply matches nothing.
    return this.problem.code as ErrorCode
  }

  get status(): number {
    return this.problem.status
  }

  /** What is wrong with each field that was sent. */
  get fields(): FieldError[] {
    return this.problem.errors ?? []
  }
}

/** The request did not reach the server, or its answer did not reach us; it may have been carried out. */
export class OfflineError extends Error {
  constructor() {
    super('The server could not be reached')
    this.name = 'OfflineError'
  }
}

export const hasCode = (error: unknown, code: ErrorCode): error is ProblemError =>
  error instanceof ProblemError && error.code === code

interface Description {
  why: string
  requestId?: string
  offline?: true
}

/** An error in words for the person in front of it. */
export function describeError(error: unknown): Description {
  if (error instanceof OfflineError) {
    return { why: 'The server could not be reached. Check the connection, then try again.', offline: true }
  }
  if (error instanceof ProblemError) {
    const { detail, title, status, requestId } = error.problem
    if (error.code === 'unavailable')
      return { why: `${detail || 'The server is busy or restarting.'} ${when(error)}`, requestId }
    const why = status >= 500 ? 'Something went wrong at our end. It has been recorded.' : detail || title
    return { why, requestId }
  }
  return { why: 'Something unexpected happened in this page. Loading it again usually helps.' }
}

const when = ({ retryAfter }: ProblemError): string =>
  retryAfter ? `Worth another try in ${retryAfter} s.` : 'Worth another try in a moment.'

/** The same in one sentence, for a toast or below a form. */
export const messageOf = (error: unknown): string => describeError(error).why

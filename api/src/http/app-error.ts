import { type ErrorCode, errorStatus, type FieldError } from '@physique57/contracts'

interface Details {
  /** What is wrong at which field. */
  errors?: FieldError[]
  /** After how many seconds it is worth trying again. */
  retryAfter?: number
}

/** Something the caller can act on, in words they understand. Anything else that is thrown is a bug and answered with 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly errors: FieldError[] | undefined
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string, { errors, retryAfter }: Details = {}) {
    super(message)
    this.code = code
    this.errors = errors
    this.retryAfter = retryAfter
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** Absent and not visible look the same. */
export const notFound = (what = 'This') =>
  new AppError('not_found', `${what} does not exist, or is not for you to see.`)

/** What was sent is well formed but means nothing here. */
export const unprocessable = (path: string, message: string) =>
  new AppError('unprocessable', message, { errors: [{ path, message }] })

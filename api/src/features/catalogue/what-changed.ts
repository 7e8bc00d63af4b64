import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'

/** Field by field `[before, after]`, for the audit log; undefined when all of it was so already. */
export function whatChanged<Row extends object>(
  before: Row,
  input: Partial<Record<keyof Row, unknown>>,
): Record<string, [unknown, unknown]> | undefined {
  const values: Partial<Record<string, unknown>> = { ...before }
  const changed = Object.entries(input)
    .filter(([field, after]) => after !== undefined && !isDeepStrictEqual(values[field], after))
    .map(([field, after]): [string, [unknown, unknown]] => [field, [values[field], after]])
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}

/** 412 when somebody was quicker. */
export function assertVersion({ expectedVersion }: Context, { version }: { version: number }, what: string): void {
  if (expectedVersion === undefined || expectedVersion === version) return
  throw new AppError('stale_version', `Somebody changed this ${what} meanwhile. Look at it again before you change it.`)
}

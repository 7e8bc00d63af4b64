import { DatabaseError } from 'pg'
import type { Context } from '../context.ts'
import { AppError, notFound } from '../http/app-error.ts'
import type { Tx } from './transaction.ts'

type Repeatable = NonNullable<Context['idempotency']>

/** The first answer to a request, given again. */
export class Replay extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super('This request was answered before')
    this.status = status
    this.body = body
  }
}

/**
 * The key is written in the transaction that does the work, so both happen or neither. A second request with the same key
 * waits here for the first, and finds its answer; if it waits too long, `lock_timeout` ends it.
 */
export async function claimKey({ db, actor }: Tx, request: Repeatable, mayStill: () => Promise<void>): Promise<void> {
  const { method, path, key, requestHash } = request
  const claimed = await db
    .insertInto('idempotencyKeys')
    .values({ userId: actor.id, method, path, key, requestHash, role: actor.role, teamId: actor.team?.id ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
    .catch(refuseWhileRunning)
  if (claimed.numInsertedOrUpdatedRows === 1n) return

  const first = await db
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'status', 'body', 'ticketId', 'role', 'teamId'])
    .where('userId', '=', actor.id)
    .where('method', '=', method)
    .where('path', '=', path)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!first.requestHash.equals(requestHash)) {
    throw new AppError('key_reused', 'This Idempotency-Key was used for a different request. Send a new key.')
  }
  if (first.ticketId && !(await canSee({ db }, first.ticketId))) throw notFound('This ticket')
  // what they were allowed then is theirs to hear again, unless they are somebody else now
  if (first.role !== actor.role || first.teamId !== (actor.team?.id ?? null)) await mayStill()
  throw new Replay(first.status ?? request.status, first.body)
}

/** Two seconds are not long enough to fail: the first request may still succeed, so this one must not look like an outage. */
function refuseWhileRunning(error: unknown): never {
  const waitedTooLong = error instanceof DatabaseError && error.code === '55P03'
  if (!waitedTooLong) throw error
  throw new AppError(
    'request_in_progress',
    'The first request with this Idempotency-Key is still running. Ask again.',
    {
      retryAfter: 1,
    },
  )
}

export async function keepAnswer({ db, actor }: Tx, request: Repeatable, answer: unknown): Promise<void> {
  const { method, path, key, status } = request
  await db
    .updateTable('idempotencyKeys')
    .set({ status, body: JSON.stringify(answer), ticketId: request.ticketId ?? ticketIn(path, answer) })
    .where('userId', '=', actor.id)
    .where('method', '=', method)
    .where('path', '=', path)
    .where('key', '=', key)
    .execute()
}

/** The ticket that was made, when the path names none; other things that are made have ids, too. */
const ticketIn = (path: string, answer: unknown): string | null =>
  path.endsWith('/tickets') && typeof answer === 'object' && answer !== null && 'id' in answer
    ? String(answer.id)
    : null

async function canSee({ db }: Pick<Tx, 'db'>, ticketId: string): Promise<boolean> {
  return (await db.selectFrom('tickets').select('id').where('id', '=', ticketId).executeTakeFirst()) !== undefined
}

import { sql } from 'kysely'
import type { Actor, Claims, Context } from '../context.ts'
import { AppError } from '../http/app-error.ts'
import type { Db } from './database.ts'
import { claimKey, keepAnswer } from './idempotency.ts'

/** One transaction on behalf of a person. `now` is the database's clock, the same for everything in it. */
export interface Tx {
  db: Db
  actor: Actor
  now: Date
}

/** Runs a change. A repeated request (same Idempotency-Key) does nothing and throws the first answer as `Replay`. */
export function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (db) => {
    const tx = await begin(db, ctx.claims)
    if (!ctx.idempotency) return work(tx)

    await claimKey(tx, ctx.idempotency, () => rehearse(tx, work))
    const answer = await work(tx)
    await asCaller(db)
    await keepAnswer(tx, ctx.idempotency, answer)
    return answer
  })
}

/** Does it without leaving a trace, to hear whether it is still allowed. That it cannot be done twice is no objection. */
async function rehearse(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await sql`savepoint rehearsal`.execute(tx.db)
  try {
    await work(tx)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'forbidden' || error.code === 'not_found')) throw error
  }
  await sql`rollback to savepoint rehearsal`.execute(tx.db)
}

/** Runs something that only looks. */
export function readOnly<T>(ctx: Pick<Context, 'db' | 'claims'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => work(await begin(db, ctx.claims)))
}

async function begin(db: Db, claims: Claims): Promise<Tx> {
  const json = JSON.stringify({ sub: claims.userId, sid: claims.sessionId })
  // also undoes a role that a broken predecessor left behind on this connection
  const started = await sql<{ now: Date }>`
    select set_config('role', 'none', true), set_config('request.jwt.claims', ${json}, true), now() as now`.execute(db)
  const found = await sql<ActorRow>`select * from ${whoAsks(claims)}`.execute(db)
  const row = found.rows[0]
  const now = started.rows[0]?.now
  if (!row || !now) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')

  return { db, actor: toActor(row), now }
}

function whoAsks({ operationId, exportId }: Claims) {
  if (operationId) return sql`app.actor_of_operation(${operationId})`
  return exportId ? sql`app.actor_of_export(${exportId})` : sql`app.actor()`
}

/** Until the transaction ends or `asCaller`, acts on these tickets beyond what the caller may write. Check the policy first. */
export async function actAsSystem(db: Db, ticketIds: string[]): Promise<void> {
  await sql`select app.act_as_system(${ticketIds}::uuid[])`.execute(db)
}

export async function asCaller(db: Db): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(db)
}

/** Until the transaction ends or `asCaller`: the caller's own password, sessions and address. */
export async function actAsAuth(db: Db): Promise<void> {
  await sql`select set_config('role', 'app_auth', true)`.execute(db)
}

/** Before anybody is signed in: may read credentials and keep sessions, and nothing else. */
export function asAuth<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('request.jwt.claims', '', true), set_config('role', 'app_auth', true)`.execute(trx)
    return work(trx)
  })
}

interface ActorRow {
  id: string
  name: string
  email: string
  role: Actor['role']
  teamId: string | null
  teamName: string | null
  timeZone: string
}

const toActor = ({ teamId, teamName, ...person }: ActorRow): Actor => ({
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  timeZone: person.timeZone,
  team: teamId && teamName ? { id: teamId, name: teamName } : null,
})

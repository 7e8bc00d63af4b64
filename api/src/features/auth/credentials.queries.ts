import { type Insertable, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { SignUps, UserCredentials } from '../../db/schema.ts'
import type { Tables } from '../../db/tables.ts'

export const findPasswordHash = async (db: Db, userId: string): Promise<string | undefined> =>
  (await db.selectFrom('userCredentials').select('passwordHash').where('userId', '=', userId).executeTakeFirst())
    ?.passwordHash

/** Also the first one. */
export const setPassword = (db: Db, credentials: Insertable<UserCredentials>) =>
  db
    .insertInto('userCredentials')
    .values(credentials)
    .onConflict((conflict) =>
      conflict
        .column('userId')
        .doUpdateSet((row) => ({ passwordHash: row.ref('excluded.passwordHash'), changedAt: sql`now()` })),
    )
    .execute()

/** Also of somebody who left. */
export async function isTaken(db: Db, email: string): Promise<boolean> {
  return (await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}

export async function isAnybodyThere(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** A policy of the database holds what a new person may be. */
export const insertPerson = (db: Db, person: Pick<Insertable<Tables['users']>, 'id' | 'name' | 'email' | 'role'>) =>
  db.insertInto('users').values(person).execute()

export const setEmail = (db: Db, userId: string, email: string) =>
  db.updateTable('users').set({ email, updatedAt: sql`now()` }).where('id', '=', userId).execute()

/** The newer replaces the older, whose link dies. */
export const upsertSignUp = (
  db: Db,
  { email, ...signUp }: Pick<Insertable<SignUps>, 'email' | 'name' | 'passwordHash' | 'expiresAt'>,
) =>
  db
    .insertInto('signUps')
    .values({ email, ...signUp })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet({ ...signUp, tokenHash: null, createdAt: sql`now()` }),
    )
    .execute()

export const findSignUp = (db: Db, tokenHash: Buffer) =>
  db
    .selectFrom('signUps')
    .select(['email', 'name', 'passwordHash'])
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()

/** Whether we are the one who uses it. */
export async function useSignUp(db: Db, tokenHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('signUps')
    .set({ tokenHash: null, passwordHash: null })
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const idleSince = sql<Date>`now() - interval '7 days'`

export const findSessions = (db: Db, userId: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'createdAt', 'rotatedAt'])
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where('rotatedAt', '>', idleSince)
    .orderBy('rotatedAt', 'desc')
    .orderBy('id')
    .execute()

interface Ending {
  userId: string
  because: 'password_changed' | 'ended_elsewhere'
  /** Only this one. */
  id?: string
  /** All but this one. */
  except?: string
}

/** How many it ended. */
export async function endSessions(db: Db, { userId, because, id, except }: Ending): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

type LinkKind = 'reset' | 'new_email' | 'set_up'

/** The link that lets its bearer do this now, with whom it is about. */
export const findLink = (db: Db, kind: LinkKind, tokenHash: Buffer) =>
  db
    .selectFrom('accountLinks')
    .leftJoin('users', 'users.id', 'accountLinks.userId')
    .select(['accountLinks.id', 'accountLinks.newEmail', 'users.id as userId', 'users.email'])
    .where('accountLinks.tokenHash', '=', tokenHash)
    .where('accountLinks.kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where((where) => where.or([where('accountLinks.kind', '=', 'set_up'), where('users.status', '=', 'active')]))
    .executeTakeFirst()

/** Whether we are the one who uses it. */
export async function useLink(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accountLinks')
    .set({ usedAt: sql`now()` })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Nothing that was sent to somebody before opens anything any more. */
export const killLinks = (db: Db, userId: string) =>
  db
    .updateTable('accountLinks')
    .set({ usedAt: sql`now()` })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .execute()

interface NewLink {
  id: string
  kind: LinkKind
  userId: string | null
  newEmail?: string
  tokenHash: Buffer
  expiresAt: Date
}

/** The older one of its kind dies. Only the worker may. */
export const insertLink = (db: Db, { newEmail, ...link }: NewLink) =>
  db
    .insertInto('accountLinks')
    .values({ ...link, newEmail: newEmail ?? null })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'kind']).doUpdateSet((row) => ({
        id: row.ref('excluded.id'),
        newEmail: row.ref('excluded.newEmail'),
        tokenHash: row.ref('excluded.tokenHash'),
        expiresAt: row.ref('excluded.expiresAt'),
        createdAt: sql`now()`,
        usedAt: null,
      })),
    )
    .execute()

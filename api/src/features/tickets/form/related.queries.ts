import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { notFound } from '../../../http/app-error.ts'

export type ComparedRow = Awaited<ReturnType<typeof getCompared>>

const compared = (db: Db) =>
  db
    .selectFrom('tickets')
    .select(['id', 'number', 'title', 'description', 'clientId', 'subcategoryId', 'studioId', 'isOpen', 'createdAt'])

export async function getCompared(db: Db, id: string) {
  const row = await compared(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('This ticket')
  return row
}

/** Neither deleted nor merged. */
export const findByNumber = (db: Db, number: number): Promise<ComparedRow | undefined> =>
  compared(db)
    .where('number', '=', number)
    .where('deletedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()

/** The client's latest tickets, and the latest of the same subcategory within half a year of this one. */
export async function findAlike(db: Db, ticket: ComparedRow): Promise<ComparedRow[]> {
  const others = compared(db)
    .where('id', '!=', ticket.id)
    .where('deletedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .orderBy('createdAt', 'desc')
  const ofSubject = await others
    .where('subcategoryId', '=', ticket.subcategoryId)
    .where('createdAt', '>', sql<Date>`${ticket.createdAt}::timestamptz - interval '180 days'`)
    .limit(100)
    .execute()
  const ofClient = ticket.clientId ? await others.where('clientId', '=', ticket.clientId).limit(20).execute() : []
  return [...new Map([...ofClient, ...ofSubject].map((row) => [row.id, row])).values()]
}

import type { ClientMatch, ClientStatus } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** What a client can be recognised by; empty where it is not known. */
export interface Marks {
  phone: string
  email: string
  membershipNumber: string
}

export async function searchClients(db: Db, wanted: string): Promise<ClientMatch[]> {
  const { rows } = await sql<ClientMatch>`select * from app.find_clients(${wanted}, 10)`.execute(db)
  return rows
}

export async function clientExists(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`select app.client_exists(${id}) as exists`.execute(db)
  return rows[0]?.exists ?? false
}

/** Everybody we know by one of these, first entered first. */
export async function findByMarks(db: Db, { phone, email, membershipNumber }: Marks) {
  const { rows } = await sql<{ id: string; name: string }>`
    select * from app.known_clients(nullif(${phone}, ''), nullif(${email}, ''), nullif(${membershipNumber}, ''))`.execute(
    db,
  )
  return rows
}

/** Until this transaction ends nobody else enters a client with the same number or address; in one order, so that nobody waits in a circle. */
export async function lockMarks(db: Db, { phone, email, membershipNumber }: Marks): Promise<void> {
  const marks = [phone.replace(/\D/g, '').slice(-10), email.toLowerCase(), membershipNumber].filter(Boolean).toSorted()
  for (const mark of marks) {
    await sql`select pg_advisory_xact_lock(hashtext('client'), hashtext(${mark}))`.execute(db)
  }
}

export const insertClient = (
  db: Db,
  { phone, email, membershipNumber, ...client }: Marks & { id: string; name: string; status?: ClientStatus },
) =>
  db
    .insertInto('clients')
    .values({
      ...client,
      email: email.toLowerCase() || null,
      phone: phone || null,
      membershipNumber: membershipNumber || null,
    })
    .execute()

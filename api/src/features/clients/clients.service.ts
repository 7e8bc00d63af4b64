import type { ClientMatch, CreateTicket } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'

export const findClients = (ctx: Context, wanted: string) =>
  readOnly(ctx, async ({ db }) => {
    const { rows } = await sql<ClientMatch>`select * from app.find_clients(${wanted}, 10)`.execute(db)
    return { items: rows }
  })

/** The id of the client a ticket is about: one named by id, one we recognise, or a new one. */
export async function resolveClient(db: Db, client: NonNullable<CreateTicket['client']>): Promise<string> {
  if (!('name' in client)) {
    const { rows } = await sql<{ exists: boolean }>`select app.client_exists(${client.id}) as exists`.execute(db)
    if (!rows[0]?.exists) throw unprocessable('client.id', 'There is no such client')
    return client.id
  }
  const { name, email = null, phone = null, membershipNumber = null, status } = client
  const { rows } = await sql<{ id: string | null }>`
    select app.known_client(${phone}::text, ${email}::text, ${membershipNumber}::text) as id`.execute(db)
  const known = rows[0]?.id
  if (known) return known

  const id = uuid()
  await db
    .insertInto('clients')
    .values({ id, name, email: email?.toLowerCase() ?? null, phone, membershipNumber, ...(status && { status }) })
    .execute()
  return id
}

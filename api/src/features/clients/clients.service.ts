import type { ClientMatch, CreateTicket } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'
import { isSameName } from './same-name.ts'

export const findClients = (ctx: Context, wanted: string) =>
  readOnly(ctx, async ({ db }) => {
    const { rows } = await sql<ClientMatch>`select * from app.find_clients(${wanted}, 10)`.execute(db)
    return { items: rows }
  })

/** The id of the client a ticket is about: one named by id, one we recognise by number or address and name, or a new one. */
export async function resolveClient(db: Db, client: NonNullable<CreateTicket['client']>): Promise<string> {
  if (!('name' in client)) {
    const { rows } = await sql<{ exists: boolean }>`select app.client_exists(${client.id}) as exists`.execute(db)
    if (!rows[0]?.exists) throw unprocessable('client.id', 'There is no such client')
    return client.id
  }
  const { name, email = null, phone = null, membershipNumber = null, status } = client
  const known = await findKnown(db, client)
  if (known) return known

  await lockNewClient(db, client)
  const enteredMeanwhile = await findKnown(db, client)
  if (enteredMeanwhile) return enteredMeanwhile

  const id = uuid()
  await db
    .insertInto('clients')
    .values({ id, name, email: email?.toLowerCase() ?? null, phone, membershipNumber, ...(status && { status }) })
    .execute()
  return id
}

type NewClient = {
  name: string
  phone?: string | undefined
  email?: string | undefined
  membershipNumber?: string | undefined
}

async function findKnown(db: Db, client: NewClient): Promise<string | null> {
  const { name, phone = '', email = '', membershipNumber = '' } = client
  const { rows } = await sql<{ id: string; name: string }>`
    select * from app.known_clients(nullif(${phone}, ''), nullif(${email}, ''), nullif(${membershipNumber}, ''))`.execute(
    db,
  )
  return rows.find((known) => isSameName(known.name, name))?.id ?? null
}

/** Until this transaction ends nobody else enters a client with the same number or address; in one order, so that nobody waits in a circle. */
async function lockNewClient(db: Db, { phone = '', email = '', membershipNumber = '' }: NewClient): Promise<void> {
  const marks = [phone.replace(/\D/g, '').slice(-10), email.toLowerCase(), membershipNumber].filter(Boolean).toSorted()
  for (const mark of marks) {
    await sql`select pg_advisory_xact_lock(hashtext('client'), hashtext(${mark}))`.execute(db)
  }
}

import type { CreateTicket } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'
import { clientExists, findByMarks, insertClient, lockMarks, type Marks, searchClients } from './clients.queries.ts'
import { isSameName } from './same-name.ts'

export const findClients = (ctx: Context, wanted: string) =>
  readOnly(ctx, async ({ db }) => ({ items: await searchClients(db, wanted) }))

/** The id of the client a ticket is about: one named by id, one we recognise by number or address and name, or a new one. */
export async function resolveClient(db: Db, client: NonNullable<CreateTicket['client']>): Promise<string> {
  if (!('name' in client)) {
    if (await clientExists(db, client.id)) return client.id
    throw unprocessable('client.id', 'There is no such client')
  }
  const { name, phone = '', email = '', membershipNumber = '', status } = client
  const marks = { phone, email, membershipNumber }
  const known = await findKnown(db, name, marks)
  if (known) return known

  await lockMarks(db, marks)
  const enteredMeanwhile = await findKnown(db, name, marks)
  if (enteredMeanwhile) return enteredMeanwhile

  const id = uuid()
  await insertClient(db, { id, name, ...marks, ...(status && { status }) })
  return id
}

const findKnown = async (db: Db, name: string, marks: Marks): Promise<string | undefined> =>
  (await findByMarks(db, marks)).find((known) => isSameName(known.name, name))?.id

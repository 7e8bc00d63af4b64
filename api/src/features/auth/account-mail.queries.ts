import { type Insertable, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

export const findMail = (db: Db, id: string) =>
  db
    .selectFrom('outbox')
    .select(['messageId', 'toAddress', 'subject', 'textBody', 'htmlBody', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()

export const insertMail = (db: Db, mail: Insertable<Tables['outbox']>) => db.insertInto('outbox').values(mail).execute()

export const markMailSent = (db: Db, id: string) =>
  db.updateTable('outbox').set({ status: 'sent', sentAt: sql`now()` }).where('id', '=', id).execute()

export const findPerson = (db: Db, by: 'id' | 'email', value: string) =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where(by, '=', value)
    .where('status', '=', 'active')
    .executeTakeFirst()

export const updateSignUp = (db: Db, email: string, tokenHash: Buffer) =>
  db
    .updateTable('signUps')
    .set({ tokenHash })
    .where('email', '=', email)
    .where('passwordHash', 'is not', null)
    .returning('name')
    .executeTakeFirst()

import { sql } from 'kysely'
import { countCapped } from '../../db/count-capped.ts'
import type { Db } from '../../db/database.ts'
import type { TimeCursor } from '../../http/cursor.ts'

export const findMails = (db: Db, limit: number, after: TimeCursor | undefined) =>
  db
    .selectFrom('outbox')
    .leftJoin('users', 'users.id', 'outbox.userId')
    .select([
      'outbox.id',
      'outbox.toAddress',
      'outbox.subject',
      'outbox.textBody',
      'outbox.status',
      'outbox.detail',
      'outbox.createdAt',
      'outbox.sentAt',
      'users.id as userId',
      'users.name as userName',
    ])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(outbox.created_at, outbox.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('outbox.createdAt', 'desc')
    .orderBy('outbox.id', 'desc')
    .limit(limit)
    .execute()

export const countMails = (db: Db) => countCapped(db, db.selectFrom('outbox').select('id'))

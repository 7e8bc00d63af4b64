import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/database.ts'

interface Finished {
  exportId?: string | null
  operationId?: string | null
  how: 'done' | 'failed'
  /** A whole sentence. */
  message: string
}

/** Whoever began it may have gone elsewhere meanwhile. Told once, however often it is said. */
export const tellFinished = (db: Db, { exportId = null, operationId = null, how, message }: Finished) =>
  sql`select app.tell_finished(${uuid()}, ${exportId}::uuid, ${operationId}::uuid, ${how}, ${message})`.execute(db)

import { sql } from 'kysely'
import type { Db } from './database.ts'

interface AuditEntry {
  /** null: the system, or whoever runs it. */
  actorId: string | null
  /** `subject.verb`, such as `session.reused`. */
  action: string
  /** What it was done to: an id or a name. */
  subject: string
  change?: Record<string, unknown>
}

/** Adds to the hash-chained log; its number, time and hash are the database's. */
export const recordAudit = (db: Db, { actorId, action, subject, change = {} }: AuditEntry) =>
  sql`insert into public.audit_log (actor_id, action, subject, change)
      values (${actorId}, ${action}, ${subject}, ${JSON.stringify(change)})`.execute(db)

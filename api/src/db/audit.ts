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

interface AuditState {
  entries: number
  /** In hexadecimal digits; null of an empty log. */
  newestHash: string | null
  /** The number of the first entry whose hash, or whose link to the one before, is wrong. */
  firstWrong: number | null
}

/** As the worker, who sees all of it. */
export async function verifyAudit(db: Db): Promise<AuditState> {
  const { rows } = await sql<AuditState>`
    select (select count(*) from public.audit_log) as entries, app.verify_audit() as first_wrong,
      (select encode(hash, 'hex') from public.audit_log order by id desc limit 1) as newest_hash`.execute(db)
  return rows[0] ?? { entries: 0, newestHash: null, firstWrong: null }
}

import type { TagInUse } from '@physique57/contracts'
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { armsFor } from '../list/ticket-arms.ts'
import type { Asking } from '../list/ticket-conditions.ts'

/** Of the newest so many. */
const TAGGED = 2_000
const MOST_TAGS = 50

/** The tags of the newest tagged tickets the caller sees, most used first. */
export async function findTagsInUse(db: Db, asking: Asking, beginning: string): Promise<TagInUse[]> {
  const arms = armsFor(db, asking, { conditions: [], looked: null, among: null, sort: '-createdAt' }).map((arm) => {
    const rows = arm
      // literally, as the partial index says it
      .where(sql<SqlBool>`tickets.tags <> '{}'`)
      .select(['tickets.id', 'tickets.tags'])
      .orderBy('tickets.createdAt', 'desc')
      .orderBy('tickets.id', 'desc')
      .limit(TAGGED)
    return sql`(${rows})`
  })
  const found = await sql<TagInUse>`
    select tag as name, count(*)::int as tickets
    from (${sql.join(arms, sql` union `)}) tagged, unnest(tags) tag
    where starts_with(tag, ${beginning}) or strpos(tag, ${` ${beginning}`}) > 0 or strpos(tag, ${`-${beginning}`}) > 0
    group by tag order by tickets desc, tag limit ${MOST_TAGS}`.execute(db)
  return found.rows
}

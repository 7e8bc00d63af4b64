import { type SelectQueryBuilder, sql } from 'kysely'
import { countCap } from '../http/cursor.ts'
import type { Db } from './database.ts'

/** How many rows there are, up to one more than is ever said. */
export async function countCapped<DB, TB extends keyof DB, Row>(
  db: Db,
  rows: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const counted = await sql<{ total: number }>`
    select count(*) as total from (${rows.limit(countCap + 1)}) counted`.execute(db)
  return counted.rows[0]?.total ?? 0
}

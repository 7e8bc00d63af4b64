import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { NameCursor } from '../http/cursor.ts'

/** What a list by name shows after that row, also when the row is gone or has another name by now. */
export const comesAfter = (
  [name, id]: readonly [name: string, id: string],
  last: NameCursor | undefined,
): RawBuilder<SqlBool> => (last ? sql`(${sql.ref(name)}, ${sql.ref(id)}) > (${last[1]}, ${last[0]})` : sql`true`)

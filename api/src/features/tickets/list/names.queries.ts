import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'

export type NamedField = 'category' | 'subcategory' | 'studio' | 'team' | 'client' | 'assignee' | 'reporter' | 'watcher'

const tables = {
  category: 'categories',
  subcategory: 'subcategories',
  studio: 'studios',
  team: 'teams',
  assignee: 'users',
  reporter: 'users',
  watcher: 'users',
} as const

const MOST_CLIENTS = 500

/** What is called so, or has it in its name. */
export async function findIdsByName(db: Db, field: NamedField, names: string[]): Promise<string[]> {
  const { rows } = await (field === 'client'
    ? sql<{ id: string }>`
        select found.id from unnest(${names}::text[]) wanted, app.find_clients(wanted, ${MOST_CLIENTS}) found`
    : sql<{ id: string }>`
        select distinct named.id from ${sql.table(tables[field])} named, unnest(${names}::text[]) wanted
        where strpos(lower(named.name), lower(wanted)) > 0`
  ).execute(db)
  return rows.map(({ id }) => id)
}

/** What these are called. */
export const findNamesOf = (db: Db, field: keyof typeof tables, ids: string[]) =>
  db.selectFrom(tables[field]).select(['id', 'name']).where(sql<boolean>`id = any (${ids}::uuid[])`).execute()

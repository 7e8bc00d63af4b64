import type { FormField } from '@physique57/contracts'
import type { Insertable, Updateable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

export const insertCategory = (db: Db, row: Insertable<Tables['categories']>) =>
  db.insertInto('categories').values(row).execute()

export const insertSubcategory = (db: Db, row: Insertable<Tables['subcategories']>) =>
  db.insertInto('subcategories').values(row).execute()

/** So that of two who change it at once one waits, and then sees what the other did. */
export const lockRow = (db: Db, table: 'categories' | 'subcategories', id: string) =>
  db.selectFrom(table).select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const updateCategory = (db: Db, id: string, changes: Updateable<Tables['categories']>) =>
  db.updateTable('categories').set(changes).where('id', '=', id).execute()

export const updateSubcategory = (db: Db, id: string, changes: Updateable<Tables['subcategories']>) =>
  db.updateTable('subcategories').set(changes).where('id', '=', id).execute()

export const insertForm = (db: Db, subcategoryId: string, version: number, fields: FormField[]) =>
  db
    .insertInto('formVersions')
    .values({ id: uuid(), subcategoryId, version, fields: JSON.stringify(fields) })
    .execute()

export const findTeam = (db: Db, id: string) =>
  db.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()

import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export const findCategories = (db: Db) =>
  db
    .selectFrom('categories')
    .select(['id', 'name', 'icon'])
    .where('isActive', '=', true)
    .orderBy('position')
    .orderBy('name')
    .execute()

export const findSubcategories = (db: Db, categoryId?: string) =>
  db
    .selectFrom('subcategories')
    .innerJoin('categories', 'categories.id', 'subcategories.categoryId')
    .leftJoin('teams', 'teams.id', 'subcategories.defaultTeamId')
    .select([
      'subcategories.id',
      'subcategories.categoryId',
      'subcategories.name',
      'subcategories.aliases',
      'subcategories.defaultPriority',
      'teams.id as teamId',
      'teams.name as teamName',
    ])
    .where('subcategories.isActive', '=', true)
    .where('categories.isActive', '=', true)
    .$if(categoryId !== undefined, (query) => query.where('subcategories.categoryId', '=', categoryId ?? ''))
    .orderBy('categories.position')
    .orderBy('subcategories.position')
    .orderBy('subcategories.name')
    .execute()

export const findCategory = (db: Db, id: string) =>
  db.selectFrom('categories').select('id').where('id', '=', id).executeTakeFirst()

export const findSubcategory = (db: Db, id: string) =>
  db
    .selectFrom('subcategories')
    .innerJoin('categories', 'categories.id', 'subcategories.categoryId')
    .select(['subcategories.id', 'categoryId', 'subcategories.name', 'defaultPriority'])
    .where('subcategories.id', '=', id)
    .where('subcategories.isActive', '=', true)
    .where('categories.isActive', '=', true)
    .executeTakeFirst()

export const findStudio = (db: Db, id: string) =>
  db.selectFrom('studios').select(['id', 'name']).where('id', '=', id).where('isActive', '=', true).executeTakeFirst()

export const findCurrentForm = (db: Db, subcategoryId: string) =>
  db
    .selectFrom('formVersions')
    .select(['id as formVersionId', 'version', 'fields'])
    .where('subcategoryId', '=', subcategoryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The current form of each subcategory that is in use. */
export const findCurrentForms = (db: Db) =>
  db
    .selectFrom('formVersions')
    .innerJoin('subcategories', 'subcategories.id', 'formVersions.subcategoryId')
    .distinctOn('formVersions.subcategoryId')
    .select(['formVersions.subcategoryId', 'fields'])
    .where('subcategories.isActive', '=', true)
    .orderBy('formVersions.subcategoryId')
    .orderBy('version', 'desc')
    .execute()

export const findStudios = (db: Db) =>
  db
    .selectFrom('studios')
    .select(['id', 'name', 'shortName', 'city'])
    .where('isActive', '=', true)
    .orderBy('position')
    .orderBy('name')
    .execute()

export const findLookups = (db: Db) =>
  db
    .selectFrom('lookupValues')
    .select(['id', 'kind', 'name'])
    .where('isActive', '=', true)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('name')
    .execute()

/** Those of these ids that can be chosen for lookups of their kind. */
export async function findChoosable(db: Db, ids: string[]) {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from public.lookup_values where id = any (${ids}::uuid[]) and is_active
    union all select id, 'studio' from public.studios where id = any (${ids}::uuid[]) and is_active`.execute(db)
  return rows
}

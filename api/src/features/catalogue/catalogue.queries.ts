import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export interface Which {
  /** Also what is no longer offered. */
  inactive: boolean
}

export const findCategories = (db: Db, { inactive }: Which) =>
  db
    .selectFrom('categories')
    .select(['id', 'name', 'icon', 'position', 'isActive', 'version'])
    .$if(!inactive, (query) => query.where('isActive', '=', true))
    .orderBy('position')
    .orderBy('name')
    .execute()

const subcategories = (db: Db) =>
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
      'subcategories.position',
      'subcategories.isActive',
      'subcategories.version',
      'teams.id as teamId',
      'teams.name as teamName',
    ])

export type SubcategoryRow = Awaited<ReturnType<typeof findSubcategories>>[number]

export const findSubcategories = (db: Db, { inactive, categoryId }: Which & { categoryId?: string }) =>
  subcategories(db)
    .$if(!inactive, (query) => query.where('subcategories.isActive', '=', true).where('categories.isActive', '=', true))
    .$if(categoryId !== undefined, (query) => query.where('subcategories.categoryId', '=', categoryId ?? ''))
    .orderBy('categories.position')
    .orderBy('subcategories.position')
    .orderBy('subcategories.name')
    .execute()

/** Offered or not. */
export const findAnySubcategory = (db: Db, id: string) =>
  subcategories(db).where('subcategories.id', '=', id).executeTakeFirst()

/** Offered or not. */
export const findCategory = (db: Db, id: string) =>
  db
    .selectFrom('categories')
    .select(['id', 'name', 'icon', 'position', 'isActive', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()

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
    .select(['formVersions.subcategoryId', 'subcategories.name', 'fields'])
    .where('subcategories.isActive', '=', true)
    .orderBy('formVersions.subcategoryId')
    .orderBy('formVersions.version', 'desc')
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

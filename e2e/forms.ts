import type { FormField } from '../contracts/src/index.ts'
import { withDatabase } from './database.ts'

/** Asked for from now on under this subcategory; nobody can do that through the API yet. */
export const putFormIntoForce = (subcategory: string, fields: FormField[]) =>
  withDatabase(async (db) => {
    const { id, version } = await db
      .selectFrom('subcategories')
      .innerJoin('formVersions', 'formVersions.subcategoryId', 'subcategories.id')
      .where('subcategories.name', '=', subcategory)
      .select(['subcategories.id', 'formVersions.version'])
      .orderBy('formVersions.version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('formVersions')
      .values({ id: crypto.randomUUID(), subcategoryId: id, version: version + 1, fields: JSON.stringify(fields) })
      .execute()
  })

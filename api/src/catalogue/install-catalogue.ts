import { sql } from 'kysely'
import { type Db, openDatabase } from '../db/database.ts'
import { catalogueRows } from './catalogue-rows.ts'

/** Writes what an organisation starts with, unless it is there; call it inside a transaction, as `app_worker`. */
export async function installCatalogue(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(db)
  const settings = await db.selectFrom('settings').select('id').executeTakeFirst()
  if (settings) return

  const rows = catalogueRows()
  await db.insertInto('teams').values(rows.teams).execute()
  await db.insertInto('calendars').values(rows.calendars).execute()
  await db.insertInto('calendarHolidays').values(rows.calendarHolidays).execute()
  await db.insertInto('studios').values(rows.studios).execute()
  await db.insertInto('lookupValues').values(rows.lookupValues).execute()
  await db.insertInto('categories').values(rows.categories).execute()
  await db.insertInto('subcategories').values(rows.subcategories).execute()
  await db.insertInto('formVersions').values(rows.formVersions).execute()
  await db.insertInto('assignmentRules').values(rows.assignmentRules).execute()
  await db.insertInto('slaPolicies').values(rows.slaPolicies).execute()
  await db.insertInto('escalationRules').values(rows.escalationRules).execute()
  await db.insertInto('settings').values(rows.settings).execute()
}

/** Gives a new organisation its catalogue, once, from however many processes. */
export async function ensureCatalogue(workerUrl: string): Promise<void> {
  const pool = openDatabase({ url: workerUrl, poolSize: 1, applicationName: 'catalogue', onError: () => {} })
  try {
    await pool.transaction().execute(installCatalogue)
  } finally {
    await pool.destroy()
  }
}

import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Calendar } from './calendar.ts'

/** How long a changed calendar may go unnoticed. */
const freshFor = 5_000

let cached: { calendars: Map<string, Calendar>; until: number } | undefined

/** One calendar, also when it has just been added. */
export async function getCalendar(db: Db, id: string): Promise<Calendar> {
  const calendar = (await findCalendars(db)).get(id) ?? (await readCalendars(db)).get(id)
  if (!calendar) throw new Error(`There is no calendar ${id}`)
  return calendar
}

/** All calendars by id. As long as one stays as it is, the same object comes back: reading one costs more than using it. */
export async function findCalendars(db: Db): Promise<Map<string, Calendar>> {
  return cached && cached.until > Date.now() ? cached.calendars : readCalendars(db)
}

async function readCalendars(db: Db): Promise<Map<string, Calendar>> {
  const rows = await db
    .selectFrom('calendars')
    .leftJoin('calendarHolidays', 'calendarHolidays.calendarId', 'calendars.id')
    .select(['calendars.id', 'calendars.name', 'timeZone', 'hours'])
    .select(
      sql<string[]>`coalesce(array_agg(day::text order by day) filter (where day is not null), '{}')`.as('holidays'),
    )
    .groupBy('calendars.id')
    .execute()
  const calendars = new Map(rows.map(({ id, ...calendar }) => [id, asKnown(id, calendar)]))
  cached = { calendars, until: Date.now() + freshFor }
  return calendars
}

function asKnown(id: string, calendar: Calendar): Calendar {
  const known = cached?.calendars.get(id)
  return known && JSON.stringify(known) === JSON.stringify(calendar) ? known : calendar
}

/** The hours of a studio, or of the organisation where it has none. */
export async function findCalendarOf(db: Db, studioId: string): Promise<string | null> {
  const row = await db
    .selectFrom('settings')
    .leftJoin('studios', (join) => join.on('studios.id', '=', studioId))
    .select(sql<string>`coalesce(studios.calendar_id, settings.default_calendar_id)`.as('calendarId'))
    .executeTakeFirst()
  return row?.calendarId ?? null
}

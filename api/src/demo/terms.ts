import { catalogueRows, idOf } from '../catalogue/catalogue-rows.ts'
import { organisation } from '../catalogue/organisation.ts'
import type { Calendar } from '../features/sla/calendar.ts'
import { choosePolicy, type SlaTerms } from '../features/sla/choose-policy.ts'
import type { Report } from './report.ts'

const rows = catalogueRows()

const calendars = new Map<string, Calendar>(
  rows.calendars.map(({ id, name, timeZone, hours }) => [
    id,
    {
      name,
      timeZone,
      hours: JSON.parse(hours),
      holidays: rows.calendarHolidays.filter(({ calendarId }) => calendarId === id).map(({ day }) => day),
    },
  ]),
)

export interface Terms {
  policy: SlaTerms & { id: string | null }
  /** null when counting round the clock. */
  calendarId: string | null
  calendar: Calendar | null
}

/** What the service level of this ticket is. */
export function termsOf({ priority, category, subcategory, studio }: Report): Terms {
  const studioId = idOf.studio(studio.name)
  const policy = choosePolicy(rows.slaPolicies, {
    priority,
    studioId,
    categoryId: idOf.category(category),
    subcategoryId: idOf.subcategory(category, subcategory.name),
  })
  if (policy.hours === 'always') return { policy, calendarId: null, calendar: null }
  const calendarId = calendarIdOf(studioId)
  return { policy, calendarId, calendar: calendarById(calendarId) }
}

export const organisationHours = (): Calendar => calendarById(defaultCalendarId())

/** When the studio is open; where it has no hours, the organisation's. */
export const hoursOf = (studioName: string): Calendar => calendarById(calendarIdOf(idOf.studio(studioName)))

function calendarIdOf(studioId: string): string {
  return rows.studios.find(({ id }) => id === studioId)?.calendarId ?? defaultCalendarId()
}

const defaultCalendarId = (): string => idOf.calendar(organisation.defaultCalendar)

function calendarById(id: string): Calendar {
  const calendar = calendars.get(id)
  if (!calendar) throw new Error(`There is no calendar ${id}`)
  return calendar
}

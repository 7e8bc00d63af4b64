import { type Holiday, nationalHolidays } from './holidays.ts'
import type { WeeklyHours } from './opening-hours.ts'
import { studios } from './studios.ts'

export interface CalendarData {
  name: string
  timeZone: string
  weekly: WeeklyHours
  holidays: readonly Holiday[]
}

const timeZone = 'Asia/Kolkata'

/** For tickets of places without hours of their own. */
export const organisationCalendar: CalendarData = {
  name: 'Physique 57 India',
  timeZone,
  weekly: {
    weekdays: ['06:30-11:30', '16:00-21:00'],
    saturday: ['07:30-12:30', '16:00-19:00'],
    sunday: ['08:30-12:30'],
  },
  holidays: nationalHolidays,
}

export const calendars: readonly CalendarData[] = [
  organisationCalendar,
  ...studios.flatMap(({ name, hours }) => (hours ? [{ name, timeZone, ...hours }] : [])),
]

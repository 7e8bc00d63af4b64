import { bengaluruHolidays, type Holiday, mumbaiHolidays } from './holidays.ts'
import type { WeeklyHours } from './opening-hours.ts'

export interface StudioData {
  name: string
  /** For lists and rows. */
  shortName: string
  city: string
  /** null: the organisation's calendar. */
  hours: { weekly: WeeklyHours; holidays: readonly Holiday[] } | null
}

export const studios: readonly StudioData[] = [
  {
    name: 'Kwality House, Kemps Corner',
    shortName: 'Kemps',
    city: 'Mumbai',
    hours: {
      weekly: {
        weekdays: ['06:30-11:30', '16:00-21:00'],
        saturday: ['07:00-12:30', '16:00-19:30'],
        sunday: ['08:00-12:30'],
      },
      holidays: mumbaiHolidays,
    },
  },
  {
    name: 'Supreme HQ, Bandra',
    shortName: 'Bandra',
    city: 'Mumbai',
    hours: {
      weekly: {
        weekdays: ['06:30-12:00', '16:00-21:30'],
        saturday: ['07:30-12:30', '16:30-19:30'],
        sunday: ['08:30-12:30', '17:00-19:00'],
      },
      holidays: mumbaiHolidays,
    },
  },
  {
    name: 'Kenkere House',
    shortName: 'Kenkere',
    city: 'Bengaluru',
    hours: {
      weekly: { weekdays: ['06:30-11:30', '16:00-21:00'], saturday: ['07:30-12:30'], sunday: ['08:30-12:00'] },
      holidays: bengaluruHolidays,
    },
  },
  {
    name: 'South United Football Club',
    shortName: 'South Utd',
    city: 'Bengaluru',
    hours: {
      weekly: { weekdays: ['06:00-11:00', '16:30-20:30'], saturday: ['07:00-12:00'], sunday: ['08:00-11:30'] },
      holidays: bengaluruHolidays,
    },
  },
  {
    name: 'The Studio by Copper + Cloves',
    shortName: 'Cloves',
    city: 'Bengaluru',
    hours: {
      weekly: { weekdays: ['07:00-11:30', '16:30-20:30'], saturday: ['08:00-12:30'], sunday: ['09:00-12:00'] },
      holidays: bengaluruHolidays,
    },
  },
  {
    name: 'WeWork Galaxy',
    shortName: 'Galaxy',
    city: 'Bengaluru',
    hours: {
      weekly: {
        weekdays: ['07:00-10:30', '12:30-14:00', '17:00-20:30'],
        saturday: ['08:30-12:00'],
        sunday: ['09:00-11:00'],
      },
      holidays: bengaluruHolidays,
    },
  },
  {
    name: 'WeWork Prestige Central',
    shortName: 'Prestige',
    city: 'Bengaluru',
    hours: {
      weekly: {
        weekdays: ['07:00-10:30', '12:30-14:00', '17:00-20:30'],
        saturday: ['08:30-12:00'],
        sunday: ['09:00-11:00'],
      },
      holidays: bengaluruHolidays,
    },
  },
  { name: 'Pop-up', shortName: 'Pop-up', city: 'Various', hours: null },
]

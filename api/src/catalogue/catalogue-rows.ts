import type { Insertable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { assignmentRules } from './assignment-rules.ts'
import { calendars } from './calendars.ts'
import { categories } from './categories.ts'
import { escalationRules } from './escalation-rules.ts'
import { fixedId } from './fixed-id.ts'
import { classTypes, packages } from './lookups.ts'
import type { WeeklyHours } from './opening-hours.ts'
import { organisation } from './organisation.ts'
import { slaPolicies } from './sla-policies.ts'
import { studios } from './studios.ts'
import { type TeamName, teamNames } from './teams.ts'

/** The catalogue as rows, in an order that satisfies the foreign keys. */
export function catalogueRows() {
  return {
    teams: teamNames.map((name) => ({ id: idOf.team(name), name, slug: slugOf(name) })),
    calendars: calendars.map(({ name, timeZone, weekly }) => ({
      id: idOf.calendar(name),
      name,
      timeZone,
      hours: JSON.stringify(openRanges(weekly)),
    })),
    calendarHolidays: calendars.flatMap((calendar) =>
      calendar.holidays.map(({ date, name }) => ({ calendarId: idOf.calendar(calendar.name), day: date, name })),
    ),
    studios: studios.map(({ name, shortName, city, hours }, position) => ({
      id: idOf.studio(name),
      name,
      shortName,
      city,
      calendarId: hours ? idOf.calendar(name) : null,
      position,
    })),
    lookupValues: [...lookupRows('class_type', classTypes), ...lookupRows('package', packages)],
    categories: categories.map(({ name, icon }, position) => ({ id: idOf.category(name), name, icon, position })),
    subcategories: categories.flatMap((category) =>
      category.subcategories.map(({ name, aliases, team, priority }, position) => ({
        id: idOf.subcategory(category.name, name),
        categoryId: idOf.category(category.name),
        name,
        aliases: [...aliases],
        defaultTeamId: idOf.team(team),
        defaultPriority: priority,
        position,
      })),
    ),
    formVersions: categories.flatMap((category) =>
      category.subcategories.map(({ name, form }) => ({
        id: idOf.form(category.name, name),
        subcategoryId: idOf.subcategory(category.name, name),
        version: 1,
        fields: JSON.stringify(form),
      })),
    ),
    assignmentRules: assignmentRules.map(({ name, priority = null, team, ...match }, position) => ({
      id: idOf.assignmentRule(name),
      name,
      priorityOrder: (position + 1) * 10,
      ...matchColumns(match),
      priority,
      targetTeamId: idOf.team(team),
    })),
    slaPolicies: slaPolicies.map(({ name, priority, hours, firstResponseMinutes, resolutionMinutes, ...match }) => ({
      id: idOf.slaPolicy(name),
      name,
      priority,
      ...matchColumns(match),
      hours,
      firstResponseMinutes,
      resolutionMinutes,
    })),
    escalationRules: escalationRules.map((rule, position) => ({
      id: idOf.escalationRule(rule.name),
      name: rule.name,
      atPercent: rule.atPercent ?? null,
      atOffsetMinutes: rule.atOffsetMinutes ?? null,
      onlyWithoutResponse: rule.onlyWithoutResponse ?? false,
      action: rule.action,
      position,
    })),
    settings: [
      {
        organisationName: organisation.name,
        defaultTeamId: idOf.team(organisation.defaultTeam),
        defaultCalendarId: idOf.calendar(organisation.defaultCalendar),
        priorityWeights: JSON.stringify(organisation.priorityWeights),
        autoCloseDays: organisation.autoCloseDays,
      },
    ],
  } satisfies { [T in keyof Tables]?: Insertable<Tables[T]>[] }
}

/** The id under which each thing of the catalogue is stored. */
export const idOf = {
  team: (name: TeamName) => fixedId('team', name),
  calendar: (name: string) => fixedId('calendar', name),
  studio: (name: string) => fixedId('studio', name),
  lookup: (kind: string, name: string) => fixedId('lookup', kind, name),
  category: (name: string) => fixedId('category', name),
  subcategory: (category: string, name: string) => fixedId('subcategory', category, name),
  form: (category: string, subcategory: string) => fixedId('form', category, subcategory, '1'),
  assignmentRule: (name: string) => fixedId('assignment rule', name),
  slaPolicy: (name: string) => fixedId('sla policy', name),
  escalationRule: (name: string) => fixedId('escalation rule', name),
}

/** As in e-mail addresses: `client-success`. */
export const slugOf = (team: TeamName): string => team.toLowerCase().replaceAll(' ', '-')

export const lookupRows = (kind: 'trainer' | 'class_type' | 'package', names: readonly string[]) =>
  names.map((name, position) => ({ id: idOf.lookup(kind, name), kind, name, position }))

interface Match {
  category?: string
  subcategory?: string
  studio?: string
}

const matchColumns = ({ category, subcategory, studio }: Match) => ({
  categoryId: category ? idOf.category(category) : null,
  subcategoryId: category && subcategory ? idOf.subcategory(category, subcategory) : null,
  studioId: studio ? idOf.studio(studio) : null,
})

/** Day 0 is Sunday. */
const openRanges = ({ weekdays, saturday, sunday }: WeeklyHours) =>
  [sunday, weekdays, weekdays, weekdays, weekdays, weekdays, saturday].flatMap((ranges, day) =>
    ranges.map((range) => {
      const [from = '', to = ''] = range.split('-')
      return { day, from, to }
    }),
  )

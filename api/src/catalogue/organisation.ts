import type { Priority } from '@physique57/contracts'
import { organisationCalendar } from './calendars.ts'
import type { TeamName } from './teams.ts'

const defaultTeam: TeamName = 'Operations'
const priorityWeights: Record<Priority, number> = { critical: 4, high: 3, medium: 2, low: 1 }

export const organisation = {
  name: 'Physique 57 India',
  /** For tickets that no rule and no subcategory sends anywhere. */
  defaultTeam,
  defaultCalendar: organisationCalendar.name,
  /** How much an open ticket weighs when work is shared out. */
  priorityWeights,
  autoCloseDays: 7,
}

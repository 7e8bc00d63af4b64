import { isOpenStatus, type Priority } from '@physique57/contracts'
import { catalogueRows, idOf } from '../catalogue/catalogue-rows.ts'
import { organisation } from '../catalogue/organisation.ts'
import { type TeamName, teamNames } from '../catalogue/teams.ts'
import {
  type Candidate,
  type CandidateTeam,
  chooseAssignee,
  type LoadedRoute,
} from '../features/assignment/choose-assignee.ts'
import { chooseRoute, type Route } from '../features/assignment/choose-route.ts'
import { loadOf } from '../features/assignment/load-of.ts'
import { matchRule } from '../features/assignment/match-rule.ts'
import { leadOf, membersOf, type Person, people } from './people.ts'
import type { Report } from './report.ts'
import { type Decision, type Story, standingAt } from './story.ts'

const DAY = 86_400_000
/** Who is away now was there before, and whoever has left worked here once. */
const AWAY_FOR = 12 * DAY
const GONE_FOR = 100 * DAY

/** Gives tickets out as the product would have, knowing what everybody had on their plate at that moment. */
export function openAssignmentDesk(now: Date) {
  const rules = catalogueRows().assignmentRules.map((rule) => ({ ...rule, targetUserId: null, isActive: true }))
  let open: Story[] = []
  const lastAssigned = new Map<string, Date>()

  function decide(report: Report): Decision {
    const { category, subcategory, studio, priority, createdAt } = report
    open = open.filter((story) => doneAt(story) > createdAt.getTime())
    const rule = matchRule(rules, {
      categoryId: idOf.category(category),
      subcategoryId: idOf.subcategory(category, subcategory.name),
      studioId: idOf.studio(studio.name),
      priority,
    })
    const route = chooseRoute(rule, idOf.team(subcategory.team), idOf.team(organisation.defaultTeam))
    const assignment = chooseAssignee(load(route, createdAt))
    if (assignment.assigneeId) lastAssigned.set(assignment.assigneeId, createdAt)
    return { ...assignment, ruleId: rule?.id ?? null }
  }

  function load(route: Route, at: Date): LoadedRoute {
    if (route.to === 'nobody' || route.to === 'person') return { to: 'nobody' }
    const name = teamCalled(route.teamId)
    const team: CandidateTeam = { id: route.teamId, name, lead: candidate(leadOf(name), at) }
    return route.to === 'lead'
      ? { to: 'lead', team }
      : { to: 'members', team, members: [...membersOf(name), leadOf(name)].map((person) => candidate(person, at)) }
  }

  function candidate(person: Person, at: Date): Candidate {
    const sinceNow = now.getTime() - at.getTime()
    return {
      id: person.id,
      name: person.name,
      isActive: person.status === 'active' || sinceNow > GONE_FOR,
      isAvailable: person.availability === 'available' || sinceNow > AWAY_FOR,
      load: loadOf(countOpen(person, at)),
      lastAssignedAt: lastAssigned.get(person.id) ?? null,
    }
  }

  function countOpen(person: Person, at: Date): Partial<Record<Priority, number>> {
    const counts: Partial<Record<Priority, number>> = {}
    for (const story of open) {
      const { status, assignee } = standingAt(story, at)
      if (assignee?.id !== person.id || !isOpenStatus(status) || status === 'pending') continue
      counts[story.report.priority] = (counts[story.report.priority] ?? 0) + 1
    }
    return counts
  }

  return {
    /** Ask in the order in which tickets were logged. */
    decide,
    remember: (story: Story) => {
      open.push(story)
    },
  }
}

/** From when on nobody has any work with it, as far as is known. */
function doneAt({ events }: Story): number {
  const last = events.findLast(({ what }) => what === 'resolved' || what === 'reopened')
  return last?.what === 'resolved' ? last.at.getTime() : Infinity
}

export const personCalled = (id: string): Person => {
  const found = people.find((person) => person.id === id)
  if (!found) throw new Error(`Nobody has the id ${id}`)
  return found
}

export const teamCalled = (id: string): TeamName => {
  const found = teamNames.find((name) => idOf.team(name) === id)
  if (!found) throw new Error(`No team has the id ${id}`)
  return found
}

import type { Priority } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/database.ts'
import {
  findLastAssigned,
  findMembers,
  findPerson,
  findRules,
  findTeam,
  findWorkloads,
  getResponsibleTeams,
  insertDecision,
  lockTeam,
} from './assignment.queries.ts'
import {
  type Assignment,
  type Candidate,
  type CandidateTeam,
  chooseAssignee,
  type LoadedRoute,
} from './choose-assignee.ts'
import { chooseRoute, type Route } from './choose-route.ts'
import { loadOf, type PriorityWeights } from './load-of.ts'
import { matchRule } from './match-rule.ts'

interface Routable {
  id: string
  categoryId: string
  subcategoryId: string
  studioId: string
  priority: Priority
}

export type Decision = Assignment & { ruleId: string | null; ruleName: string | null }

/** Whom the rules give this ticket to, at this moment. Locks the team it goes to until the transaction ends. */
export async function decideAssignment(db: Db, ticket: Routable): Promise<Decision> {
  const rule = matchRule(await findRules(db), ticket)
  const teams = await getResponsibleTeams(db, ticket.subcategoryId)
  const route = chooseRoute(rule, teams.subcategoryTeamId, teams.defaultTeamId)
  const assignment = chooseAssignee(await load(db, route, teams.priorityWeights))
  return { ...assignment, ruleId: rule?.id ?? null, ruleName: rule?.name ?? null }
}

/** The same among the members of one team, whatever the rules say. */
export async function decideWithinTeam(db: Db, ticket: Routable, teamId: string): Promise<Decision> {
  const { priorityWeights } = await getResponsibleTeams(db, ticket.subcategoryId)
  const assignment = chooseAssignee(await load(db, { to: 'members', teamId }, priorityWeights))
  return { ...assignment, ruleId: null, ruleName: null }
}

/** Somebody of this team is about to be given work by hand: whoever counts loads waits until that stands. */
export const announceWork = (db: Db, teamId: string) => lockTeam(db, teamId)

/** Kept for "why me?", and to know whose turn it is. */
export async function recordDecision(db: Db, ticketId: string, decision: Decision): Promise<void> {
  const { ruleId, assigneeId, teamId, reason, candidates } = decision
  await insertDecision(db, {
    id: uuid(),
    ticketId,
    ruleId,
    assigneeId,
    teamId,
    reason,
    candidates: JSON.stringify(candidates),
  })
}

async function load(db: Db, route: Route, weights: PriorityWeights | null): Promise<LoadedRoute> {
  if (route.to === 'nobody') return route
  if (route.to === 'person') {
    const named = await findPerson(db, route.userId)
    if (!named) return { to: 'nobody' }
    if (named.teamId) await lockTeam(db, named.teamId)
    const team = named.teamId ? await loadTeam(db, named.teamId, weights) : null
    const [person] = await asCandidates(db, [named], weights)
    return person ? { to: 'person', person, team } : { to: 'nobody' }
  }
  await lockTeam(db, route.teamId)
  const team = await loadTeam(db, route.teamId, weights)
  if (!team) return { to: 'nobody' }
  if (route.to === 'lead') return { to: 'lead', team }
  return { to: 'members', team, members: await asCandidates(db, await findMembers(db, route.teamId), weights) }
}

async function loadTeam(db: Db, id: string, weights: PriorityWeights | null): Promise<CandidateTeam | null> {
  const team = await findTeam(db, id)
  if (!team) return null
  const person = team.leadUserId ? await findPerson(db, team.leadUserId) : undefined
  const [lead] = await asCandidates(db, person ? [person] : [], weights)
  return { id: team.id, name: team.name, lead: lead ?? null }
}

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

async function asCandidates(db: Db, people: Person[], weights: PriorityWeights | null): Promise<Candidate[]> {
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const workloads = await findWorkloads(db, ids)
  const lastAssigned = await findLastAssigned(db, ids)
  return people.map(({ id, name, status, availability }) => {
    const counts = Object.fromEntries(
      workloads.filter(({ userId }) => userId === id).map(({ priority, tickets }) => [priority, tickets]),
    )
    return {
      id,
      name,
      isActive: status === 'active',
      isAvailable: availability === 'available',
      load: loadOf(counts, weights ?? undefined),
      lastAssignedAt: lastAssigned.get(id) ?? null,
    }
  })
}

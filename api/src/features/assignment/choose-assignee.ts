/** Somebody a ticket might go to, as they stand at this moment. */
export type Candidate = {
  id: string
  name: string
  isActive: boolean
  isAvailable: boolean
  /** From `loadOf`. */
  load: number
  /** null: never yet. */
  lastAssignedAt: Date | null
}

export type CandidateTeam = { id: string; name: string; lead: Candidate | null }

/** A `Route` with the people on it. A person's team is their own; nobody else's gets to see a ticket meant for them. */
export type LoadedRoute =
  | { to: 'person'; person: Candidate; team: CandidateTeam | null }
  | { to: 'members'; team: CandidateTeam; members: readonly Candidate[] }
  | { to: 'lead'; team: CandidateTeam }
  | { to: 'nobody' }

export type Assignment = {
  /** null: it waits in the team's queue, or without a team, for the managers. */
  assigneeId: string | null
  teamId: string | null
  alertManagers: boolean
  /** Answers "why me?". */
  reason: string
  candidates: { userId: string; load: number; available: boolean }[]
}

/**
 * Who gets the ticket: the person named, else their team's lead; of a team, the available member with the least load,
 * then the one whose last assignment is longest ago, then the lowest id. Only available people get tickets; if that
 * leaves nobody, it waits in the team's queue and the managers are told.
 */
export function chooseAssignee(route: LoadedRoute): Assignment {
  switch (route.to) {
    case 'person':
      return toPerson(route.person, route.team)
    case 'members':
      return toLeastLoaded(route.team, route.members)
    case 'lead':
      return toLead(route.team, 'no rule matches', [])
    case 'nobody':
      return queued(null, 'No rule matches and no team is responsible', [])
  }
}

function toPerson(person: Candidate, team: CandidateTeam | null): Assignment {
  if (isAvailable(person)) return assigned(person, team, 'Named by the rule', [person])
  const away = `${person.name}, whom the rule names, is not available`
  if (!team || team.lead?.id === person.id) return queued(team, away, [person])
  return toLead(team, away, [person])
}

function toLead(team: CandidateTeam, because: string, considered: readonly Candidate[]): Assignment {
  const { lead } = team
  if (!lead) return queued(team, `${team.name} has no lead, and ${because}`, considered)
  const both = [...considered, lead]
  return isAvailable(lead)
    ? assigned(lead, team, `Lead of ${team.name}: ${because}`, both)
    : queued(team, `${lead.name}, lead of ${team.name}, is not available, and ${because}`, both)
}

function toLeastLoaded(team: CandidateTeam, members: readonly Candidate[]): Assignment {
  const active = members.filter(({ isActive }) => isActive)
  const [first, ...others] = active.filter(isAvailable).sort(byTurn)
  if (!first) {
    return queued(
      team,
      active.length === 0 ? `${team.name} has no members` : `Nobody in ${team.name} is available`,
      active,
    )
  }

  const load = `load ${first.load}`
  const isTied = others[0]?.load === first.load
  const reason =
    others.length === 0
      ? `The only one available in ${team.name} (${load})`
      : `Least loaded of ${others.length + 1} available in ${team.name} (${load}${isTied ? ', longest without a new ticket' : ''})`
  return assigned(first, team, reason, active)
}

function byTurn(a: Candidate, b: Candidate): number {
  const waited = (a.lastAssignedAt?.getTime() ?? -Infinity) - (b.lastAssignedAt?.getTime() ?? -Infinity)
  return a.load - b.load || waited || (a.id < b.id ? -1 : 1)
}

const isAvailable = (person: Candidate): boolean => person.isActive && person.isAvailable

const assigned = (
  person: Candidate,
  team: CandidateTeam | null,
  reason: string,
  considered: readonly Candidate[],
): Assignment => ({
  assigneeId: person.id,
  teamId: team?.id ?? null,
  alertManagers: false,
  reason,
  candidates: considered.map(asShown),
})

const queued = (team: CandidateTeam | null, reason: string, considered: readonly Candidate[]): Assignment => ({
  assigneeId: null,
  teamId: team?.id ?? null,
  alertManagers: true,
  reason,
  candidates: considered.map(asShown),
})

const asShown = (person: Candidate) => ({ userId: person.id, load: person.load, available: isAvailable(person) })

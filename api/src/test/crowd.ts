import { type Priority, priorityLabel, type Role, type TicketStatus } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { type TeamName, teamNames } from '../catalogue/teams.ts'
import { type Random, randomFrom } from '../demo/random.ts'
import { copyTickets } from './copy-tickets.ts'
import type { TestApp, TestUser } from './test-app.ts'

export interface Person extends TestUser {
  role: Role
  team: TeamName | null
  isDisabled: boolean
}

export interface CrowdTicket {
  id: string
  team: TeamName | null
  assignee: string | null
  reporter: string
  watchers: string[]
  isDeleted: boolean
  status: TicketStatus
  priority: Priority
  studioId: string
  createdAt: Date
  resolutionDueAt: Date | null
}

/** What this person must see, written down a second time and as plainly as it is meant. */
export function sees(person: Person, ticket: CrowdTicket): boolean {
  if (person.isDisabled) return false
  if (person.role === 'admin') return true
  if (ticket.isDeleted) return false
  if (person.role === 'manager' || person.role === 'director') return true
  const inTeam = person.team !== null && person.team === ticket.team
  return inTeam || [ticket.assignee, ticket.reporter, ...ticket.watchers].includes(person.id)
}

export type Crowd = Awaited<ReturnType<typeof gatherCrowd>>

const roles: readonly Role[] = [
  'admin',
  'director',
  'manager',
  'team_lead',
  'team_lead',
  ...Array(9).fill('team_member'),
]
const statuses: readonly TicketStatus[] = [
  'new',
  'assigned',
  'in_progress',
  'pending',
  'resolved',
  'closed',
  'reopened',
]
const priorities = Object.keys(priorityLabel) as Priority[]
const fewTeams = teamNames.slice(0, 5)
const studioNames = ['Kwality House, Kemps Corner', 'Supreme HQ, Bandra'] as const
const start = Date.parse('2026-01-01T00:00:00Z')

/** Random people and tickets, each ticket with a watcher now and then, a response, a line of history and a notification. */
export async function gatherCrowd(
  t: TestApp,
  seed: string,
  { people: howMany = 26, tickets: howManyTickets = 180 } = {},
) {
  const random = randomFrom(seed)
  const people: Person[] = []
  for (let n = 0; n < howMany; n++) {
    const role = n < 4 ? (['admin', 'director', 'manager', 'team_lead'] as const)[n] : random.pick(roles)
    const team = random.chance(0.85) ? random.pick(fewTeams) : null
    const user = await t.newUser({ role: role ?? 'team_member', ...(team && { team }) })
    people.push({ ...user, role: role ?? 'team_member', team, isDisabled: n >= 4 && random.chance(0.15) })
  }

  const [first] = people
  if (!first) throw new Error('nobody came')
  const original = await t.newTicket(first)
  const drawn = Array.from({ length: howManyTickets }, () => drawTicket(random, people))
  const ids = await copyTickets(
    t.everything,
    original.id,
    drawn.map(({ ticket: { team, assignee, reporter, isDeleted, watchers: _, ...rest }, at }) => ({
      ...rest,
      reportedByUserId: reporter,
      assignedToUserId: assignee,
      assignedTeamId: team && idOf.team(team),
      deletedAt: isDeleted ? at : null,
      updatedAt: new Date(at.getTime() + random.int(0, 50) * 60_000),
    })),
  )
  const tickets = drawn.map(({ ticket }, n): CrowdTicket => ({ ...ticket, id: ids[n] ?? '' }))
  await fillIn(t, random, people, tickets)
  await disable(t, people)
  // the original would be one nobody wrote down
  await t.everything.updateTable('tickets').set({ deletedAt: new Date() }).where('id', '=', original.id).execute()
  const all: CrowdTicket[] = [
    ...tickets,
    {
      ...factsOf(original),
      reporter: first.id,
      watchers: [],
      isDeleted: true,
    },
  ]
  return {
    people,
    active: people.filter(({ isDisabled }) => !isDisabled),
    tickets: all,
    visibleTo: (person: Person) => all.filter((ticket) => sees(person, ticket)),
  }
}

const factsOf = (ticket: Awaited<ReturnType<TestApp['newTicket']>>) => ({
  id: ticket.id,
  team: (ticket.team?.name ?? null) as TeamName | null,
  assignee: ticket.assignee?.id ?? null,
  status: ticket.status,
  priority: ticket.priority,
  studioId: ticket.studio.id,
  createdAt: new Date(ticket.createdAt),
  resolutionDueAt: null,
})

function drawTicket(random: Random, people: Person[]) {
  // many at the same moment, so that an order by time alone is not enough
  const at = new Date(start + random.int(0, 40) * 3_600_000)
  const someone = () => random.pick(people).id
  return {
    at,
    ticket: {
      team: random.chance(0.9) ? random.pick(fewTeams) : null,
      assignee: random.chance(0.6) ? someone() : null,
      reporter: someone(),
      watchers: random.chance(0.3) ? [...new Set([someone(), someone()])] : [],
      isDeleted: random.chance(0.12),
      status: random.pick(statuses),
      priority: random.pick(priorities),
      studioId: idOf.studio(random.pick(studioNames)),
      createdAt: at,
      resolutionDueAt: random.chance(0.7) ? new Date(at.getTime() + random.int(-20_000, 20_000) * 3_600_000) : null,
    },
  }
}

async function fillIn({ everything }: TestApp, random: Random, people: Person[], tickets: CrowdTicket[]) {
  const watching = tickets.flatMap(({ id, watchers }) => watchers.map((userId) => ({ ticketId: id, userId })))
  await everything.insertInto('ticketWatchers').values(watching).execute()
  const about = tickets.map(({ id, reporter }) => ({ id: uuid(), ticketId: id, authorId: reporter }))
  await everything
    .insertInto('ticketResponses')
    .values(about.map((response) => ({ ...response, kind: 'note' as const, body: `said on ${response.ticketId}` })))
    .execute()
  await everything
    .insertInto('ticketHistory')
    .values(about.map(({ ticketId, authorId }) => ({ id: uuid(), ticketId, actorId: authorId, event: 'created' })))
    .execute()
  await everything
    .insertInto('notifications')
    .values(
      tickets.flatMap(({ id }) =>
        [random.pick(people), random.pick(people)].map((person) => ({
          id: uuid(),
          userId: person.id,
          ticketId: id,
          event: 'response' as const,
          message: `news of ${id}`,
        })),
      ),
    )
    .execute()
}

const disable = ({ everything }: TestApp, people: Person[]) =>
  everything
    .updateTable('users')
    .set({ status: 'disabled' })
    .where(
      'id',
      'in',
      people.filter(({ isDisabled }) => isDisabled).map(({ id }) => id),
    )
    .execute()

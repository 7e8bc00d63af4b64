import { z } from 'zod'
import { commaSeparated, Id, idParams, lineOfText, NamedRef, PersonRef, page, pageQuery } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Role } from './roles.ts'
import { TicketFilters } from './ticket-filters.ts'
import { TicketSummary } from './tickets.ts'

/** Only who is available is given tickets by the rules. */
export const Availability = z.enum(['available', 'away'])
export type Availability = z.infer<typeof Availability>

/** For the person, their team's lead, managers, directors and admins. */
export const UserDetails = z.object({
  email: z.string(),
  role: Role,
  status: z.enum(['active', 'disabled']),
  availability: Availability,
  timeZone: z.string(),
})
export type UserDetails = z.infer<typeof UserDetails>

/** A colleague. Whoever may know no more than name and team gets `details: null`. */
export const User = z.object({
  id: Id,
  name: z.string(),
  team: NamedRef.nullable(),
  details: UserDetails.nullable(),
})
export type User = z.infer<typeof User>

export const Team = z.object({
  id: Id,
  name: z.string(),
  lead: PersonRef.nullable(),
  manager: PersonRef.nullable(),
  /** Who left is not counted. */
  memberCount: z.int(),
})
export type Team = z.infer<typeof Team>

export const UserTicketFilters = TicketFilters.omit({ assignee: true, reporter: true }).extend({
  relation: z.enum(['assigned', 'reported']).default('assigned'),
})
export type UserTicketFilters = z.output<typeof UserTicketFilters>
export type UserTicketFiltersSent = z.input<typeof UserTicketFilters>

export const TeamTicketFilters = TicketFilters.omit({ teamId: true })
export type TeamTicketFilters = z.output<typeof TeamTicketFilters>
export type TeamTicketFiltersSent = z.input<typeof TeamTicketFilters>

export const users = {
  list: endpoint({
    method: 'GET',
    path: '/users',
    summary: 'Everybody who works here now, by name',
    query: z.strictObject({
      ...pageQuery,
      /** Part of a name. */
      q: lineOfText(120).optional(),
      teamId: commaSeparated(Id).optional(),
    }),
    response: page(User),
  }),
  get: endpoint({ method: 'GET', path: '/users/:id', summary: 'One colleague', params: idParams, response: User }),
  tickets: endpoint({
    method: 'GET',
    path: '/users/:id/tickets',
    summary: 'The tickets you can see that they have, or that they reported',
    params: idParams,
    query: UserTicketFilters,
    response: page(TicketSummary),
  }),
}

export const teams = {
  list: endpoint({
    method: 'GET',
    path: '/teams',
    summary: 'All teams, by name',
    query: z.strictObject(pageQuery),
    response: page(Team),
  }),
  get: endpoint({ method: 'GET', path: '/teams/:id', summary: 'One team', params: idParams, response: Team }),
  members: endpoint({
    method: 'GET',
    path: '/teams/:id/members',
    summary: 'Who is in this team now, by name',
    params: idParams,
    query: z.strictObject(pageQuery),
    response: page(User),
  }),
  tickets: endpoint({
    method: 'GET',
    path: '/teams/:id/tickets',
    summary: 'The tickets of this team that you can see',
    params: idParams,
    query: TeamTicketFilters,
    response: page(TicketSummary),
  }),
}

/** Somebody a ticket can be given to. */
export const Assignable = z.object({ id: Id, name: z.string(), team: NamedRef, available: z.boolean() })
export type Assignable = z.infer<typeof Assignable>

export const people = {
  assignable: endpoint({
    method: 'GET',
    path: '/assignable',
    summary: 'Teams, and the people the caller may give tickets to',
    response: z.object({ teams: z.array(NamedRef), people: z.array(Assignable) }),
  }),
}

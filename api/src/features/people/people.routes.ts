import { people, teams, users } from '@physique57/contracts'
import type { FastifyInstance } from 'fastify'
import { handle } from '../../http/handle.ts'
import { listAssignable } from './people.service.ts'
import { getTeam, listMembers, listTeams, listTicketsOfTeam } from './teams.service.ts'
import { getUser, listTicketsOfUser, listUsers } from './users.service.ts'

export function peopleRoutes(app: FastifyInstance): void {
  handle(app, people.assignable, ({ ctx }) => listAssignable(ctx))

  handle(app, users.list, ({ ctx, query }) => listUsers(ctx, query))
  handle(app, users.get, ({ ctx, params }) => getUser(ctx, params.id))
  handle(app, users.tickets, ({ ctx, params, query }) => listTicketsOfUser(ctx, params.id, query))

  handle(app, teams.list, ({ ctx, query }) => listTeams(ctx, query))
  handle(app, teams.get, ({ ctx, params }) => getTeam(ctx, params.id))
  handle(app, teams.members, ({ ctx, params, query }) => listMembers(ctx, params.id, query))
  handle(app, teams.tickets, ({ ctx, params, query }) => listTicketsOfTeam(ctx, params.id, query))
}

import { seesEverything } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'

/** Managers give tickets to anybody with a team, everyone else within their own. */
export const listAssignable = (ctx: Context) =>
  readOnly(ctx, async ({ db, actor }) => {
    const everywhere = seesEverything(actor.role)
    const people = await db
      .selectFrom('users')
      .innerJoin('teams', 'teams.id', 'users.teamId')
      .select(['users.id', 'users.name', 'users.availability', 'teams.id as teamId', 'teams.name as teamName'])
      .where('users.status', '=', 'active')
      .$if(!everywhere, (query) => query.where('users.teamId', '=', actor.team?.id ?? null))
      .orderBy('teams.name')
      .orderBy('users.name')
      .execute()
    const teams = await db
      .selectFrom('teams')
      .select(['id', 'name'])
      .$if(!everywhere, (query) => query.where('id', '=', actor.team?.id ?? null))
      .orderBy('name')
      .execute()
    return {
      teams,
      people: people.map(({ id, name, availability, teamId, teamName }) => ({
        id,
        name,
        team: { id: teamId, name: teamName },
        available: availability === 'available',
      })),
    }
  })

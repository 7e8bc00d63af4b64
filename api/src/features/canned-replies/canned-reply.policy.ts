import { type CannedAudience, seesEverything } from '@physique57/contracts'
import type { Actor } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'

/** Whose a reply is and for whom. */
export interface CannedFacts {
  ownerId: string
  audience: CannedAudience
  teamId: string | null
}

/** One's own for oneself, leads for their team, managers for everybody. */
export function mayWrite(actor: Actor, { ownerId, audience, teamId }: CannedFacts): boolean {
  if (audience === 'private') return actor.id === ownerId
  if (seesEverything(actor.role)) return true
  return audience === 'team' && actor.role === 'team_lead' && actor.team !== null && actor.team.id === teamId
}

export function authorizeWriting(actor: Actor, facts: CannedFacts): void {
  if (mayWrite(actor, facts)) return
  throw new AppError('forbidden', `You may use replies for ${whom[facts.audience]}, but not write them.`)
}

const whom = { private: 'somebody else', team: 'this team', everyone: 'everyone' } as const satisfies Record<
  CannedAudience,
  string
>

/** For whom new ones may be written. */
export const audiencesOf = (actor: Actor): CannedAudience[] => {
  if (seesEverything(actor.role)) return ['private', 'team', 'everyone']
  return actor.role === 'team_lead' && actor.team ? ['private', 'team'] : ['private']
}

import { type NamedRef, type SavedView, seesEverything, type ViewAudience } from '@physique57/contracts'
import type { Actor } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'

/** What the rules look at. */
export interface ViewFacts {
  audience: ViewAudience
  ownerId: string
  teamId: string | null
}

type Rule = (actor: Actor, view: ViewFacts) => boolean

const any =
  (...rules: Rule[]): Rule =>
  (actor, view) =>
    rules.some((rule) => rule(actor, view))

const own: Rule = (actor, view) => view.audience === 'private' && view.ownerId === actor.id
const leadOfTeam: Rule = (actor, view) =>
  view.audience === 'team' && actor.role === 'team_lead' && actor.team?.id === view.teamId
const managersIfShared: Rule = (actor, view) => view.audience !== 'private' && seesEverything(actor.role)

/** Who may do what to a view they can see; whoever made a shared one has no more say in it than others. Also in 0022_saved_views.sql. */
const viewPolicy = {
  edit: any(own, leadOfTeam, managersIfShared),
  remove: any(own, leadOfTeam, managersIfShared),
} satisfies Record<keyof SavedView['can'], Rule>

export function authorizeView(actor: Actor, action: keyof typeof viewPolicy, view: ViewFacts): void {
  if (!viewPolicy[action](actor, view))
    throw new AppError('forbidden', `You may use this view, but not ${verbs[action]}. Make a copy of your own instead.`)
}

const verbs = { edit: 'change it', remove: 'delete it' } satisfies Record<keyof typeof viewPolicy, string>

/** 403 unless the caller may keep a view for these people. */
export function authorizeAudience(actor: Actor, view: ViewFacts): void {
  if (viewPolicy.edit(actor, view)) return
  throw new AppError(
    'forbidden',
    view.audience === 'private'
      ? 'Only whoever made a view can make it their own again.'
      : view.audience === 'team'
        ? 'Views for a team are made by its lead, and by managers.'
        : 'Views for everyone are made by managers.',
  )
}

export const whatCanBeDoneToView = (actor: Actor, view: ViewFacts): SavedView['can'] => ({
  edit: viewPolicy.edit(actor, view),
  remove: viewPolicy.remove(actor, view),
})

/** With which of the teams, and whether with everyone. */
export function whomToShareWith(actor: Actor, teams: NamedRef[]): { teams: NamedRef[]; everyone: boolean } {
  const may = (view: Omit<ViewFacts, 'ownerId'>) => viewPolicy.edit(actor, { ...view, ownerId: actor.id })
  return {
    teams: teams.filter(({ id }) => may({ audience: 'team', teamId: id })),
    everyone: may({ audience: 'everyone', teamId: null }),
  }
}

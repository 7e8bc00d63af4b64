import type { Answer, CreateViewSent, SavedView, views } from '@physique57/contracts'

type ShareWith = Answer<typeof views.list>['shareWith']

/** One choice of who finds a view: `private`, `everyone`, or a team's id. */
export const sharedWith = ({ audience, team }: Pick<SavedView, 'audience' | 'team'>): string => team?.id ?? audience

/** The same as the API takes it. */
export const audienceOf = (whose: string): Pick<CreateViewSent, 'audience' | 'teamId'> =>
  whose === 'private' || whose === 'everyone' ? { audience: whose, teamId: null } : { audience: 'team', teamId: whose }

/** What somebody may choose. Only whoever made a shared view can make it their own again. */
export function audienceOptions(
  shareWith: ShareWith | undefined,
  mayBeOwn: boolean,
): { value: string; label: string }[] {
  return [
    ...(mayBeOwn ? [{ value: 'private', label: 'Only me' }] : []),
    ...(shareWith?.teams ?? []).map(({ id, name }) => ({ value: id, label: `Everybody in ${name}` })),
    ...(shareWith?.everyone ? [{ value: 'everyone', label: 'Everyone' }] : []),
  ]
}

/** Under which words a view stands in the menu. */
export const audienceWords = ({ audience, team }: SavedView): string =>
  audience === 'private' ? 'Yours' : audience === 'team' ? (team?.name ?? 'Your team') : 'For everyone'

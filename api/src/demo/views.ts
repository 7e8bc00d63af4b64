import { idOf } from '../catalogue/catalogue-rows.ts'
import { fixedId } from '../catalogue/fixed-id.ts'
import { teamNames } from '../catalogue/teams.ts'
import { leadOf, manager } from './people.ts'

interface DemoView {
  id: string
  ownerId: string
  name: string
  audience: 'private' | 'team' | 'everyone'
  teamId: string | null
  search: string
}

/** Lists worth a name: what a studio looks at in the morning, what a lead hands out, what a manager keeps an eye on. */
export function inventViews(): DemoView[] {
  return [
    forEveryone('Due in the next two hours', { filter: 'due:2h', sort: 'dueAt' }),
    forEveryone('Waiting for a first answer', { filter: 'is:unanswered', sort: 'dueAt' }),
    forEveryone('My team, due today', { filter: 'team:mine due:today', sort: 'dueAt' }),
    forEveryone('Critical, last 30 days', { view: 'all', priority: 'critical', filter: 'created:30d' }),
    ...teamNames.map((team) => ({
      ...view(`${team}, nobody assigned`, leadOf(team).id, {
        view: 'unassigned',
        teamId: idOf.team(team),
        sort: 'dueAt',
      }),
      audience: 'team' as const,
      teamId: idOf.team(team),
    })),
    view('Escalated to me or the directors', manager.id, { filter: 'is:escalated', sort: 'dueAt' }),
  ]
}

const view = (name: string, ownerId: string, search: Record<string, string>): DemoView => ({
  id: fixedId('view', name),
  ownerId,
  name,
  audience: 'private',
  teamId: null,
  search: JSON.stringify(search),
})

const forEveryone = (name: string, search: Record<string, string>): DemoView => ({
  ...view(name, manager.id, search),
  audience: 'everyone',
})

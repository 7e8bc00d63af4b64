import type { PersonRef, Received, Team, TeamTicketFilters, teams } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { notFound } from '../../http/app-error.ts'
import { decodeCursor, NameCursor, toNamedPage } from '../../http/cursor.ts'
import { listTickets } from '../tickets/tickets.service.ts'
import { countTeams, findTeam, findTeams, type TeamRow } from './people.queries.ts'
import { pageOfPeople } from './users.service.ts'

type Paging = Received<typeof teams.list>['query']

export function listTeams(ctx: Context, { limit, cursor }: Paging) {
  const after = decodeCursor(NameCursor, cursor)
  return readOnly(ctx, async ({ db }) => {
    const rows = await findTeams(db, limit + 1, after)
    const page = toNamedPage(rows, limit, after?.[2] ?? (await countTeams(db)), ({ name }) => name)
    return { ...page, items: page.items.map(toTeam) }
  })
}

export const getTeam = (ctx: Context, id: string): Promise<Team> =>
  readOnly(ctx, async ({ db }) => toTeam(await existing(db, id)))

export const listMembers = (ctx: Context, id: string, paging: Paging) =>
  readOnly(ctx, async ({ db }) => {
    await existing(db, id)
    return pageOfPeople(db, { teamId: [id] }, paging)
  })

export async function listTicketsOfTeam(ctx: Context, id: string, filters: TeamTicketFilters) {
  await getTeam(ctx, id)
  return listTickets(ctx, { ...filters, teamId: [id] })
}

async function existing(db: Db, id: string): Promise<TeamRow> {
  const row = await findTeam(db, id)
  if (!row) throw notFound('This team')
  return row
}

const toTeam = (row: TeamRow): Team => ({
  id: row.id,
  name: row.name,
  lead: personOf(row.leadId, row.leadName),
  manager: personOf(row.managerId, row.managerName),
  memberCount: row.memberCount ?? 0,
})

const personOf = (id: string | null, name: string | null): PersonRef | null => (id && name ? { id, name } : null)

import type { NamedRef, Received, User, UserTicketFilters, users } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { notFound } from '../../http/app-error.ts'
import { decodeCursor, NameCursor, toNamedPage } from '../../http/cursor.ts'
import { listTickets } from '../tickets/tickets.service.ts'
import {
  countPeople,
  findPeople,
  findPerson,
  findProfiles,
  type PeopleWanted,
  type PersonRow,
} from './people.queries.ts'

type PeoplePage = Received<typeof users.list>['query']

export const listUsers = (ctx: Context, query: PeoplePage) => readOnly(ctx, ({ db }) => pageOfPeople(db, query, query))

/** People by name; what is to be known of each besides is up to the database. */
export async function pageOfPeople(
  db: Db,
  wanted: PeopleWanted,
  { limit, cursor }: Pick<PeoplePage, 'limit' | 'cursor'>,
) {
  const after = decodeCursor(NameCursor, cursor)
  const rows = await findPeople(db, wanted, limit + 1, after)
  const total = after?.[2] ?? (await countPeople(db, wanted))
  const page = toNamedPage(rows, limit, total, ({ name }) => name)
  return { ...page, items: await viewPeople(db, page.items) }
}

export const getUser = (ctx: Context, id: string): Promise<User> =>
  readOnly(ctx, async ({ db }) => {
    const row = await findPerson(db, id)
    const [person] = row ? await viewPeople(db, [row]) : []
    if (!person) throw notFound('This person')
    return person
  })

export async function listTicketsOfUser(ctx: Context, id: string, { relation, ...filters }: UserTicketFilters) {
  await getUser(ctx, id)
  return listTickets(ctx, { ...filters, ...(relation === 'assigned' ? { assignee: [id] } : { reporter: [id] }) })
}

async function viewPeople(db: Db, rows: PersonRow[]): Promise<User[]> {
  if (rows.length === 0) return []
  const profiles = await findProfiles(
    db,
    rows.map(({ id }) => id),
  )
  const details = new Map(profiles.map(({ userId, ...profile }) => [userId, profile]))
  return rows.map((row) => ({ id: row.id, name: row.name, team: teamOf(row), details: details.get(row.id) ?? null }))
}

const teamOf = ({ teamId, teamName }: PersonRow): NamedRef | null =>
  teamId && teamName ? { id: teamId, name: teamName } : null

import * as contracts from '@physique57/contracts'
import { type Endpoint, livePath, type Ticket, tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { type ActorName, accessMatrix, actors, type Given, type MatrixRow } from './access-matrix.ts'
import { copyTickets, type TicketChanges } from './copy-tickets.ts'
import { endpoints } from './endpoints.ts'
import { newStoredFile } from './files.ts'
import { parkingTrouble, startTestApp, type TestApp, type TestUser } from './test-app.ts'

let t: TestApp
let users: Record<Exclude<ActorName, 'anonymous'>, TestUser>
let original: Ticket
let ids: Record<string, string>

beforeAll(async () => {
  t = await startTestApp()
  users = {
    unrelated: await t.newUser({ team: 'Marketing' }),
    teammate: await t.newUser({ team: 'Facilities' }),
    watcher: await t.newUser({ team: 'Finance' }),
    reporter: await t.newUser({ team: 'Operations' }),
    assignee: await t.newUser({ team: 'Training' }),
    lead: await t.newUser({ role: 'team_lead', team: 'Facilities' }),
    otherLead: await t.newUser({ role: 'team_lead', team: 'Sales' }),
    manager: await t.newUser({ role: 'manager' }),
    director: await t.newUser({ role: 'director' }),
    admin: await t.newUser({ role: 'admin' }),
  }
  const { reporter, assignee } = users
  original = await t.newTicket(reporter, { assignee, team: 'Facilities', status: 'in_progress' })
  ids = {
    ...Object.fromEntries(Object.entries(users).map(([name, { id }]) => [name, id])),
    colleague: (await t.newUser({ team: 'Facilities' })).id,
    session: (await t.newUser()).sessionId,
    elsewhere: (await t.newUser({ team: 'Technology', name: 'Elsewhere Person' })).id,
    team: idOf.team('Facilities'),
    otherTeam: idOf.team('Technology'),
    nobody: uuid(),
    parking: parkingTrouble.subcategoryId,
    studio: parkingTrouble.studioId,
    category: original.category.id,
    notification: await newNotification(assignee),
    ...(await newTicketsToMerge()),
  }
})
afterAll(() => t.stop())

async function newNotification({ id: userId }: TestUser) {
  const id = uuid()
  const row = { id, userId, ticketId: original.id, event: 'response' as const, message: 'news' }
  await t.everything.insertInto('notifications').values(row).execute()
  return id
}

/** One the same people see, one of others, and a change that somebody else made. */
async function newTicketsToMerge() {
  const [twin = ''] = await copyTickets(t.everything, original.id, [{}])
  await t.everything.insertInto('ticketWatchers').values({ ticketId: twin, userId: users.watcher.id }).execute()
  const { id: foreign } = await t.newTicket(await t.newUser(), { assignee: null, team: 'Marketing' })
  const other = await t.newUser({ role: 'manager' })
  const changed = await t.call(other, tickets.update, { params: { id: foreign }, body: { priority: 'critical' } })
  const body = { ids: [foreign], change: { priority: 'low' as const } }
  const operation = await t.call(other, contracts.bulk.update, { body })
  const asked = { format: 'pdf' as const, filter: {}, columns: ['title' as const] }
  const begun = await t.call(other, contracts.exporting.tickets, { body: asked })
  return { twin, foreign, operation: operation.body.id, export: begun.body.id, change: changed.body.undoable?.id ?? '' }
}

const changes: Record<Exclude<Given, 'none'>, TicketChanges> = {
  in_progress: {},
  resolved: { status: 'resolved', resolvedAt: new Date() },
  closed: { status: 'closed', resolvedAt: new Date(), closedAt: new Date() },
  unassigned: { status: 'new', assignedToUserId: null },
  deleted: { deletedAt: new Date() },
}

async function newCase({ given = 'in_progress', ...row }: MatrixRow): Promise<string> {
  if (given === 'none') return uuid()
  const [ticketId = ''] = await copyTickets(t.everything, original.id, [changes[given]])
  await t.everything.insertInto('ticketWatchers').values({ ticketId, userId: users.watcher.id }).execute()
  const { reporter } = users
  filesOf.set(ticketId, {
    ...(JSON.stringify(row).includes('View') && (await newViews(reporter))),
    ...(JSON.stringify(row).includes('Reply') && (await newCannedReplies(reporter))),
    ticketFile: await newStoredFile(t, reporter, { ticketId, thumbnail: 'ready' }),
    ownFile: await newStoredFile(t, reporter),
    emptyUpload: await newStoredFile(t, reporter, { status: 'uploading' }),
  })
  return ticketId
}

async function newViews({ id: ownerId }: TestUser) {
  const [ownView, teamView, everyonesView, deletedView] = [uuid(), uuid(), uuid(), uuid()]
  const view = (id: string) => ({ id, ownerId, name: id, search: '{}', audience: 'everyone' as const })
  await t.everything
    .insertInto('savedViews')
    .values([
      { ...view(ownView), audience: 'private' },
      { ...view(teamView), audience: 'team', teamId: idOf.team('Facilities') },
      view(everyonesView),
      { ...view(deletedView), deletedAt: new Date() },
    ])
    .execute()
  return { ownView, teamView, everyonesView, deletedView }
}

async function newCannedReplies({ id: ownerId }: TestUser) {
  const [ownReply, teamReply, everyonesReply] = [uuid(), uuid(), uuid()]
  const reply = (id: string) => ({ id, ownerId, title: 'Thanks', body: 'Thanks', audience: 'everyone' as const })
  await t.everything
    .insertInto('cannedReplies')
    .values([
      { ...reply(ownReply), audience: 'private' },
      { ...reply(teamReply), audience: 'team', teamId: idOf.team('Facilities') },
      reply(everyonesReply),
    ])
    .execute()
  return { ownReply, teamReply, everyonesReply }
}

/** All of them the reporter's. */
const filesOf = new Map<string, Record<string, string>>()

function fill<T>(value: T, self: string, ticketId: string): T {
  const known: Record<string, string> = { ...ids, ...filesOf.get(ticketId), self }
  const named = (_: string, name: string) => known[name] ?? 'unknown placeholder'
  return value && JSON.parse(JSON.stringify(value).replace(/\$(\w+)/g, named))
}

/** Everything a denied call might have touched. */
async function stateOf(ticketId: string): Promise<unknown> {
  const tables = [
    'ticket_responses',
    'ticket_history',
    'ticket_clocks',
    'ticket_watchers',
    'assignment_decisions',
    'notifications',
    'escalation_steps',
    'ticket_attachments',
    'ticket_changes',
    'bulk_items',
  ]
  const all = (table: string) =>
    sql`(select string_agg(x::text, '|' order by x::text) from ${sql.table(`public.${table}`)} x where x.ticket_id = ${ticketId})`
  const counted = [
    'public.tickets',
    'public.audit_log',
    'public.idempotency_keys',
    'public.notification_preferences',
    'public.outbox',
    'public.clients',
    'public.sessions',
    'public.users',
    'public.account_links',
    'public.canned_replies',
    'public.sign_ups',
    'public.bulk_operations',
    'public.exports',
    'public.saved_views',
    'public.pinned_places',
    'public.categories',
    'public.subcategories',
    'public.form_versions',
    'public.ticket_attachments',
    'jobs.job',
  ]
  const { rows } = await sql`
    select md5(concat_ws('§', (select x::text from public.tickets x where id = ${ticketId}), ${sql.join(tables.map(all))})) as ticket,
      array[${sql.join(counted.map((table) => sql`(select count(*) from ${sql.table(table)})`))}] as counts,
      (select count(*) from public.notifications where read_at is not null) as read,
      (select sum(version) from public.saved_views) as views,
      (select sum(version) from public.canned_replies) as replies,
      (select sum(version) from public.categories) + (select sum(version) from public.subcategories) as catalogue`.execute(
    t.everything,
  )
  return rows[0]
}

async function answer(
  { endpoint, params, query, body }: MatrixRow,
  actor: ActorName,
  ticketId: string,
): Promise<number> {
  const user = actor === 'anonymous' ? null : users[actor]
  if (endpoint === 'live') return openLive(user)
  if (endpoint === 'bytes') return sendBytes(user, filesOf.get(ticketId)?.emptyUpload ?? '')

  const { path, method } = endpoints.get(endpoint) as Endpoint
  const named: Record<string, string> = { id: ticketId, ...fill(params, user?.id ?? '', ticketId) }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => named[name] ?? '')
  const response = await t.send({
    method,
    url: `/api${filled}${query ? `?${new URLSearchParams(fill(query, user?.id ?? '', ticketId))}` : ''}`,
    headers: user ? { authorization: `Bearer ${user.token}` } : {},
    ...(body && { payload: fill(body, user?.id ?? '', ticketId) }),
  })
  if (response.statusCode >= 400) expect(response.headers['content-type']).toContain('application/problem+json')
  return response.statusCode
}

async function sendBytes(user: TestUser | null, id: string): Promise<number> {
  const { statusCode } = await t.send({
    method: 'PATCH',
    url: `/api/files/upload/${id}`,
    headers: {
      ...(user && { authorization: `Bearer ${user.token}` }),
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    payload: 'four',
  })
  return statusCode
}

async function openLive(user: TestUser | null): Promise<number> {
  const response = await fetch(`${await t.listen()}/api${livePath}`, {
    headers: user ? { authorization: `Bearer ${user.token}` } : {},
  })
  await response.body?.cancel()
  return response.status
}

const named = ({ endpoint, what, given = 'in_progress' }: MatrixRow) =>
  `${endpoint}${what ? `: ${what}` : ''}${endpoint.startsWith('tickets.') ? ` (${given})` : ''}`

test.each(accessMatrix.map((row) => [named(row), row] as const))('%s', async (_, row) => {
  const expected = row.expect.split(' ').map(Number)
  const isReading = row.endpoint !== 'bytes' && (endpoints.get(row.endpoint)?.method ?? 'GET') === 'GET'
  const shared = await newCase(row)
  const got: number[] = []
  /** As the last one who was not to change anything left it. */
  let before: unknown
  for (const [index, actor] of actors.entries()) {
    const isMeantToChange = !isReading && (expected[index] ?? 0) < 400
    const ticketId = isMeantToChange ? await newCase(row) : shared
    if (row.can) await expectCan(row.can, actor, ticketId, expected[index] ?? 0)

    before = isMeantToChange ? undefined : (before ?? (await stateOf(ticketId)))
    got.push(await answer(row, actor, ticketId))
    if (before) expect(await stateOf(ticketId), `${actor} was denied, and yet something changed`).toEqual(before)
  }
  expect(byActor(got)).toEqual(byActor(expected))
})

/** What a ticket says may be done to it is what then happens. */
async function expectCan(action: keyof Ticket['can'], actor: ActorName, ticketId: string, expected: number) {
  if (actor === 'anonymous' || expected === 404) return
  const { body } = await t.call(users[actor], tickets.get, { params: { id: ticketId } })
  expect(body.can[action], `can.${action} of ${actor}`).toBe(expected < 400)
}

const byActor = (statuses: number[]) => Object.fromEntries(actors.map((actor, index) => [actor, statuses[index]]))

test('the table covers every endpoint of the contracts, and every route there is', () => {
  const covered = new Set(accessMatrix.map(({ endpoint }) => endpoint))
  expect([...endpoints.keys(), 'live', 'bytes'].filter((name) => !covered.has(name))).toEqual([])
  expect([...covered].filter((name) => name !== 'live' && name !== 'bytes' && !endpoints.has(name))).toEqual([])

  const described = new Set([...endpoints.values()].map(({ method, path }) => `${method} /api${path}`))
  const routes = routesOf(t.app.printRoutes({ commonPrefix: false }))
  expect([...described].filter((route) => !routes.includes(route))).toEqual([])
  const undescribed = routes.filter((route) => !described.has(route))
  const open =
    /^GET (\/healthz|\/readyz|\/api\/live|\/api\/docs.*|\/api\/openapi\.json)$|^PATCH \/api\/files\/upload\/:id$/
  expect(undescribed.filter((route) => !open.test(route))).toEqual([])
})

/** `├── /api/tickets (GET, HEAD, POST)`, indented by where it hangs. */
function routesOf(printed: string): string[] {
  const above: string[] = []
  return printed.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^((?:[│ ] {3})*[├└]── )(\S*)(?: \(([^)]*)\))?$/.exec(line) ?? []
    if (indent === undefined || part === undefined) return []
    const depth = indent.length / 4
    above.splice(depth - 1, above.length, part)
    const path = above.join('')
    return (methods?.split(', ') ?? []).filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`)
  })
}

test('a ticket out of sight and one that never was get the same answer', async () => {
  const hidden = await newCase({ endpoint: 'tickets.get', expect: '' })
  for (const endpoint of [tickets.get, tickets.history, tickets.responses]) {
    const [one, other] = await Promise.all(
      [hidden, uuid()].map((id) => t.call(users.unrelated, endpoint, { params: { id } })),
    )
    expect({ ...one?.body, requestId: '' }).toEqual({ ...other?.body, requestId: '' })
  }
})

import { type CreateTicketSent, TicketFilters } from '@physique57/contracts'
import { idOf } from '../api/src/catalogue/catalogue-rows.ts'
import type { Context } from '../api/src/context.ts'
import { quickSearch } from '../api/src/features/search/search.service.ts'
import { createTicket } from '../api/src/features/tickets/form/create-ticket.service.ts'
import { getTicket, listHistory, listTickets } from '../api/src/features/tickets/tickets.service.ts'

/** The same request twice: over HTTP, and as a call of the service, from which the statements are taken. */
export interface Operation {
  name: string
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  run(ctx: Context): Promise<unknown>
  /** Must stay within 50 ms at p95 and never read all of `tickets`. */
  isHeld: boolean
}

const studio = idOf.studio('Kwality House, Kemps Corner')
const somewhere: CreateTicketSent = {
  subcategoryId: idOf.subcategory('Facility & Amenities', 'Parking'),
  studioId: studio,
  description: 'No space left at seven in the morning',
  answers: { what: 'no_space', firstNoticed: '2026-01-05T01:30:00Z', howBad: 3 },
}

export const listOf = (name: string, query: Record<string, string>): Operation => ({
  name,
  method: 'GET',
  path: `/tickets?${new URLSearchParams(query)}`,
  run: (ctx) => listTickets(ctx, TicketFilters.parse(query)),
  isHeld: true,
})

export const open = { open: 'true' }

export const lists: Operation[] = [
  listOf('open tickets', open),
  listOf('status + priority + studio', { status: 'assigned,in_progress', priority: 'high', studioId: studio }),
  listOf('open, by due time', { ...open, sort: 'dueAt' }),
  listOf('open, last touched', { ...open, sort: '-updatedAt' }),
  listOf('all, newest', {}),
  listOf('all, last touched', { sort: '-updatedAt' }),
]

const filtered = (name: string, filter: string): Operation => listOf(`filter: ${name}`, { filter })

export const filters: Operation[] = [
  filtered('a word of no title', 'title:zeppelin'),
  filtered('a rare word in the description', 'description:eucalyptus'),
  filtered('a rare answer', 'form.what:gate_stuck'),
  filtered('a rare part of an answer', 'form.what:~stuck'),
  filtered('answers above any', 'form.howBad:>9'),
  filtered('answers before any', 'form.firstNoticed:<2019-01-01'),
  // counting goes along tickets until 10,000 are found, or along all of them: no index knows these
  ...[
    filtered('a usual answer', 'form.what:no_space'),
    filtered('answers above a number', 'form.howBad:>4'),
    filtered('two letters of no title', 'title:zq'),
  ].map((operation) => ({ ...operation, isHeld: false })),
]

/** As somebody types; within 200 ms at p95. */
const searchFor = (name: string, q: string): Operation => ({
  name: `search: ${name}`,
  method: 'GET',
  path: `/search?${new URLSearchParams({ q })}`,
  run: (ctx) => quickSearch(ctx, { q, limit: 8 }),
  isHeld: false,
})

export const searches: Operation[] = [
  searchFor('a number', 'P57-2042'),
  searchFor('a client', 'client 77'),
  searchFor('two words', 'waitlist kemps'),
  searchFor('what every ticket says', 'happened before'),
  searchFor('two misspelt words', 'prking bandar'),
]

export const detail = (id: string): Operation => ({
  name: 'one ticket',
  method: 'GET',
  path: `/tickets/${id}`,
  run: (ctx) => getTicket(ctx, id),
  isHeld: true,
})

export const history = (id: string): Operation => ({
  name: 'its history',
  method: 'GET',
  path: `/tickets/${id}/history`,
  run: (ctx) => listHistory(ctx, id, { limit: 50 }),
  isHeld: false,
})

export const create: Operation = {
  name: 'log a ticket',
  method: 'POST',
  path: '/tickets',
  body: somewhere,
  run: (ctx) => createTicket(ctx, { ...somewhere, answers: somewhere.answers ?? {}, attachmentIds: [], tags: [] }),
  isHeld: false,
}

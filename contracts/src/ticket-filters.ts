import { z } from 'zod'
import { commaSeparated, Id, isStorable, pageQuery, queryBoolean, Timestamp } from './common.ts'
import { looksForWords, parseTicketQuery } from './ticket-query.ts'
import { Priority, TicketStatus } from './ticket-status.ts'

/** What somebody looks for, as typed; see parseTicketQuery. */
export const SearchText = z
  .string()
  .max(500)
  .refine(isStorable, { error: 'Contains characters that cannot be looked for' })

export const TicketSort = z.enum(['-createdAt', 'createdAt', '-updatedAt', 'updatedAt', 'dueAt', 'relevance'])
export type TicketSort = z.infer<typeof TicketSort>

/** What places a ticket on a calendar. `due` shows open tickets only: nothing else is due. */
export const CalendarBy = z.enum(['due', 'created', 'followUp'])
export type CalendarBy = z.infer<typeof CalendarBy>

const Who = z.union([z.enum(['me', 'none']), Id])

export const TicketFilters = z.strictObject({
  ...pageQuery,
  open: queryBoolean.optional(),
  status: commaSeparated(TicketStatus).optional(),
  priority: commaSeparated(Priority).optional(),
  categoryId: commaSeparated(Id).optional(),
  subcategoryId: commaSeparated(Id).optional(),
  studioId: commaSeparated(Id).optional(),
  teamId: commaSeparated(Id).optional(),
  /** A client's earlier tickets. */
  clientId: commaSeparated(Id).optional(),
  /** `me`, `none` for nobody, or ids. */
  assignee: commaSeparated(Who).optional(),
  reporter: commaSeparated(z.union([z.literal('me'), Id])).optional(),
  overdue: queryBoolean.optional(),
  createdFrom: Timestamp.optional(),
  createdBefore: Timestamp.optional(),
  /** Any conditions, such as `-status:pending created:>7d form.area:studio_floor`. */
  filter: SearchText.refine((value) => !looksForWords(parseTicketQuery(value)), {
    error: 'Not a condition; words go into q',
  }).optional(),
  /** Words to look for, and conditions among them. */
  q: SearchText.optional(),
  /** `dueAt` lists open tickets only: nothing else is due. `relevance`: what fits `q` best; without words, the newest. */
  sort: TicketSort.default('-createdAt'),
})
export type TicketFilters = z.output<typeof TicketFilters>
export type TicketFiltersSent = z.input<typeof TicketFilters>

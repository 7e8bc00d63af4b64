import { z } from 'zod'
import { commaSeparated } from './common.ts'
import { FieldType } from './forms.ts'
import { fieldOf } from './ticket-fields.ts'

/** What a list can show of a ticket, in the order a chooser offers it. Beside these, `form.<key>`: the answer to a question. */
export const TicketColumnName = z.enum([
  'number',
  'title',
  'status',
  'priority',
  'due',
  'response',
  'tag',
  'assignee',
  'team',
  'studio',
  'category',
  'subcategory',
  'client',
  'reporter',
  'source',
  'mood',
  'level',
  'created',
  'updated',
  'occurred',
  'followup',
  'resolved',
  'closed',
])
export type TicketColumnName = z.infer<typeof TicketColumnName>

export type FormColumn = `form.${string}`
// a cast, because zod's own template literals would be another kilobyte of every first load
const FormColumn = z.string().regex(/^form\.[a-z][a-zA-Z0-9]{0,39}$/) as unknown as z.ZodType<FormColumn, string>

export const TicketColumnKey = z.union([TicketColumnName, FormColumn])
export type TicketColumnKey = z.infer<typeof TicketColumnKey>

const MOST_COLUMNS = 30

export const isFormColumn = (column: TicketColumnKey): column is FormColumn => column.startsWith('form.')

/** `?columns=number,title,form.area`: what is shown, in this order. */
export const TicketColumns = commaSeparated(TicketColumnKey).refine(
  (columns) => columns.length <= MOST_COLUMNS && new Set(columns).size === columns.length,
  { error: `At most ${MOST_COLUMNS} columns, each once` },
)

/** What a list shows until somebody chooses. */
export const usualColumns: readonly TicketColumnName[] = [
  'number',
  'title',
  'status',
  'priority',
  'due',
  'assignee',
  'studio',
  'created',
]

/** A column is called what the filter of the same name is called; what a form asks, by whoever has the forms. */
export const columnLabel = (column: TicketColumnName): string => (column === 'number' ? 'No.' : fieldOf(column).label)

/**
 * An answer as a list shows it: choices and lookup entries by their names, several joined by commas; files by their
 * number; dates, instants, numbers and yes or no as they are stored, for whoever shows them to write.
 */
export const ShownAnswer = z.object({
  type: FieldType,
  value: z.union([z.string(), z.number(), z.boolean()]),
  /** Of a number that has one. */
  unit: z.string().optional(),
})
export type ShownAnswer = z.infer<typeof ShownAnswer>

import { z } from 'zod'
import { Id, idParams, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'
import { TicketColumnKey } from './ticket-columns.ts'
import { TicketFilters } from './ticket-filters.ts'

export const ExportFormat = z.enum(['csv', 'xlsx', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const exportFormatLabel: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF' }

/** So many tickets are answered with at once, so many in the background, and so many as a PDF. */
export const exportLimits = { atOnce: 5_000, asJob: 1_000_000, pdf: 500 }

/** For so long what was made in the background can be fetched. */
export const exportKeptHours = 24

export const ExportTickets = z
  .strictObject({
    format: ExportFormat,
    /** All that the list shows with this filter, in its order. */
    filter: TicketFilters.omit({ limit: true, cursor: true }).optional(),
    /** These, in this order. */
    ids: z.array(Id).min(1).max(exportLimits.atOnce).optional(),
    /** What is told of each, from left to right. */
    columns: z
      .array(TicketColumnKey)
      .min(1)
      .max(60)
      .refine((columns) => new Set(columns).size === columns.length, { error: 'Each column once' }),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), { error: 'Either ids or a filter' })
export type ExportTickets = z.output<typeof ExportTickets>
export type ExportTicketsSent = z.input<typeof ExportTickets>

/** One that is made in the background. */
export const Export = z.object({
  id: Id,
  format: ExportFormat,
  state: z.enum(['waiting', 'running', 'ready', 'failed', 'cancelled', 'expired']),
  /** How many tickets are in it so far, of how many; null: not counted yet. */
  done: z.int(),
  total: z.int().nullable(),
  /** What the file is called, and how many bytes it has once it is ready. */
  name: z.string(),
  size: z.int().nullable(),
  /** Why it failed. */
  reason: z.string().nullable(),
  createdAt: Timestamp,
  /** Until when it can be fetched. */
  expiresAt: Timestamp.nullable(),
})
export type Export = z.infer<typeof Export>

export const isUnderWay = ({ state }: Export): boolean => state === 'waiting' || state === 'running'

export const exporting = {
  tickets: endpoint({
    method: 'POST',
    path: '/tickets/export',
    summary:
      'The tickets a filter shows, or these: CSV and XLSX of up to 5,000 at once as a file, anything else in the background (202)',
    body: ExportTickets,
    response: Export,
    status: 202,
    orBytes: true,
  }),
  list: endpoint({
    method: 'GET',
    path: '/exports',
    summary: 'Your latest exports that were made in the background',
    response: z.object({ items: z.array(Export) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/exports/:id',
    summary: 'How far an export is',
    params: idParams,
    response: Export,
  }),
  file: endpoint({
    method: 'GET',
    path: '/exports/:id/file',
    summary: 'What was exported; for a day, for whoever asked for it, and with the rights it was made with',
    params: idParams,
    response: z.unknown(),
    bytes: true,
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/exports/:id',
    summary: 'Stop it, or throw away what was made',
    params: idParams,
    response: z.undefined(),
    status: 204,
  }),
}

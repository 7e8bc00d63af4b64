import { z } from 'zod'
import { Studio } from './catalogue.ts'
import { Client, ClientMood, NewClient } from './clients.ts'
import {
  commaSeparated,
  Id,
  idParams,
  lineOfText,
  NamedRef,
  PersonRef,
  page,
  pageQuery,
  Timestamp,
  text,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { Attachment, FileIds } from './files.ts'
import { Answers, FormFields } from './forms.ts'
import { MentionedIds } from './mentions.ts'
import { Clock, ExplainedClock } from './sla.ts'
import { Tags } from './tags.ts'
import { ShownAnswer, TicketColumns } from './ticket-columns.ts'
import { TicketFilters } from './ticket-filters.ts'
import { TicketSource } from './ticket-source.ts'
import { Priority, TicketStatus } from './ticket-status.ts'
import { AddResponse, HistoryEntry, TicketResponse } from './ticket-thread.ts'

/** What the caller may do to this ticket now; the same table decides when they try. */
export const TicketCan = z.object({
  edit: z.boolean(),
  editDetails: z.boolean(),
  respond: z.boolean(),
  share: z.boolean(),
  assign: z.boolean(),
  assignWithinTeam: z.boolean(),
  take: z.boolean(),
  handBack: z.boolean(),
  escalate: z.boolean(),
  resolve: z.boolean(),
  close: z.boolean(),
  reopen: z.boolean(),
  remove: z.boolean(),
  merge: z.boolean(),
  unmerge: z.boolean(),
  restore: z.boolean(),
})
export type TicketCan = z.infer<typeof TicketCan>

/** A row of a list. */
export const TicketSummary = z.object({
  id: Id,
  number: z.int(),
  /** What people say: `P57-1042`. */
  key: z.string(),
  title: z.string(),
  status: TicketStatus,
  priority: Priority,
  tags: z.array(z.string()),
  category: NamedRef,
  subcategory: NamedRef,
  studio: Studio,
  reporter: PersonRef,
  assignee: PersonRef.nullable(),
  team: NamedRef.nullable(),
  clientName: z.string().nullable(),
  clientMood: ClientMood.nullable(),
  source: TicketSource.nullable(),
  escalationLevel: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  occurredAt: Timestamp.nullable(),
  followUpAt: Timestamp.nullable(),
  resolvedAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  version: z.int(),
  firstResponse: Clock,
  resolution: Clock,
  can: TicketCan,
  /** By column, such as `form.area`: of those asked for, the ones that were answered. */
  shownAnswers: z.record(z.string(), ShownAnswer).optional(),
})
export type TicketSummary = z.infer<typeof TicketSummary>

/** Why this person has it: the rule, everyone considered with their load at that moment, and the sentence. */
export const AssignmentDecision = z.object({
  at: Timestamp,
  reason: z.string(),
  rule: z.string().nullable(),
  candidates: z.array(z.object({ person: PersonRef, load: z.number(), available: z.boolean() })),
})
export type AssignmentDecision = z.infer<typeof AssignmentDecision>

export const Resolution = z.object({
  note: z.string(),
  clientInformed: z.boolean(),
  clientInformedHow: z.string().nullable(),
  at: Timestamp,
  by: PersonRef.nullable(),
})

export const Ticket = TicketSummary.extend({
  description: z.string(),
  actionTaken: z.string(),
  client: Client.nullable(),
  form: z.object({ formVersionId: Id, version: z.int(), fields: FormFields }),
  answers: Answers,
  /** Names of the lookup entries among the answers, by id. */
  lookupNames: z.record(z.string(), z.string()),
  /** Those it was logged with, the ones among the answers too; a response has its own. */
  attachments: z.array(Attachment),
  firstResponse: ExplainedClock,
  resolution: ExplainedClock,
  assignment: AssignmentDecision.nullable(),
  outcome: Resolution.nullable(),
  watchers: z.array(PersonRef),
  /** Where it was merged to, in the end; `key` is null when that ticket is not for the caller to see. */
  mergedInto: z.object({ id: Id, key: z.string().nullable() }).nullable(),
  /** Those merged into it that the caller sees. */
  mergedFrom: z.array(z.object({ id: Id, key: z.string(), title: z.string() })),
  /** Admins only: since when it is in the trash. */
  deletedAt: Timestamp.nullable(),
  /** The caller's latest change to it that can still be taken back: `POST /changes/:id/undo`. */
  undoable: z.object({ id: Id, until: Timestamp }).nullable(),
  nextStatuses: z.array(TicketStatus),
  /** When the last line of its story was written: `seenUntil` of what is answered to it as it is here. */
  storyAt: Timestamp,
})
export type Ticket = z.infer<typeof Ticket>

const ListFilters = TicketFilters.omit({ limit: true, cursor: true })

/** So many lists are counted with one request. */
export const MOST_LISTS = 20

/** `[{"open":"true"},{"assignee":"me"}]`: the filters of several lists. */
const SeveralLists = z
  .string()
  .max(12_000)
  .transform((written, { issues }) => {
    try {
      return JSON.parse(written) as unknown
    } catch {
      issues.push({ code: 'custom', message: 'Not JSON', input: written })
      return z.NEVER
    }
  })
  .pipe(z.array(ListFilters).min(1).max(MOST_LISTS))

export const CreateTicket = z.strictObject({
  subcategoryId: Id,
  studioId: Id,
  /** Left out, it becomes "{subcategory}, {studio}". */
  title: lineOfText(200).optional(),
  description: text(50_000, 0).optional(),
  priority: Priority.optional(),
  source: TicketSource.optional(),
  occurredAt: Timestamp.optional(),
  followUpAt: Timestamp.optional(),
  actionTaken: text(10_000, 0).optional(),
  /** A known client's id, or who they are. */
  client: z.union([z.strictObject({ id: Id }), NewClient]).optional(),
  clientMood: ClientMood.optional(),
  tags: Tags.default([]),
  /** The form version the answers were given to; an older one is refused. */
  formVersionId: Id.optional(),
  answers: Answers.default({}),
  /** Uploaded files, besides those among the answers. */
  attachmentIds: FileIds.default([]),
})
export type CreateTicket = z.output<typeof CreateTicket>
export type CreateTicketSent = z.input<typeof CreateTicket>

export const UpdateTicket = z
  .strictObject({
    title: lineOfText(200),
    description: text(50_000, 0),
    /** Another one means its form as it is now: `answers` are then answers to that. */
    subcategoryId: Id,
    /** The form version the answers were given to; an older one is refused. */
    formVersionId: Id,
    /** All of them; what is left out is no longer answered. */
    answers: Answers,
    studioId: Id,
    /** A known client's id, who they are, or null for none. */
    client: z.union([z.strictObject({ id: Id }), NewClient]).nullable(),
    clientMood: ClientMood.nullable(),
    priority: Priority,
    /** All of them. */
    tags: Tags,
    source: TicketSource.nullable(),
    occurredAt: Timestamp.nullable(),
    followUpAt: Timestamp.nullable(),
    actionTaken: text(10_000, 0),
    /** The others have their own verbs. */
    status: z.enum(['in_progress', 'pending']),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'Nothing to change' })
export type UpdateTicket = z.output<typeof UpdateTicket>

export const AssignTicket = z.union([
  z.strictObject({ userId: Id.nullable() }),
  z.strictObject({ teamId: Id }),
  z.strictObject({ auto: z.literal(true) }),
])
export type AssignTicket = z.output<typeof AssignTicket>

export const ResolveTicket = z.strictObject({
  note: text(10_000),
  clientInformed: z.boolean().default(false),
  clientInformedHow: lineOfText(120).optional(),
})
export type ResolveTicket = z.output<typeof ResolveTicket>

const Reason = z.strictObject({ reason: text(2_000) })

const responseParams = z.strictObject({ id: Id, responseId: Id })

export const tickets = {
  list: endpoint({
    method: 'GET',
    path: '/tickets',
    summary: 'List the tickets you can see',
    query: TicketFilters.extend({
      /** What will be shown; of the answers to forms, rows carry only those named here. */
      columns: TicketColumns.optional(),
    }),
    response: page(TicketSummary),
  }),
  rows: endpoint({
    method: 'GET',
    path: '/tickets/rows',
    summary: 'Of some tickets those that a list shows as far as it was read, in its order; and how many it holds now',
    query: TicketFilters.omit({ limit: true, cursor: true, q: true }).extend({
      ids: commaSeparated(Id),
      /** The `nextCursor` of the last page that was read; left out, all of the list was. */
      until: z.string().max(500).optional(),
      columns: TicketColumns.optional(),
    }),
    response: page(TicketSummary).omit({ nextCursor: true }),
  }),
  counts: endpoint({
    method: 'GET',
    path: '/tickets/counts',
    summary: 'How many of the tickets you can see there are in each status',
    query: ListFilters,
    response: z.object({
      /** Each exact up to 10,000. */
      statuses: z.record(TicketStatus, z.int()),
      total: z.int(),
      totalIsCapped: z.boolean(),
    }),
  }),
  totals: endpoint({
    method: 'GET',
    path: '/tickets/totals',
    summary: 'How many of the tickets you can see each of several lists holds; `lists` is a JSON array of filters',
    query: z.strictObject({ lists: SeveralLists }),
    response: z.object({ totals: z.array(z.object({ total: z.int(), totalIsCapped: z.boolean() })) }),
  }),
  duplicates: endpoint({
    method: 'GET',
    path: '/tickets/duplicates',
    summary: 'Open tickets that look like the one being written, likeliest first',
    query: z.strictObject({ subcategoryId: Id, studioId: Id, text: z.string().max(2_000).default('') }),
    response: z.object({ items: z.array(TicketSummary) }),
  }),
  get: endpoint({ method: 'GET', path: '/tickets/:id', summary: 'One ticket', params: idParams, response: Ticket }),
  create: endpoint({
    method: 'POST',
    path: '/tickets',
    summary: 'Log what a client reported',
    body: CreateTicket,
    response: Ticket,
    status: 201,
    idempotent: true,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/tickets/:id',
    summary: 'Change fields, or move between in progress and pending',
    params: idParams,
    body: UpdateTicket,
    response: Ticket,
    versioned: true,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/tickets/:id',
    summary: 'Delete (kept in the trash)',
    params: idParams,
    response: z.undefined(),
    status: 204,
    versioned: true,
  }),
  assign: endpoint({
    method: 'POST',
    path: '/tickets/:id/assign',
    summary: 'Assign to a person, a team, automatically, or to nobody',
    params: idParams,
    body: AssignTicket,
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  escalate: endpoint({
    method: 'POST',
    path: '/tickets/:id/escalate',
    summary: 'Raise to the next level: manager, then directors',
    params: idParams,
    body: Reason,
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  resolve: endpoint({
    method: 'POST',
    path: '/tickets/:id/resolve',
    summary: 'Say how it was resolved and whether the client knows',
    params: idParams,
    body: ResolveTicket,
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  close: endpoint({
    method: 'POST',
    path: '/tickets/:id/close',
    summary: 'Close a resolved ticket',
    params: idParams,
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/tickets/:id/reopen',
    summary: 'Open it again, with a full new resolution clock',
    params: idParams,
    body: Reason,
    response: Ticket,
    idempotent: true,
    versioned: true,
  }),
  history: endpoint({
    method: 'GET',
    path: '/tickets/:id/history',
    summary: 'What happened, oldest first',
    params: idParams,
    query: z.strictObject(pageQuery),
    response: page(HistoryEntry),
  }),
  news: endpoint({
    method: 'GET',
    path: '/tickets/:id/news',
    summary: 'What others have done since, worth knowing before one answers; at most twenty, oldest first',
    params: idParams,
    query: z.strictObject({ since: Timestamp }),
    response: z.object({ items: z.array(HistoryEntry) }),
  }),
  responses: endpoint({
    method: 'GET',
    path: '/tickets/:id/responses',
    summary: 'Replies and notes, oldest first',
    params: idParams,
    query: z.strictObject(pageQuery),
    response: page(TicketResponse),
  }),
  respond: endpoint({
    method: 'POST',
    path: '/tickets/:id/responses',
    summary: 'Add a reply to the client or an internal note',
    params: idParams,
    body: AddResponse,
    response: TicketResponse,
    status: 201,
    idempotent: true,
  }),
  changeResponse: endpoint({
    method: 'PATCH',
    path: '/tickets/:id/responses/:responseId',
    summary: 'Correct a response of one’s own, within 15 minutes',
    params: responseParams,
    body: z.strictObject({
      body: text(50_000),
      /** Left out, whoever is still named in it stays mentioned. */
      mentions: MentionedIds.optional(),
    }),
    response: TicketResponse,
  }),
  removeResponse: endpoint({
    method: 'DELETE',
    path: '/tickets/:id/responses/:responseId',
    summary: 'Take back a response of one’s own, within 15 minutes; its place in the thread stays',
    params: responseParams,
    response: z.undefined(),
    status: 204,
  }),
  watch: endpoint({
    method: 'POST',
    path: '/tickets/:id/watchers',
    summary: 'Let somebody follow it: oneself, whoever sees it anyway, or with the right to share anybody',
    params: idParams,
    body: z.strictObject({ userId: Id }),
    response: Ticket,
  }),
  unwatch: endpoint({
    method: 'DELETE',
    path: '/tickets/:id/watchers/:userId',
    summary: 'Stop following it, or with the right to share take somebody off; who saw it only so loses sight of it',
    params: z.strictObject({ id: Id, userId: Id }),
    response: z.undefined(),
    status: 204,
  }),
}

import type {
  Answers,
  BulkChange,
  BulkItem,
  BulkOperation,
  CannedAudience,
  Channel,
  ClientMood,
  ClientStatus,
  ClockKind,
  Delivery,
  Draft,
  Export,
  ExportFormat,
  ExportTickets,
  FormField,
  NotificationEvent,
  NotificationKind,
  PersonRef,
  Priority,
  ResponseKind,
  Role,
  TicketColumnKey,
  TicketSource,
  TicketStatus,
  ViewAudience,
} from '@physique57/contracts'
import type { ColumnType } from 'kysely'
import type { DB } from './schema.ts'

/** The tables as generated from the database, with what its check constraints and JSON columns really hold. */
export type Tables = Omit<DB, keyof Refinements> & {
  [T in keyof Refinements]: Omit<DB[T], keyof Refinements[T]> & Refinements[T]
}

interface Refinements {
  accountLinks: { kind: 'reset' | 'new_email' | 'set_up' }
  assignmentDecisions: { candidates: Json<Candidate[]> }
  assignmentRules: { priority: Priority | null }
  bulkItems: { state: Defaulted<BulkItem['state']> }
  bulkOperations: { kind: BulkOperation['kind']; change: ColumnType<BulkChange | null, string | null, never> }
  calendars: { hours: Json<OpenRange[]> }
  calendarHolidays: { day: string }
  cannedReplies: { audience: CannedAudience }
  clients: { status: Defaulted<ClientStatus> }
  drafts: { content: ColumnType<Draft['content'], string, string> }
  exports: {
    format: ExportFormat
    state: Defaulted<Export['state']>
    wanted: ColumnType<ExportWanted, string, never>
    columns: ColumnType<TicketColumnKey[], TicketColumnKey[], never>
  }
  formVersions: { fields: Json<FormField[]> }
  lookupValues: { kind: 'trainer' | 'class_type' | 'package' }
  notificationPreferences: {
    deliveries: ColumnType<ChosenDeliveries, string | undefined, string>
    digestEvery: Defaulted<'hour' | 'day'>
  }
  notifications: { event: NotificationEvent; kind: NotificationKind | null }
  outbox: { status: Defaulted<'queued' | 'sent' | 'dropped'> }
  savedViews: { audience: ViewAudience; search: ColumnType<unknown, string, string> }
  settings: { priorityWeights: Json<Record<Priority, number>> }
  slaPolicies: { priority: Priority; hours: CountedHours }
  subcategories: { defaultPriority: Defaulted<Priority> }
  ticketAttachments: { status: Defaulted<'uploading' | 'ready'>; thumbnail: Defaulted<'none' | 'waiting' | 'ready'> }
  ticketClocks: { kind: ClockKind; hours: CountedHours; pauses: Json<StoredPause[]> }
  ticketChanges: {
    action: ChangeAction
    difference: ColumnType<StoredDifference, string, never>
    moved: ColumnType<MovedByMerge | null, string | null, never>
  }
  ticketHistory: { detail: Json<Record<string, unknown>> }
  ticketResponses: { kind: ResponseKind; mentions: Json<PersonRef[]> }
  tickets: {
    answers: Json<Answers>
    clientMood: ClientMood | null
    priority: Defaulted<Priority>
    source: TicketSource | null
    status: Defaulted<TicketStatus>
  }
  users: { role: Role; status: Defaulted<'active' | 'disabled'>; availability: Defaulted<'available' | 'away'> }
}

/** Which tickets, in which order: what a filter shows, or these. */
export type ExportWanted = Pick<ExportTickets, 'filter' | 'ids'>

/** What somebody wants to be told otherwise than by default. */
export type ChosenDeliveries = Partial<Record<NotificationEvent, Partial<Record<Channel, Delivery>>>>

export interface Candidate {
  userId: string
  load: number
  available: boolean
}

interface OpenRange {
  day: number
  from: string
  to: string
}

export type ChangeAction = 'change' | 'merge' | 'delete'

/** Of what a change made different, what it was and what it became. */
export type Difference = Record<string, { from: unknown; to: unknown }>

export interface StoredDifference {
  ticket: Difference
  /** By kind and cycle (`resolution 1`); `new` when the change began that cycle. */
  clocks: Record<string, Difference | 'new'>
}

/** What went from the source to the target of a merge; of the watchers those the target did not have. */
export interface MovedByMerge {
  responses: string[]
  attachments: string[]
  watchers: string[]
  /** Since there are tags. */
  tags?: string[]
}

export interface StoredPause {
  from: string
  to: string | null
}

export type CountedHours = 'always' | 'studio_hours'

type Defaulted<T> = ColumnType<T, T | undefined, T>
/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string | undefined, string>

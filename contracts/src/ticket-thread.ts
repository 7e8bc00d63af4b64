import { z } from 'zod'
import { Id, PersonRef, Timestamp, text } from './common.ts'
import { Attachment, FileIds } from './files.ts'
import { MentionedIds } from './mentions.ts'

export const ResponseKind = z.enum(['reply', 'note'])
export type ResponseKind = z.infer<typeof ResponseKind>

/** For so long whoever wrote a response may correct it or take it back. */
export const RESPONSE_CHANGEABLE_MINUTES = 15

/** A reply is what was said to the client, a note is among staff; both are seen by everyone who sees the ticket. */
export const TicketResponse = z.object({
  id: Id,
  kind: ResponseKind,
  /** Empty once it is deleted. */
  body: z.string(),
  author: PersonRef,
  attachments: z.array(Attachment),
  /** Who stands in the body as `@` and this name. */
  mentions: z.array(PersonRef),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
  deletedAt: Timestamp.nullable(),
  /** Until when the caller may correct or delete it; null: not at all. */
  changeableUntil: Timestamp.nullable(),
})
export type TicketResponse = z.infer<typeof TicketResponse>

export const AddResponse = z
  .strictObject({
    kind: ResponseKind,
    body: text(50_000, 0),
    attachmentIds: FileIds.default([]),
    mentions: MentionedIds.default([]),
    /** Up to where its writer knows the story; 412 when somebody else has done something since. */
    seenUntil: Timestamp.optional(),
  })
  .refine(({ body, attachmentIds }) => body !== '' || attachmentIds.length > 0, {
    error: 'Write something, or add a file',
    path: ['body'],
  })

/** Of a ticket's page, at one of its responses if that is what it is about. */
export const ticketPath = (ticketId: Id, responseId?: Id | null): string =>
  `/tickets/${ticketId}${responseId ? `#${responseAnchor(responseId)}` : ''}`

/** Where a response is found on its ticket's page. */
export const responseAnchor = (responseId: Id): string => `r-${responseId}`

/** A field before and after, in words; null: nothing. */
export const FieldChange = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })
export type FieldChange = z.infer<typeof FieldChange>

/** One line of a ticket's story: who did what, as a sentence that continues the actor's name. */
export const HistoryEntry = z.object({
  id: Id,
  at: Timestamp,
  /** null: the system. */
  actor: PersonRef.nullable(),
  event: z.string(),
  sentence: z.string(),
  /** What an edit changed, field by field; very long texts are cut. */
  changes: z.array(FieldChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

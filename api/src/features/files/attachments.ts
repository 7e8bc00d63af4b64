import type { Answers, Attachment, FieldError, FormField } from '@physique57/contracts'
import { maxFilesAtOnce } from '@physique57/contracts'
import type { Actor } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { AppError } from '../../http/app-error.ts'
import { mayRemoveFile, type TicketFacts } from '../tickets/ticket.policy.ts'
import { attach, deleteFilesOf, findFiles, findFilesOf } from './files.queries.ts'
import { toStoredFile } from './stored-file.ts'

/** Files named by what is being sent, with the path of what named each. */
export interface NamedFiles {
  fields?: FormField[]
  answers?: Answers
  attachmentIds: string[]
}

/** 422 unless each is the caller's own, complete, part of nothing yet, and of the kind that was asked for. Returns all ids. */
export async function assertFilesFree(db: Db, named: NamedFiles): Promise<string[]> {
  const wanted = [
    ...answered(named),
    ...named.attachmentIds.map((id) => ({ id, path: 'attachmentIds', accept: 'any' as const })),
  ]
  const ids = [...new Set(wanted.map(({ id }) => id))]
  if (ids.length === 0) return ids
  if (ids.length > maxFilesAtOnce) {
    throw refused([{ path: wanted[maxFilesAtOnce]?.path ?? '', message: `At most ${maxFilesAtOnce} files at once` }])
  }

  const rows = new Map((await findFiles(db, ids)).map((row) => [row.id, row]))
  const errors = wanted.flatMap(({ id, path, accept }): FieldError[] => {
    const row = rows.get(id)
    if (row?.status !== 'ready' || row.ticketId) return [{ path, message: 'There is no such file: add it again' }]
    const isWrongKind = accept === 'image' && !row.contentType.startsWith('image/')
    return isWrongKind ? [{ path, message: `${row.name} is no photo` }] : []
  })
  if (errors.length > 0) throw refused(errors)
  return ids
}

const answered = ({ fields = [], answers = {} }: NamedFiles) =>
  fields.flatMap((field) => {
    const ids = answers[field.key]
    if (field.type !== 'file' || !Array.isArray(ids)) return []
    return ids.map((id) => ({ id: id.toLowerCase(), path: `answers.${field.key}`, accept: field.accept }))
  })

const refused = (errors: FieldError[]) =>
  new AppError('unprocessable', errors[0]?.message ?? 'A file cannot be added.', { errors })

/** Runs as the system, in the transaction of what the files belong to. Returns their names; they stand in the order of `ids`. */
export async function attachFiles(
  db: Db,
  ids: string[],
  { ticketId, responseId = null }: { ticketId: string; responseId?: string | null },
): Promise<string[]> {
  if (ids.length === 0) return []
  const attached = await attach(db, ids, ticketId, responseId)
  if (attached.length < ids.length)
    throw refused([{ path: 'attachmentIds', message: 'A file was used elsewhere meanwhile' }])
  return attached.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(({ name }) => name)
}

/** Runs as the system. Removing the bytes of what it returns is for after the transaction. */
export const removeAttachmentsOf = (db: Db, responseId: string): Promise<string[]> => deleteFilesOf(db, responseId)

/** Of the ticket itself, or of these responses, by response. */
export async function findAttachments(
  db: Db,
  actor: Actor,
  { ticketId, facts, responseIds = null }: { ticketId: string; facts: TicketFacts; responseIds?: string[] | null },
): Promise<(Attachment & { responseId: string | null })[]> {
  if (responseIds?.length === 0) return []
  const rows = await findFilesOf(db, ticketId, responseIds)
  return rows.map((row) => ({
    ...toStoredFile(row),
    responseId: row.responseId,
    canRemove: facts.isOpen && mayRemoveFile(actor, facts, row.uploadedByUserId),
  }))
}

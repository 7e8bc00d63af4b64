import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { notFound } from '../../http/app-error.ts'
import type { Examined } from './examine.ts'

export type FileRow = Awaited<ReturnType<typeof findFiles>>[number]

const filesWithUploader = (db: Db) =>
  db
    .selectFrom('ticketAttachments as file')
    .innerJoin('users as uploader', 'uploader.id', 'file.uploadedByUserId')
    .select([
      'file.id',
      'ticketId',
      'responseId',
      'uploadedByUserId',
      'uploader.name as uploaderName',
      'file.name',
      'contentType',
      'size',
      'sha256',
      'file.status',
      'width',
      'height',
      'thumbnail',
      'file.createdAt',
    ])

/** In no particular order; of those the caller may see. */
export const findFiles = (db: Db, ids: string[]) =>
  filesWithUploader(db).where(sql<boolean>`file.id = any (${ids}::uuid[])`).execute()

export async function getFile(db: Db, id: string): Promise<FileRow> {
  const row = await filesWithUploader(db).where('file.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('This file')
  return row
}

/** Of the ticket itself, or of these responses. In the order of being attached, of those together as they were named. */
export const findFilesOf = (db: Db, ticketId: string, responseIds: string[] | null) =>
  filesWithUploader(db)
    .where('ticketId', '=', ticketId)
    .where(responseIds ? sql<boolean>`response_id = any (${responseIds}::uuid[])` : sql<boolean>`response_id is null`)
    .orderBy(sql`coalesce(file.attached_at, file.created_at)`)
    .orderBy('file.id')
    .execute()

/** Of tickets and their responses, those there is a small picture of. Oldest first. */
export const findPictures = (db: Db, ticketIds: string[]) =>
  db
    .selectFrom('ticketAttachments')
    .select(['id', 'ticketId'])
    .where(sql<boolean>`ticket_id = any (${ticketIds}::uuid[])`)
    .where('thumbnail', '=', 'ready')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

export const insertUpload = (
  db: Db,
  upload: { id: string; uploadedByUserId: string; name: string; contentType: string; size: number },
) => db.insertInto('ticketAttachments').values(upload).execute()

/** Once; false when it has been done before, or it is gone. */
export async function finishUpload(
  db: Db,
  id: string,
  found: Examined & { thumbnail: 'none' | 'waiting' },
): Promise<boolean> {
  const updated = await db
    .updateTable('ticketAttachments')
    .set({ ...found, status: 'ready' })
    .where('id', '=', id)
    .where('status', '=', 'uploading')
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

export const deleteFile = (db: Db, id: string) =>
  db.deleteFrom('ticketAttachments').where('id', '=', id).executeTakeFirst()

/** Those of the caller's finished uploads that are part of nothing yet. Returns what they are. */
export const attach = (db: Db, ids: string[], ticketId: string, responseId: string | null) =>
  db
    .updateTable('ticketAttachments')
    .set({
      ticketId,
      responseId,
      attachedAt: sql`now() + array_position(${ids}::uuid[], id) * interval '1 microsecond'`,
    })
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('ticketId', 'is', null)
    .returning(['id', 'name', 'contentType'])
    .execute()

/** Of a response that is taken back. Returns whose bytes are then nobody's. */
export async function deleteFilesOf(db: Db, responseId: string): Promise<string[]> {
  const deleted = await db
    .deleteFrom('ticketAttachments')
    .where('responseId', '=', responseId)
    .returning('id')
    .execute()
  return deleted.map(({ id }) => id)
}

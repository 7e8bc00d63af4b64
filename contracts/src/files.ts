import { z } from 'zod'
import { commaSeparated, Id, idParams, PersonRef, Timestamp } from './common.ts'
import { endpoint } from './endpoint.ts'
import { cleanFileName } from './file-name.ts'

/** As many files as a ticket is logged with, or a response carries. */
export const maxFilesAtOnce = 10

/** A file whose bytes have all arrived. `type` is what it is by its content, whatever was claimed. */
export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  /** Of images, in pixels, as they are shown. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Whether there is a small picture of it. */
  hasThumbnail: z.boolean(),
  /** Whether browsers may show it in place; otherwise it is only ever downloaded. */
  isShownInline: z.boolean(),
  uploader: PersonRef,
  createdAt: Timestamp,
})
export type StoredFile = z.infer<typeof StoredFile>

/** A file of a ticket, with what the caller may do to it. */
export const Attachment = StoredFile.extend({ canRemove: z.boolean() })
export type Attachment = z.infer<typeof Attachment>

/** Files one has uploaded, to become part of what is being sent. */
export const FileIds = z
  .array(Id)
  .max(maxFilesAtOnce)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Each file only once' })

export const StartUpload = z.strictObject({
  /** Made harmless: no path, no control or direction marks, at most 255 bytes. */
  name: z.string().min(1).max(2_000).transform(cleanFileName),
  /** In bytes. */
  size: z.int().min(1),
  /** What the sender takes it for; decides nothing but how large it may be. */
  type: z.string().max(200).default(''),
})
export type StartUpload = z.output<typeof StartUpload>

export const StartedUpload = z.object({
  file: z.object({ id: Id, name: z.string() }),
  /** Where and how the bytes are sent. */
  upload: z.object({ protocol: z.literal('tus'), url: z.string() }),
})
export type StartedUpload = z.infer<typeof StartedUpload>

export const files = {
  start: endpoint({
    method: 'POST',
    path: '/files/upload',
    summary: 'Begin to upload a file: its bytes then go to `upload.url` (tus 1.0: HEAD, PATCH), and `complete` ends it',
    body: StartUpload,
    response: StartedUpload,
    status: 201,
    idempotent: true,
  }),
  complete: endpoint({
    method: 'POST',
    path: '/files/:id/complete',
    summary: 'All bytes are there: look at them and make it a file',
    params: idParams,
    response: StoredFile,
  }),
  list: endpoint({
    method: 'GET',
    path: '/files',
    summary: 'What is known about these files; those that are gone or not for you are left out',
    query: z.strictObject({ ids: commaSeparated(Id) }),
    response: z.object({ items: z.array(StoredFile) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/files/:id',
    summary: 'Its bytes; ranges and If-None-Match are honoured',
    params: idParams,
    query: z.strictObject({ download: z.literal('true').optional() }),
    response: z.unknown(),
    bytes: true,
  }),
  thumbnail: endpoint({
    method: 'GET',
    path: '/files/:id/thumbnail',
    summary: 'A small picture of it',
    params: idParams,
    response: z.unknown(),
    bytes: true,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/files/:id',
    summary: 'Take back an upload, or remove a file of a ticket',
    params: idParams,
    response: z.undefined(),
    status: 204,
  }),
}

/** Where the browser is let in by its cookie, which only these paths get: images and downloads cannot send a token. */
export const filesPaths = ['/api/files', '/api/exports']

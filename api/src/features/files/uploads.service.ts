import type { StartedUpload, StartUpload, StoredFile } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import { thumbnails } from '../../jobs/queues.ts'
import { type Examined, examine } from './examine.ts'
import { deleteFile, finishUpload, getFile, insertUpload } from './files.queries.ts'
import { toStoredFile } from './stored-file.ts'

export const uploadPath = '/files/upload'

export async function startUpload(ctx: Context, { name, size, type }: StartUpload): Promise<StartedUpload> {
  const largest = /^video\//.test(type) ? ctx.config.videoMaxBytes : ctx.config.fileMaxBytes
  if (size > largest) throw tooLarge(name, largest)
  return inTransaction(ctx, async ({ db, actor }) => {
    const id = uuid()
    await insertUpload(db, { id, uploadedByUserId: actor.id, name, contentType: 'application/octet-stream', size })
    return { file: { id, name }, upload: { protocol: 'tus' as const, url: `/api${uploadPath}/${id}` } }
  })
}

/** One's own upload that is not complete yet, whatever has arrived of it; nobody else's exists. */
export const getUpload = (ctx: Pick<Context, 'db' | 'claims'>, id: string): Promise<{ id: string; size: number }> =>
  readOnly(ctx, async ({ db }) => {
    const { status, size } = await getFile(db, id)
    if (status === 'ready') throw notFound('This upload')
    return { id, size }
  })

/** May be repeated. The bytes are read outside of any transaction. */
export async function completeUpload(ctx: Context, id: string): Promise<StoredFile> {
  const upload = await readOnly(ctx, ({ db }) => getFile(db, id))
  if (upload.status === 'ready') return toStoredFile(upload)
  const received = await ctx.files.received(id)
  if (received !== upload.size) {
    throw new AppError('conflict', `${received} of ${upload.size} bytes have arrived. Send the rest first.`)
  }

  await ctx.files.settle(id)
  const found = await examine(ctx.files, upload, ctx.config.fileMaxBytes)
  const refusal = refusalOf(ctx, upload, found)
  if (refusal) {
    await inTransaction(ctx, ({ db }) => deleteFile(db, id))
    await ctx.files.remove(id)
    throw refusal
  }
  return inTransaction(ctx, async ({ db }) => {
    const thumbnail = found.width === null ? 'none' : 'waiting'
    const isFirst = await finishUpload(db, id, { ...found, thumbnail })
    if (isFirst && thumbnail === 'waiting') await ctx.jobs.enqueue(db, thumbnails, { fileId: id })
    return toStoredFile(await getFile(db, id))
  })
}

/** What could not be known before the bytes were there. */
function refusalOf(
  { config }: Context,
  { name, size }: { name: string; size: number },
  { contentType, width, height }: Examined,
): AppError | undefined {
  if (size > config.fileMaxBytes && !contentType.startsWith('video/')) return tooLarge(name, config.fileMaxBytes)
  if ((width ?? 0) * (height ?? 0) <= config.imageMaxPixels) return undefined
  const millions = config.imageMaxPixels / 1_000_000
  return new AppError(
    'too_large',
    `${name} has more than ${millions} million pixels. Make it smaller, then add it again.`,
  )
}

const tooLarge = (name: string, bytes: number) =>
  new AppError('too_large', `${name} is larger than ${bytes / 1024 / 1024} MB, the most a file of its kind may have.`)

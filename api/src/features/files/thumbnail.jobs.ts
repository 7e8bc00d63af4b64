import type { Files } from '../../adapters/files/files.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../db/database.ts'
import { shrink } from './shrink.ts'

/** An image that cannot be read has none; a repeated job makes the same. */
export async function makeThumbnail(
  { config, db, files }: { config: Config; db: Db; files: Files },
  { fileId }: { fileId: string },
): Promise<void> {
  const waiting = await db
    .selectFrom('ticketAttachments')
    .select('id')
    .where('id', '=', fileId)
    .where('thumbnail', '=', 'waiting')
    .executeTakeFirst()
  if (!waiting) return

  const original = await bytesOf(files, fileId)
  const small = await shrink(original, config.imageMaxPixels).catch(() => null)
  if (small) await files.writeThumbnail(fileId, small)
  await db
    .updateTable('ticketAttachments')
    .set({ thumbnail: small ? 'ready' : 'none' })
    .where('id', '=', fileId)
    .execute()
}

async function bytesOf(files: Files, id: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of (await files.read(id, 'original')) as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

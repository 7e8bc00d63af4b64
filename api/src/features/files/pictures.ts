import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { Files } from '../../adapters/files/files.ts'
import type { Db } from '../../db/database.ts'
import { findPictures } from './files.queries.ts'

/** Ids of the pictures of each of these tickets, oldest first; of those the caller sees. */
export async function findPicturesOf(db: Db, ticketIds: string[]): Promise<Map<string, string[]>> {
  const pictures = new Map<string, string[]>()
  for (const { id, ticketId } of await findPictures(db, ticketIds)) {
    if (ticketId) pictures.set(ticketId, [...(pictures.get(ticketId) ?? []), id])
  }
  return pictures
}

/** The small picture as JPEG, for what cannot show WebP; undefined when it is gone meanwhile, or is none. */
export async function smallJpeg(files: Files, id: string): Promise<Buffer | undefined> {
  try {
    const bytes = await buffer(await files.read(id, 'thumbnail'))
    return await sharp(bytes).flatten({ background: 'white' }).jpeg({ quality: 75 }).toBuffer()
  } catch {
    return undefined
  }
}

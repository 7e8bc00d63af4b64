import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Files } from '../../adapters/files/files.ts'

/** What a file is, by its content. */
export interface Examined {
  contentType: string
  sha256: Buffer
  /** Of an image we can read, in pixels, turned as it is shown. */
  width: number | null
  height: number | null
}

const ENOUGH_TO_TELL = 64 * 1024
const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff']

/** A PNG says its size at once, but may hide gigabytes in packed words before its pixels, which are unpacked on the way. */
const PNG_HEAD = { start: 0, end: 256 * 1024 - 1 }

/** Reads it once, and again what is an image and not larger than images may be: no pixels are decoded, no archives unpacked. */
export async function examine(
  files: Files,
  { id, size }: { id: string; size: number },
  largestImage: number,
): Promise<Examined> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let headBytes = 0
  for await (const chunk of (await files.read(id, 'original')) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (headBytes < ENOUGH_TO_TELL) headBytes = head.push(chunk) && headBytes + chunk.length
  }
  const contentType = await typeOf(Buffer.concat(head))
  const isPicture = readable.includes(contentType) && size <= largestImage
  const pixels = isPicture ? await measure(files, id, contentType) : undefined
  return { contentType, sha256: hash.digest(), width: pixels?.width ?? null, height: pixels?.height ?? null }
}

async function typeOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined)
  return known?.mime ?? 'application/octet-stream'
}

/** undefined: it begins like an image, and is none. */
async function measure(
  files: Files,
  id: string,
  contentType: string,
): Promise<{ width: number; height: number } | undefined> {
  const bytes = await files.read(id, 'original', contentType === 'image/png' ? PNG_HEAD : undefined)
  const image = sharp({ limitInputPixels: false })
  bytes.on('error', (error) => image.destroy(error)).pipe(image)
  const metadata = await image.metadata().catch(() => undefined)
  bytes.destroy()
  return metadata?.autoOrient
}

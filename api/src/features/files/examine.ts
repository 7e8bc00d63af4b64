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

/** Reads it once, and of an image the head: nothing is decoded or unpacked here. */
export async function examine(files: Files, id: string): Promise<Examined> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let headBytes = 0
  for await (const chunk of (await files.read(id, 'original')) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (headBytes < ENOUGH_TO_TELL) headBytes = head.push(chunk) && headBytes + chunk.length
  }
  const contentType = await typeOf(Buffer.concat(head))
  const size = readable.includes(contentType) ? await measure(files, id) : undefined
  return { contentType, sha256: hash.digest(), width: size?.width ?? null, height: size?.height ?? null }
}

async function typeOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined)
  return known?.mime ?? 'application/octet-stream'
}

/** undefined: it begins like an image, and is none. */
async function measure(files: Files, id: string): Promise<{ width: number; height: number } | undefined> {
  const bytes = await files.read(id, 'original')
  const image = sharp({ limitInputPixels: false })
  bytes.on('error', (error) => image.destroy(error)).pipe(image)
  const metadata = await image.metadata().catch(() => undefined)
  bytes.destroy()
  return metadata?.autoOrient
}

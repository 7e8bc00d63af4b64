import { files, type StoredFile } from '@physique57/contracts'
import { call, newIdempotencyKey } from '../../lib/call.ts'
import { part } from '../../lib/missing-part.ts'

interface Watching {
  /** Between 0 and 1. */
  onProgress: (progress: number) => void
  signal: AbortSignal
}

const loadShrinker = part(() => import('./shrink-photo.ts'))
const loadSender = part(() => import('./send-bytes.ts'))

const prepare = async (file: File) => (await loadShrinker()).shrinkPhoto(file)

/** One file on its way. Asked again after a failure, it goes on where it stopped. */
export function fileOnItsWay(file: File) {
  const idempotencyKey = newIdempotencyKey()
  let prepared: Promise<File> | undefined
  return async ({ onProgress, signal }: Watching): Promise<StoredFile> => {
    prepared ??= prepare(file).catch((error: unknown) => {
      prepared = undefined
      throw error
    })
    const data = await prepared
    const body = { name: data.name || 'photo', size: data.size, type: data.type }
    const { file: started, upload } = await call(files.start, { body, idempotencyKey, signal })
    const { sendBytes } = await loadSender()
    await sendBytes(data, upload.url, { onProgress: (sent) => onProgress(sent / data.size), signal })
    return call(files.complete, { params: { id: started.id }, signal })
  }
}

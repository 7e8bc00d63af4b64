import type { StoredFile } from '@physique57/contracts'
import { create } from 'zustand'
import { newIdempotencyKey } from '../../lib/call.ts'
import { messageOf, OfflineError } from '../../lib/problem.ts'
import { fileOnItsWay } from './upload-file.ts'

/** A file between being chosen and being there. */
export interface Upload {
  key: string
  /** What it is being added to, such as `new-ticket:answers.photo`. */
  place: string
  name: string
  size: number
  /** Of an image, to show meanwhile. */
  preview: string | null
  /** Between 0 and 1. */
  progress: number
  /** Why it is not going on; `isOffline`: it will by itself. */
  failure: { why: string; isOffline: boolean } | null
}

/** `index` is its place among those that were chosen with it. */
type Arrived = (file: StoredFile, index: number) => void

interface Running {
  run: ReturnType<typeof fileOnItsWay>
  stop: AbortController
  onArrived: (file: StoredFile) => void
}

export const useUploadStore = create<{ uploads: Upload[] }>(() => ({ uploads: [] }))

const running = new Map<string, Running>()

const change = (key: string, changes: Partial<Upload>) =>
  useUploadStore.setState(({ uploads }) => ({
    uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)),
  }))

export function startUploads(place: string, files: readonly File[], onArrived: Arrived): void {
  const uploads = files.map((file, index) => {
    const key = newIdempotencyKey()
    running.set(key, {
      run: fileOnItsWay(file),
      stop: new AbortController(),
      onArrived: (there) => onArrived(there, index),
    })
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    return { key, place, name: file.name || 'photo', size: file.size, preview, progress: 0, failure: null }
  })
  useUploadStore.setState((before) => ({ uploads: [...before.uploads, ...uploads] }))
  for (const { key } of uploads) void goOn(key)
}

export async function goOn(key: string): Promise<void> {
  const upload = running.get(key)
  if (!upload) return
  change(key, { failure: null })
  await freeSlot()
  try {
    const { signal } = upload.stop
    const file = await upload.run({ onProgress: (progress) => change(key, { progress }), signal })
    if (signal.aborted) return
    upload.onArrived(file)
    forget(key)
  } catch (error) {
    if (running.has(key)) change(key, { failure: { why: messageOf(error), isOffline: error instanceof OfflineError } })
  } finally {
    giveSlotBack()
  }
}

export function cancelUpload(key: string): void {
  running.get(key)?.stop.abort()
  forget(key)
}

function forget(key: string) {
  running.delete(key)
  const preview = useUploadStore.getState().uploads.find((upload) => upload.key === key)?.preview
  if (preview) URL.revokeObjectURL(preview)
  useUploadStore.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.key !== key) }))
}

const uploadsAt = (place: string) =>
  useUploadStore.getState().uploads.filter((upload) => upload.place.startsWith(place))

/** Once nothing is on its way there any more. False: something has not arrived, and does not go on by itself. */
export function uploadsArrived(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const left = uploadsAt(place)
      if (left.some(({ failure }) => !failure || failure.isOffline)) return
      unsubscribe()
      resolve(left.length === 0)
    }
    const unsubscribe = useUploadStore.subscribe(look)
    look()
  })
}

// two at a time, so that the line and the connections of the browser are also there for the rest of the page
let free = 2
const queue: (() => void)[] = []

async function freeSlot(): Promise<void> {
  if (free > 0) {
    free--
    return
  }
  await new Promise<void>((resolve) => queue.push(resolve))
}

function giveSlotBack() {
  const next = queue.shift()
  if (next) next()
  else free++
}

window.addEventListener('online', () => {
  for (const { key, failure } of useUploadStore.getState().uploads) if (failure?.isOffline) void goOn(key)
})

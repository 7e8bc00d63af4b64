import { type Id, maxFilesAtOnce, type StoredFile } from '@physique57/contracts'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { toast } from '../../components/ui/toast.tsx'
import { fileQueries } from './api.ts'
import { inOrder } from './in-order.ts'
import { cancelUpload, startUploads, useUploadStore } from './upload-store.ts'

export type Uploads = ReturnType<typeof useUploads>

/**
 * Files being added to something: `ids` are those that are there, the rest is on its way. `place` names what they are added to;
 * when it goes, so does what has not arrived.
 */
export function useUploads(place: string, ids: Id[], onChange: (ids: Id[]) => void) {
  const client = useQueryClient()
  const arriving = useUploadStore(useShallow(({ uploads }) => uploads.filter((upload) => upload.place === place)))
  const known = useQueries({ queries: ids.map((id) => fileQueries.info(id)) })
  const latest = useRef({ ids, onChange })
  useEffect(() => {
    latest.current = { ids, onChange }
  })
  useEffect(
    () => () => {
      for (const { key, place: at } of useUploadStore.getState().uploads) if (at === place) cancelUpload(key)
    },
    [place],
  )

  const set = (next: Id[]) => {
    // several may arrive before the next drawing
    latest.current.ids = next
    latest.current.onChange(next)
  }
  const order = useRef({ count: 0, turns: new Map<Id, number>() })
  const arrived = (file: StoredFile, turn: number) => {
    client.setQueryData(fileQueries.info(file.id).queryKey, file)
    order.current.turns.set(file.id, turn)
    set(inOrder(latest.current.ids, file.id, order.current.turns))
  }
  return {
    arriving,
    /** `file` is undefined while it is asked for, and null when it is gone. */
    arrived: ids.map((id, index) => ({ id, file: known[index]?.data })),
    count: ids.length + arriving.length,
    add: (chosen: readonly File[]) => {
      const files = chosen.filter(({ size }) => size > 0)
      if (files.length < chosen.length) toast.error('An empty file was not added.')
      const room = maxFilesAtOnce - latest.current.ids.length - arriving.length
      if (files.length > room) toast.error(`At most ${maxFilesAtOnce} files at once. The others were not added.`)
      const added = files.slice(0, Math.max(0, room))
      const first = order.current.count
      order.current.count += added.length
      startUploads(place, added, (file, index) => arrived(file, first + index))
    },
    remove: (id: Id) => set(latest.current.ids.filter((each) => each !== id)),
  }
}

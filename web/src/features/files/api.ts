import { files, type Id, type StoredFile } from '@physique57/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const fileQueries = {
  /** null: it is gone. */
  info: (id: Id) =>
    queryOptions<StoredFile | null>({
      queryKey: ['files', id],
      queryFn: async () => (await call(files.list, { query: { ids: id } })).items[0] ?? null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
}

/** The browser adds the cookie that lets it see files. */
export const fileUrl = ({ id }: { id: Id }): string => `/api/files/${id}`
export const downloadUrl = (file: { id: Id }): string => `${fileUrl(file)}?download=true`

/** What to show of it in small; null when there is nothing to see. */
export function pictureUrl(file: StoredFile): string | null {
  if (file.hasThumbnail) return `${fileUrl(file)}/thumbnail`
  return isPhoto(file) ? fileUrl(file) : null
}

export const isPhoto = ({ type, isShownInline }: StoredFile): boolean => isShownInline && type.startsWith('image/')
export const isVideo = ({ type, isShownInline }: StoredFile): boolean => isShownInline && type.startsWith('video/')

import type { StoredFile } from '@physique57/contracts'
import type { FileRow } from './files.queries.ts'
import { isShownInline } from './shown-inline.ts'

export const toStoredFile = (row: FileRow): StoredFile => ({
  id: row.id,
  name: row.name,
  type: row.contentType,
  size: row.size,
  width: row.width,
  height: row.height,
  hasThumbnail: row.thumbnail === 'ready',
  isShownInline: isShownInline(row),
  uploader: { id: row.uploadedByUserId, name: row.uploaderName },
  createdAt: row.createdAt.toISOString(),
})

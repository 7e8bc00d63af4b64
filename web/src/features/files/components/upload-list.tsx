import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'
import type { Uploads } from '../use-uploads.ts'

const load = () => import('./upload-rows.tsx')
const UploadRows = lazyPart(load)

/** What has been added so far; before the first file there is nothing to show, nor to load. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  useFetchQuietly(load)
  if (uploads.count === 0) return null
  const count = uploads.count === 1 ? '1 file is added' : `${uploads.count} files are added`
  return (
    <Part fallback={<p className="text-ink-3">{count}</p>}>
      <UploadRows uploads={uploads} />
    </Part>
  )
}

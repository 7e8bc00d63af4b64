import type { Attachment } from '@physique57/contracts'
import { useState } from 'react'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { OpenedPart } from '../../../components/ui/opened-part.tsx'
import { cx } from '../../../lib/cx.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { isPhoto } from '../api.ts'
import { useRemoveFile } from '../use-remove-file.ts'
import { FilePicture } from './file-picture.tsx'

const loadViewer = () => import('./file-viewer.tsx')
const FileViewer = lazyPart(loadViewer)

interface AttachmentsProps {
  ticketId: string
  files: Attachment[]
  className?: string
}

/** Files in small, side by side; each opens in the viewer. */
export function Attachments({ ticketId, files, className }: AttachmentsProps) {
  // which one is kept while the viewer closes
  const [shownId, setShownId] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [doomed, setDoomed] = useState<Attachment | null>(null)
  const remove = useRemoveFile(ticketId, () => setDoomed(null))
  if (files.length === 0) return null
  return (
    <>
      <ul aria-label="Files" className={cx('flex flex-wrap gap-2', className)}>
        {files.map((file) => (
          <li key={file.id} className="max-w-full">
            <button
              type="button"
              aria-label={`Open ${file.name}`}
              onClick={() => {
                setShownId(file.id)
                setOpen(true)
              }}
              className="flex max-w-full items-center gap-2 rounded-md text-left hover:opacity-90"
            >
              <FilePicture file={file} />
              {!isPhoto(file) && <span className="clip max-w-44 pr-1 text-sm touch:text-base">{file.name}</span>}
            </button>
          </li>
        ))}
      </ul>
      <OpenedPart isOpen={isOpen} onClose={() => setOpen(false)} load={loadViewer}>
        <FileViewer
          files={files}
          shown={files.find(({ id }) => id === shownId)}
          isOpen={isOpen}
          onShow={setShownId}
          onClose={() => setOpen(false)}
          onRemove={(file) => {
            setOpen(false)
            setDoomed(file)
          }}
        />
      </OpenedPart>
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title={`Remove ${doomed?.name ?? 'the file'}?`}
        confirm="Remove file"
        danger
        busy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed)}
      >
        It is deleted for everybody and cannot be brought back. The activity keeps that it was there.
      </ConfirmDialog>
    </>
  )
}

import { Dialog as Base } from '@base-ui/react/dialog'
import type { Attachment } from '@physique57/contracts'
import { ChevronLeft, ChevronRight, Download, ExternalLink, Trash2, X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { dialogBackdropClass } from '../../../components/ui/dialog-face.tsx'
import { formatBytes, formatDateTime } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { downloadUrl, fileUrl, isPhoto, isVideo } from '../api.ts'
import { FileLink } from './file-link.tsx'
import { FilePicture } from './file-picture.tsx'

interface FileViewerProps {
  files: Attachment[]
  shown: Attachment | undefined
  isOpen: boolean
  onShow: (id: string) => void
  onClose: () => void
  onRemove: (file: Attachment) => void
}

/** One file after the other, as large as the screen allows. Arrow keys go on and back. */
export default function FileViewer({ files, shown: file, isOpen, onShow, onClose, onRemove }: FileViewerProps) {
  const zone = useTimeZone()
  const close = useRef<HTMLButtonElement>(null)
  const index = file ? files.indexOf(file) : -1
  const [before, after] = [files[index - 1], files[index + 1]]
  return (
    <Base.Root open={isOpen && file !== undefined} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        {file && (
          <Base.Popup
            initialFocus={close}
            onKeyDown={({ key }) => {
              const next = key === 'ArrowLeft' ? before : key === 'ArrowRight' ? after : undefined
              if (next) onShow(next.id)
            }}
            className="overlay-in fixed inset-0 z-40 flex flex-col bg-raised text-ink shadow-dialog outline-none md:inset-6 md:rounded-lg"
          >
            <header className="flex flex-none items-center gap-1 border-line border-b py-1 pr-1 pl-4 md:py-2 md:pr-2">
              <div className="min-w-0 flex-1">
                <Base.Title className="clip font-semibold text-base touch:text-lg">{file.name}</Base.Title>
                <p className="clip num text-ink-3 text-xs touch:text-sm">
                  {formatBytes(file.size)}, {file.uploader.name}, {formatDateTime(file.createdAt, zone)}
                </p>
              </div>
              {file.canRemove && <IconButton label="Remove" icon={Trash2} onClick={() => onRemove(file)} />}
              <Base.Close ref={close} render={<IconButton label="Close" icon={X} />} />
            </header>
            <div className="relative min-h-0 flex-1">
              <div className="absolute inset-4 grid place-items-center md:inset-x-16">
                <Content file={file} />
              </div>
              {before && (
                <IconButton
                  label="Previous file"
                  icon={ChevronLeft}
                  variant="outline"
                  onClick={() => onShow(before.id)}
                  className="absolute! top-1/2 left-3 -translate-y-1/2"
                />
              )}
              {after && (
                <IconButton
                  label="Next file"
                  icon={ChevronRight}
                  variant="outline"
                  onClick={() => onShow(after.id)}
                  className="absolute! top-1/2 right-3 -translate-y-1/2"
                />
              )}
            </div>
            <footer className="flex flex-none items-center gap-2 border-line border-t px-4 py-2">
              <span className="num flex-1 text-ink-3 text-sm">
                {files.length > 1 && `${index + 1} of ${files.length}`}
              </span>
              {file.isShownInline && (
                <FileLink href={fileUrl(file)} target="_blank" icon={ExternalLink}>
                  Open in a tab
                </FileLink>
              )}
              <FileLink href={downloadUrl(file)} download={file.name} icon={Download}>
                Save
              </FileLink>
            </footer>
          </Base.Popup>
        )}
      </Base.Portal>
    </Base.Root>
  )
}

function Content({ file }: { file: Attachment }) {
  if (isPhoto(file)) {
    return (
      <img key={file.id} src={fileUrl(file)} alt={file.name} className="absolute inset-0 size-full object-scale-down" />
    )
  }
  if (isVideo(file)) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody writes captions for what a phone has filmed
      <video key={file.id} src={fileUrl(file)} controls aria-label={file.name} className="absolute inset-0 size-full" />
    )
  }
  return (
    <div className="grid justify-items-center gap-3 text-center">
      <FilePicture file={file} />
      <p className="max-w-80 text-ink-2 [overflow-wrap:anywhere]">
        {file.isShownInline
          ? 'This opens in a tab of its own.'
          : 'This kind of file is not shown here. Save it to open it.'}
      </p>
    </div>
  )
}

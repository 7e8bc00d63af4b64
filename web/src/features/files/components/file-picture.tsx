import type { StoredFile } from '@physique57/contracts'
import { File, FileText, Film, Image } from 'lucide-react'
import { pictureUrl } from '../api.ts'

/** The small picture of a file, or the kind of file it is. */
export function FilePicture({ file }: { file: StoredFile }) {
  return <Picture url={pictureUrl(file)} type={file.type} />
}

interface PictureProps {
  url: string | null
  type: string
}

export function Picture({ url, type }: PictureProps) {
  const Icon = iconOf(type)
  return (
    <span className="grid h-16 w-22 flex-none place-items-center overflow-hidden rounded-md border border-line bg-pressed">
      {url ? (
        // its name stands beside it
        <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        <Icon aria-hidden className="size-5 text-ink-3" strokeWidth={1.75} />
      )}
    </span>
  )
}

function iconOf(type: string) {
  if (type.startsWith('image/')) return Image
  if (type.startsWith('video/')) return Film
  return type === 'application/pdf' || type.startsWith('text/') ? FileText : File
}

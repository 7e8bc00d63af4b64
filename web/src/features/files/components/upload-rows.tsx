import { RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { formatBytes } from '../../../lib/format.ts'
import { cancelUpload, goOn, type Upload } from '../upload-store.ts'
import type { Uploads } from '../use-uploads.ts'
import { FilePicture, Picture } from './file-picture.tsx'

/** What has been added so far, each with what can be done about it. */
export default function UploadRows({ uploads }: { uploads: Uploads }) {
  return (
    <ul aria-label="Added files" className="grid gap-2">
      {uploads.arrived.map(({ id, file }) => (
        <Row
          key={id}
          picture={file ? <FilePicture file={file} /> : <Picture url={null} type="" />}
          name={file?.name ?? (file === null ? 'A file that is no longer there' : 'A file')}
          note={file ? formatBytes(file.size) : file === null ? 'Take it out, and add it again' : ''}
          actions={
            <IconButton label={`Take out ${file?.name ?? 'the file'}`} icon={X} onClick={() => uploads.remove(id)} />
          }
        />
      ))}
      {uploads.arriving.map((upload) => (
        <Arriving key={upload.key} upload={upload} />
      ))}
    </ul>
  )
}

function Arriving({ upload: { key, name, size, preview, progress, failure } }: { upload: Upload }) {
  const percent = Math.floor(progress * 100)
  return (
    <Row
      picture={<Picture url={preview} type="" />}
      name={name}
      note={failure ? '' : progress === 0 ? 'Getting ready' : `${percent} % of ${formatBytes(size)}`}
      actions={
        <>
          {failure && <IconButton label={`Try ${name} again`} icon={RotateCw} onClick={() => void goOn(key)} />}
          <Button variant="ghost" aria-label={`Cancel ${name}`} onClick={() => cancelUpload(key)}>
            Cancel
          </Button>
        </>
      }
    >
      {failure ? (
        <span role="alert" className="text-red text-xs touch:text-sm">
          {failure.isOffline ? 'The connection broke. It goes on once it is back.' : failure.why}
        </span>
      ) : (
        <progress
          aria-label={`${name} is being sent`}
          value={percent}
          max={100}
          className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-full bg-pressed [&::-moz-progress-bar]:bg-ink-2 [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-ink-2"
        />
      )}
    </Row>
  )
}

interface RowProps {
  picture: ReactNode
  name: string
  note: string
  actions: ReactNode
  children?: ReactNode
}

function Row({ picture, name, note, actions, children }: RowProps) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      {picture}
      <div className="min-w-0 flex-1 text-sm touch:text-base">
        <div className="flex min-w-0 items-baseline gap-x-1.5 touch:flex-col">
          <span className="clip max-w-full font-medium">{name}</span>
          <span className="num flex-none text-ink-3">{note}</span>
        </div>
        {children}
      </div>
      <div className="flex flex-none items-center gap-1">{actions}</div>
    </li>
  )
}

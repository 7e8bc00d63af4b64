import { Camera, Paperclip } from 'lucide-react'
import { useFieldGroup } from '../../../components/ui/field.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsTouch } from '../../../lib/media.ts'
import { useFileDrop } from '../use-file-drop.ts'
import type { Uploads } from '../use-uploads.ts'
import { ChooseFiles } from './choose-files.tsx'
import { UploadList } from './upload-list.tsx'

interface FileUploaderProps {
  uploads: Uploads
  /** Only photos are asked for. */
  photos?: boolean
}

/** Takes files: chosen, from the camera, dropped or pasted; shows each on its way and once it is there. */
export function FileUploader({ uploads, photos = false }: FileUploaderProps) {
  const group = useFieldGroup()
  const isTouch = useIsTouch()
  const { isOver, target } = useFileDrop(uploads.add)
  return (
    <fieldset
      {...group}
      {...target}
      tabIndex={-1}
      className={cx(
        'grid min-w-0 gap-2 rounded-lg border border-dashed p-2 outline-none touch:p-3',
        isOver ? 'border-accent bg-accent-tint' : group['aria-invalid'] ? 'border-red' : 'border-control',
      )}
    >
      <UploadList uploads={uploads} />
      <div className="flex flex-wrap items-center gap-2">
        {isTouch && <ChooseFiles label="Take a photo" icon={Camera} camera onChoose={uploads.add} />}
        <ChooseFiles
          label={photos ? 'Choose photos' : 'Choose files'}
          icon={Paperclip}
          photos={photos}
          onChoose={uploads.add}
        />
        {!isTouch && <span className="text-ink-3 text-xs">or drop or paste {photos ? 'one' : 'them'} here</span>}
      </div>
    </fieldset>
  )
}

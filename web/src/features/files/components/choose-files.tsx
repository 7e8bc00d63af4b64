import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '../../../components/ui/button.tsx'

interface ChooseFilesProps {
  label: string
  icon: LucideIcon
  onChoose: (files: File[]) => void
  /** Only photos can be chosen. */
  photos?: boolean
  /** Straight to the camera, on devices that have one. */
  camera?: boolean
  /** Only its icon shows. */
  iconOnly?: 'outline' | 'ghost'
}

/** Opens the camera, or what the device has for choosing files. */
export function ChooseFiles({ label, icon, onChoose, photos = false, camera = false, iconOnly }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        multiple={!camera}
        accept={photos || camera ? 'image/*' : undefined}
        capture={camera ? 'environment' : undefined}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])])
          // the same file can be chosen again after it was taken out
          currentTarget.value = ''
        }}
      />
      {iconOnly ? (
        <IconButton label={label} icon={icon} variant={iconOnly} onClick={open} />
      ) : (
        <Button icon={icon} onClick={open}>
          {label}
        </Button>
      )}
    </>
  )
}

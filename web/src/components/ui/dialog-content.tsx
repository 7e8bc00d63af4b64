import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { cx } from '../../lib/cx.ts'
import { IconButton } from './button.tsx'
import type { DialogProps } from './dialog.tsx'
import { DialogFace, dialogBackdropClass, dialogTitleClass } from './dialog-face.tsx'

const widths = { md: 'md:w-110', lg: 'md:w-150', xl: 'md:w-190' } as const

export default function DialogContent({
  open,
  onOpenChange,
  title,
  children,
  footer,
  initialFocus,
  width = 'md',
  role = 'dialog',
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  // a finger that opened it would bring the keyboard over it
  const firstField = (by: string) =>
    by === 'touch' ||
    (popup.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, [role=combobox]') ?? true)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        <Base.Popup
          role={role}
          ref={popup}
          initialFocus={initialFocus ?? firstField}
          className={cx(
            'overlay-in fixed z-40 flex max-h-[min(720px,calc(100dvh-48px))] flex-col bg-raised text-ink shadow-dialog outline-none',
            'inset-x-0 bottom-0 rounded-t-lg md:mx-auto md:top-[min(16vh,160px)] md:bottom-auto md:max-h-[calc(100dvh-min(16vh,160px)-24px)] md:max-w-[calc(100vw-48px)] md:rounded-lg',
            widths[width],
          )}
        >
          <DialogFace
            title={<Base.Title className={dialogTitleClass}>{title}</Base.Title>}
            close={<Base.Close render={<IconButton icon={X} label="Close" size="sm" />} />}
            footer={footer}
          >
            {children}
          </DialogFace>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { cx } from '../../lib/cx.ts'
import { IconButton } from './button.tsx'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  children?: ReactNode
  /** Buttons, the deciding one last. */
  footer?: ReactNode
  initialFocus?: RefObject<HTMLElement | null> | undefined
  width?: keyof typeof widths
  role?: 'dialog' | 'alertdialog'
}

/** `xl` holds a form as wide as the page that logs a ticket. */
const widths = { md: 'md:w-110', lg: 'md:w-150', xl: 'md:w-190' } as const

/** Modal: keeps the focus and gives it back. On a phone it sits at the bottom edge, near the thumb. */
export function Dialog({
  open,
  onOpenChange,
  title,
  children,
  footer,
  initialFocus,
  width = 'md',
  role = 'dialog',
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        <Base.Popup
          role={role}
          initialFocus={initialFocus}
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

interface DialogFaceProps {
  title: ReactNode
  close: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** What a dialog shows, apart from how it opens and closes. */
export function DialogFace({ title, close, footer, children }: DialogFaceProps) {
  return (
    <>
      <div className="flex flex-none items-center gap-2 pt-4 pr-4 pl-5 max-md:pt-1 max-md:pr-1 max-md:pl-4">
        {title}
        {close}
      </div>
      <div className="grid min-h-0 gap-4 overflow-y-auto px-5 pt-2 pb-5 text-ink-2 max-md:px-4 touch:text-lg">
        {children}
      </div>
      {footer && (
        <div className="flex flex-none items-center justify-end gap-2 border-t border-line px-5 py-3 max-md:px-4 max-md:pb-[max(12px,env(safe-area-inset-bottom))] max-md:*:flex-1">
          {footer}
        </div>
      )}
    </>
  )
}

export const dialogTitleClass = 'flex-1 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]'

export const dialogBackdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-140 data-ending-style:opacity-0 data-ending-style:transition-none data-starting-style:opacity-0'

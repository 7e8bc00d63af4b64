import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { IconButton } from './button.tsx'
import { dialogBackdropClass } from './dialog-face.tsx'
import type { SheetProps } from './sheet.tsx'

export default function SheetContent({ open, onOpenChange, title, children, footer }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        <Base.Popup className="overlay-in fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] flex-col rounded-t-lg bg-raised text-ink shadow-dialog outline-none md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:w-100 md:rounded-none">
          <div className="flex flex-none items-center gap-2 py-1 pr-1 pl-4 md:h-(--topbar) md:pr-3 md:pl-5">
            <Base.Title className="flex-1 text-lg font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain border-t border-line pb-[env(safe-area-inset-bottom)]">
            {children}
          </div>
          {footer && (
            <div className="flex flex-none gap-2 border-t border-line px-4 py-3 max-md:*:flex-1">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

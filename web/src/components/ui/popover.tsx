import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { overlayBackdropClass } from './overlay.ts'

interface PopoverProps {
  trigger: ReactElement
  /** Its name; shown when `showTitle`, read out in any case. */
  title: string
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  /** For an explanation: opens on hover and focus too. */
  openOnHover?: boolean
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** Anything beside its trigger; a bottom sheet on a phone. */
export function Popover(props: PopoverProps) {
  const { trigger, title, children, align = 'start', openOnHover = false, open, onOpenChange, className } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} openOnHover={openOnHover} delay={200} />
      <Base.Portal>
        <Base.Backdrop className={overlayBackdropClass} />
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="sheet-positioner z-40">
          <Base.Popup
            aria-label={title}
            className={cx(
              'overlay-in max-h-(--available-height) overflow-y-auto overscroll-contain rounded-lg bg-raised text-ink shadow-overlay outline-none max-md:max-h-[85dvh] max-md:rounded-b-none max-md:pb-[env(safe-area-inset-bottom)] max-md:shadow-dialog',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Closes the popover around it. */
export const PopoverClose = Base.Close

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { overlayBackdropClass, panelClass } from './overlay.ts'
import type { OverlayProps } from './overlay-trigger.ts'

export interface PopoverContentProps extends OverlayProps {
  title: string
  align: 'start' | 'center' | 'end'
  className?: string | undefined
  children: ReactNode
}

export default function PopoverContent(props: PopoverContentProps) {
  const { open, onOpenChange, anchor, title, align, className, children } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={overlayBackdropClass} />
        <Base.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="sheet-positioner z-40"
        >
          <Base.Popup aria-label={title} finalFocus={anchor} className={cx(panelClass, className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

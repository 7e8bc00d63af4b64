import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { overlayBackdropClass, panelClass } from './overlay.ts'
import type { OverlayProps } from './overlay-trigger.ts'
import type { Hover } from './use-hover.ts'

export interface PopoverContentProps extends OverlayProps {
  hover: Hover | undefined
  title: string
  align: 'start' | 'center' | 'end'
  className?: string | undefined
  children: ReactNode
}

export default function PopoverContent(props: PopoverContentProps) {
  const { open, onOpenChange, anchor, finalFocus = anchor, hover, title, align, className, children } = props
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
          <Base.Popup
            aria-label={title}
            initialFocus={hover && !hover.takesFocus ? false : undefined}
            finalFocus={hover && !hover.takesFocus ? false : finalFocus}
            onPointerEnter={hover?.onPointerEnter}
            onPointerLeave={hover?.onPointerLeave}
            className={cx(panelClass, className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

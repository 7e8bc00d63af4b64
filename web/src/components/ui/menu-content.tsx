import { Menu as Base } from '@base-ui/react/menu'
import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from '../../lib/cx.ts'
import { MenuParts } from './menu-parts.ts'
import { overlayBackdropClass, overlayListClass } from './overlay.ts'
import type { OverlayProps } from './overlay-trigger.ts'

export interface MenuContentProps extends OverlayProps {
  align: 'start' | 'center' | 'end'
  side: 'bottom' | 'top'
  /** Its name, where no button stands for it. */
  label?: string
  children: ReactNode
}

export default function MenuContent({
  open,
  onOpenChange,
  anchor,
  finalFocus = anchor,
  triggerId,
  isByPointer,
  align,
  side,
  label,
  children,
}: MenuContentProps) {
  const popup = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open || isByPointer) return
    // the menu takes the focus first, as it opens
    const next = requestAnimationFrame(() =>
      popup.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')?.focus(),
    )
    return () => cancelAnimationFrame(next)
  }, [open, isByPointer])
  return (
    <Base.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={overlayBackdropClass} />
        <Base.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="sheet-positioner z-40 outline-none"
        >
          <Base.Popup
            ref={popup}
            aria-labelledby={triggerId || undefined}
            aria-label={label}
            finalFocus={finalFocus}
            className={cx(overlayListClass, 'md:max-h-(--available-height) md:min-w-50')}
          >
            <MenuParts value={Base}>{children}</MenuParts>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

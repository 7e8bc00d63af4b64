import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { overlayBackdropClass, panelClass } from './overlay.ts'

interface ExplainProps {
  /** A button that shows the fact. */
  trigger: ReactElement
  /** Read out as its name. */
  title: string
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  className?: string
}

/** Why something is as it is (a clock, a decision): opens on hover as well as on a press. */
export function Explain({ trigger, title, children, align = 'start', className }: ExplainProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} openOnHover delay={200} />
      <Base.Portal>
        <Base.Backdrop className={overlayBackdropClass} />
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="sheet-positioner z-40">
          <Base.Popup aria-label={title} className={cx(panelClass, className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

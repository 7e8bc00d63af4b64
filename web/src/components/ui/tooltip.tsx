import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from './kbd.tsx'

interface TooltipProps {
  text: string
  shortcut?: string | undefined
  /** The element it explains; it must take a ref and be focusable. */
  children: ReactElement
  side?: 'top' | 'bottom' | 'left' | 'right'
}

/** Explains on hover and focus. It is not read out on its own: the element carries its own name. */
export function Tooltip({ text, shortcut, children, side = 'bottom' }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            data-on-fill
            className="overlay-in inline-flex max-w-70 items-center gap-2 rounded-md bg-inverse px-2 py-1 text-xs font-medium text-on-inverse"
          >
            {text}
            {shortcut && <Kbd keys={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export const TooltipProvider = Base.Provider

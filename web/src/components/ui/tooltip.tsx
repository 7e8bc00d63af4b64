import { cloneElement, type ReactElement } from 'react'

interface TooltipProps {
  text: string
  shortcut?: string | undefined
  /** The element it explains; it must pass unknown attributes on and be focusable. */
  children: ReactElement<Record<string, unknown>>
  side?: 'bottom' | 'right'
}

/**
 * Explains on hover and focus. Only marks the element: one `TooltipLayer` shows whichever is asked for, so that a list of
 * hundreds costs nothing. It is not read out on its own: the element carries its own name.
 */
export function Tooltip({ text, shortcut, children, side = 'bottom' }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': text, 'data-tooltip-keys': shortcut, 'data-tooltip-side': side })
}

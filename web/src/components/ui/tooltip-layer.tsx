import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../../lib/cx.ts'
import { Kbd } from './kbd.tsx'
import { watchTooltips } from './watch-tooltips.ts'

const GAP = 6
const EDGE = 8

/** Shows the tooltip of whatever is hovered or focused; once, at the top of the app. */
export function TooltipLayer() {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const tip = useRef<HTMLDivElement>(null)
  useEffect(() => watchTooltips(setTarget), [])
  useLayoutEffect(() => {
    if (target && tip.current) place(tip.current, target)
  }, [target])

  if (!target) return null
  const { tooltip, tooltipKeys } = target.dataset
  return (
    <div
      ref={tip}
      role="tooltip"
      data-on-fill
      data-tooltip-layer
      className={cx(tooltipClass, 'pointer-events-auto fixed z-60')}
    >
      {tooltip}
      {tooltipKeys && <Kbd keys={tooltipKeys} />}
    </div>
  )
}

export const tooltipClass =
  'inline-flex w-max max-w-[min(280px,calc(100vw-16px))] items-center gap-2 rounded-md bg-inverse px-2 py-1 text-xs font-medium text-on-inverse'

/** Below the element, above it where there is no room, at its right in a rail; never outside the window. */
function place(tip: HTMLElement, target: HTMLElement): void {
  const anchor = target.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const atRight = target.dataset.tooltipSide === 'right'
  const below = anchor.bottom + GAP + height < window.innerHeight - EDGE
  const top = atRight
    ? anchor.top + (anchor.height - height) / 2
    : below
      ? anchor.bottom + GAP
      : anchor.top - GAP - height
  const left = atRight ? anchor.right + GAP : anchor.left + (anchor.width - width) / 2
  tip.style.top = `${top}px`
  tip.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - EDGE - width))}px`
}

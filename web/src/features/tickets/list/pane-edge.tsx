import type { KeyboardEvent, PointerEvent } from 'react'
import { useUi } from '../../../stores/ui-store.ts'
import { NARROWEST, paneWidth, widestPane } from './pane-width.ts'

const STEP = 16

/** Between list and ticket: pulled, or moved with the arrow keys. */
export function PaneEdge() {
  const { paneWidth: width, setPaneWidth } = useUi()
  const resize = (wanted: number) => setPaneWidth(paneWidth(wanted, window.innerWidth))
  const byKeys = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: Infinity, End: 0 }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    resize(wanted)
  }
  const pull = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between lines of text cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the ticket"
      aria-orientation="vertical"
      aria-controls="ticket-pane"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={widestPane(window.innerWidth)}
      aria-valuetext={`${width} pixels`}
      onKeyDown={byKeys}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={pull}
      className="relative w-px flex-none cursor-col-resize touch-none bg-line-strong outline-none after:absolute after:inset-y-0 after:-left-1 after:z-10 after:w-2 focus-visible:after:bg-focus max-xl:hidden"
    />
  )
}

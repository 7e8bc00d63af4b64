import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

const HELD = 450
/** A finger is never quite still; further than this it scrolls. */
const STILL = 10

/** Hears a finger that rests on the element; what the browser would do then (its menu, a click afterwards) is left out. */
export function useLongPress(onLongPress: () => void) {
  const press = useRef<{ x: number; y: number; timer: number; wasLong: boolean }>(undefined)
  const stop = () => clearTimeout(press.current?.timer)
  useEffect(() => () => clearTimeout(press.current?.timer), [])
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      stop()
      press.current = undefined
      if (pointerType === 'mouse') return
      const timer = window.setTimeout(() => {
        if (press.current) press.current.wasLong = true
        onLongPress()
      }, HELD)
      press.current = { x: clientX, y: clientY, timer, wasLong: false }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const begun = press.current
      if (begun && Math.hypot(clientX - begun.x, clientY - begun.y) > STILL) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => {
      if (press.current) event.preventDefault()
    },
    onClickCapture: (event: MouseEvent) => {
      // a press of a key counts no clicks
      if (!press.current?.wasLong || event.detail === 0) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

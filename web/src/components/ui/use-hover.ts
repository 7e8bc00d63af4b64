import { type PointerEvent, useEffect, useRef, useState } from 'react'

const OPENS_AFTER = 200
/** Long enough to get from a trigger into what it opened. */
const CLOSES_AFTER = 300

type How = 'closed' | 'hovered' | 'pressed'

/** For an overlay that a resting mouse opens for as long as it rests, and a press for good. */
export function useHover() {
  const [how, setHow] = useState<How>('closed')
  // also said while it closes
  const [opened, setOpened] = useState<How>('closed')
  if (how !== 'closed' && how !== opened) setOpened(how)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])

  const later = (from: How, to: How, delay: number) => (event: PointerEvent) => {
    clearTimeout(waiting.current)
    if (event.pointerType !== 'mouse') return
    waiting.current = setTimeout(() => setHow((now) => (now === from ? to : now)), delay)
  }
  return {
    open: how === 'pressed',
    onOpenChange: (open: boolean) => {
      clearTimeout(waiting.current)
      setHow(open ? 'pressed' : 'closed')
    },
    hover: {
      isOpen: how === 'hovered',
      /** Who only passes with the mouse keeps the focus where it is, all the time. */
      takesFocus: opened === 'pressed',
      onPointerEnter: later('closed', 'hovered', OPENS_AFTER),
      onPointerLeave: later('hovered', 'closed', CLOSES_AFTER),
    },
  }
}

export type Hover = ReturnType<typeof useHover>['hover']

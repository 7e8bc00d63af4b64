import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type RefObject,
  useId,
  useRef,
  useState,
} from 'react'
import { sayMissing } from './say-missing.ts'
import type { Hover } from './use-hover.ts'

export interface OverlayTriggerProps {
  /** The button that opens it; it must take a ref and pass unknown attributes on. */
  trigger: ReactElement<Record<string, unknown>>
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where a resting mouse opens it too. */
  hover?: Hover
  /** Where the focus goes back to when a shortcut opened it; empty, it goes to the trigger. */
  returnTo?: RefObject<HTMLElement | null>
}

/** What a lazily loaded overlay needs to know of its trigger. */
export interface OverlayProps {
  open: boolean
  onOpenChange: (open: boolean, why: { reason: string; event: Event; cancel: () => void }) => void
  anchor: RefObject<HTMLElement | null>
  triggerId: string
  /** Where the focus goes afterwards, if not to the anchor. */
  finalFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null)
  /** And not by keys, which go on inside of it. */
  isByPointer: boolean
}

/**
 * A trigger whose overlay is code loaded when it is first needed: the pointer or the focus coming near fetches it, a press opens
 * it. Keeps the first load of the app small, as most menus are never opened.
 */
export function useOverlayTrigger(
  props: OverlayTriggerProps,
  kind: 'menu' | 'dialog',
  preload: () => Promise<unknown>,
) {
  const [ownOpen, setOwnOpen] = useState(false)
  const { hover } = props
  const isPressed = props.open ?? ownOpen
  const open = isPressed || hover?.isOpen === true
  const [wasOpened, setWasOpened] = useState(open)
  const [isByPointer, setByPointer] = useState(false)
  const anchor = useRef<HTMLElement>(null)
  const triggerId = useId()
  if (open && !wasOpened) setWasOpened(true)

  const change = (next: boolean, byPointer = false): void => {
    setByPointer(byPointer)
    setOwnOpen(next)
    props.onOpenChange?.(next)
  }
  /** Its code did not come; the next press asks for it again. */
  const giveUp = (): void => {
    setWasOpened(false)
    change(false)
    sayMissing()
  }
  const fetchSoon = (): void => void preload().catch(() => undefined)
  const given = props.trigger.props
  const trigger = cloneElement(props.trigger, {
    ref: anchor,
    id: given.id ?? triggerId,
    'aria-haspopup': kind,
    'aria-expanded': open,
    onPointerEnter: (event: PointerEvent) => {
      fetchSoon()
      hover?.onPointerEnter(event)
    },
    onPointerLeave: hover?.onPointerLeave,
    onFocus: fetchSoon,
    // a press of a key counts no clicks
    onClick: ({ detail }: MouseEvent) => change(!isPressed, detail > 0),
    ...(kind === 'menu' && {
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' || open) return
        event.preventDefault()
        change(true)
      },
    }),
  })
  const overlay: OverlayProps = {
    open,
    anchor,
    isByPointer,
    ...(props.returnTo && !isByPointer && { finalFocus: props.returnTo }),
    triggerId: typeof given.id === 'string' ? given.id : triggerId,
    onOpenChange: (next, { reason, event, cancel }) => {
      // A press on the trigger is the trigger's own: it toggles.
      if (reason === 'outside-press' && event.target instanceof Node && anchor.current?.contains(event.target)) cancel()
      else change(next)
    },
  }
  return { trigger, overlay, wasOpened, giveUp }
}

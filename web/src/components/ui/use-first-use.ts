import { type ComponentType, type CompositionEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFetchQuietly } from '../../lib/use-fetch-quietly.ts'
import { sayMissing } from './say-missing.ts'

/** How the whole control takes the place of its closed look. */
export interface Beginning {
  startsOpen: boolean
  /** It had the focus. */
  takesFocus: boolean
  /** What stood in it, where one can type in it at once. */
  typed: string
  /** What of it is selected, or where the next key goes. */
  selected: [from: number, to: number]
}

/**
 * For a control of which only the closed look is part of the page. The rest is fetched in a quiet moment, or when a pointer or the
 * focus comes, and stands in its place from the first use on: a form of twenty such controls is light this way.
 */
export function useFirstUse<Props, Closed extends HTMLElement>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const [begun, setBegun] = useState<Beginning & { Control: ComponentType<Props> }>()
  const [isComing, setComing] = useState(false)
  const closed = useRef<Closed>(null)
  const isToOpen = useRef(false)
  const wordIsWritten = useRef<Promise<unknown>>(undefined)
  useFetchQuietly(load)

  const takeItsPlace = async ({ default: Control }: { default: ComponentType<Props> }) => {
    await wordIsWritten.current
    const [control, at] = [closed.current, document.activeElement]
    const takesFocus = control === at
    // whoever has gone on to something else meanwhile is left alone
    const startsOpen = isToOpen.current && (takesFocus || at === document.body)
    const input = control instanceof HTMLInputElement ? control : undefined
    const typed = input?.value ?? ''
    const selected: Beginning['selected'] = [input?.selectionStart ?? 0, input?.selectionEnd ?? 0]
    // at once: no key may be pressed between reading what was typed and showing it there
    flushSync(() => setBegun({ Control, takesFocus, startsOpen, typed, selected }))
  }
  const begin = (): void => {
    if (isComing) return
    setComing(true)
    void load()
      .then(takeItsPlace, sayMissing)
      .finally(() => setComing(false))
  }
  return {
    begun,
    isComing,
    closed,
    begin,
    open: () => {
      isToOpen.current = true
      begin()
    },
    /** A press is under way; the focus comes with it. */
    willOpen: () => {
      isToOpen.current = true
    },
    fetchSoon: () => void load().catch(() => undefined),
    /** Hindi, and any word on a phone, is composed of several keys: in the midst of them the input has to stay the same one. */
    onCompositionStart: ({ currentTarget }: CompositionEvent) => {
      wordIsWritten.current = new Promise((end) =>
        currentTarget.addEventListener('compositionend', end, { once: true }),
      )
    },
  }
}

import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../lib/lazy-part.ts'
import { Part } from './part.tsx'

export interface ToastOptions {
  description?: string | undefined
  action?: { label: string; onClick: () => void }
  /** The same id replaces what is shown. */
  id?: string
}

export type ToastKind = 'success' | 'info' | 'error'

export interface ToastSurface {
  show: (kind: ToastKind, text: string, options: ToastOptions) => void
  dismissAll: () => void
}

/** Says what just happened, with at most one thing to do about it. */
export const toast = {
  success: (text: string, options: ToastOptions = {}) => onSurface((it) => it.show('success', text, options)),
  info: (text: string, options: ToastOptions = {}) => onSurface((it) => it.show('info', text, options)),
  error: (text: string, options: ToastOptions = {}) => onSurface((it) => it.show('error', text, options)),
  /** For what can be taken back. */
  undo: (text: string, onUndo: () => void) =>
    onSurface((it) => it.show('success', text, { action: { label: 'Undo', onClick: onUndo } })),
  dismissAll: () => surface?.dismissAll(),
}

/** The surface is loaded after the page, or with the first toast; until it stands, what is to be shown waits. */
let surface: ToastSurface | undefined
let waiting: ((surface: ToastSurface) => void)[] = []
let isWanted = false
const listeners = new Set<() => void>()

function onSurface(act: (surface: ToastSurface) => void): void {
  if (surface) {
    act(surface)
  } else {
    waiting.push(act)
    want()
  }
}

function want(): void {
  isWanted = true
  for (const listener of listeners) listener()
}

/** It did not come; the next toast asks for it again. */
function unwant(): void {
  isWanted = false
  for (const listener of listeners) listener()
}

function ready(standing: ToastSurface): void {
  surface = standing
  for (const act of waiting) act(standing)
  waiting = []
}

const ToastLayer = lazyPart(() => import('./toast-layer.tsx'))
const AFTER_LOAD = 3_000

/** Once, at the top of the app. */
export function Toaster() {
  const wanted = useSyncExternalStore(subscribe, () => isWanted)
  return (
    wanted && (
      <Part onMissing={unwant}>
        <ToastLayer onReady={ready} />
      </Part>
    )
  )
}

/** It must be there before the connection breaks, to be able to say so. */
function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  const timer = setTimeout(want, AFTER_LOAD)
  return () => {
    clearTimeout(timer)
    listeners.delete(onChange)
  }
}

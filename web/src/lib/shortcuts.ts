import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** `C`, `?`, `Enter`, `Shift+X`, or one after the other: `G T`. */
  keys: string
  /** What it does, as the list of shortcuts says it. */
  label: string
  /** Heading in that list. */
  group: string
  run: (event: KeyboardEvent) => void
  /** Known but not possible now. */
  disabled?: boolean
  /** Also among the quick actions of the top bar while it is possible. */
  isQuick?: boolean
}

/** The one registry: what fires and what the list shows. Later ones win over earlier ones with the same keys. */
let registered: readonly Shortcut[] = []
const listeners = new Set<() => void>()

/** Keeps these shortcuts alive while the component is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const shape = shortcuts.map(({ keys, label, group, disabled }) => [keys, label, group, disabled].join('|')).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions change with every render, what they are called does not
  useEffect(() => {
    const mine = latest.current.map((shortcut) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => latest.current.find(({ keys }) => keys === shortcut.keys)?.run(event),
    }))
    change([...registered, ...mine])
    return () => change(registered.filter((shortcut) => !mine.includes(shortcut)))
  }, [shape])
}

/** Everything that can be pressed now, for the list. */
export const useRegisteredShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => registered)

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

function change(next: readonly Shortcut[]): void {
  registered = next
  for (const listener of listeners) listener()
}

const SEQUENCE_PAUSE = 1_000
let begun: { key: string; at: number } | null = null

/** Starts listening to the keyboard; once, by the app. */
export function startShortcuts(): () => void {
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || belongsToTarget(event)) return
  const shortcut = shortcutFor(keyOf(event), Date.now())
  if (!shortcut || shortcut.disabled) return
  event.preventDefault()
  shortcut.run(event)
}

function shortcutFor(key: string, now: number): Shortcut | undefined {
  const first = begun && now - begun.at < SEQUENCE_PAUSE ? begun.key : null
  begun = null
  const whole = first && registered.findLast(({ keys }) => keys === `${first} ${key}`)
  if (whole) return whole
  if (registered.some(({ keys }) => keys.startsWith(`${key} `))) begun = { key, at: now }
  return registered.findLast(({ keys }) => keys === key)
}

/** `?` and `/` are themselves; a letter is upper case, with `Shift+` when held. */
function keyOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return 'Space'
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key
  const letter = key.toUpperCase()
  return shiftKey && letter !== letter.toLowerCase() ? `Shift+${letter}` : letter
}

const typing =
  'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable]:not([contenteditable=false])'
const overlays = 'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const pressable = 'button, input, summary, [role=button], [role=tab], [role=checkbox], [role=option], [role=combobox]'

/** Whoever types, or is in an overlay, keeps every key; a button keeps Enter and Space, a link Enter. */
function belongsToTarget({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(`${typing}, ${overlays}`)) return true
  if (key === 'Enter') return target.closest(`${pressable}, a[href]`) !== null
  return key === ' ' && target.closest(pressable) !== null
}

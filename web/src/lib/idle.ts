import { readHere, writeHere } from './device-memory.ts'

const ACTIVE_AT = 'p57.active-at'
/** Writing it more often would tell nothing new. */
const COARSE = 1_000
const TICK = 1_000
const LONGEST_WARNING = 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Whether this device, in none of its tabs, was used for that long. */
export const wasIdleFor = (minutes: number, now = Date.now()): boolean => now - activeAt(now) >= minutes * 60_000

/** Somebody is here. */
export const noteActivity = (now = Date.now()): void => writeHere(ACTIVE_AT, String(now))

interface Hears {
  /** Seconds left, while it is worth warning. */
  warn: (secondsLeft: number | null) => void
  idle: () => void
}

/**
 * Watches for somebody being here, across all tabs of the browser, until stopped. By the clock on the wall and not by counting,
 * because a sleeping device does not count.
 */
export function watchIdle(minutes: number, { warn, idle }: Hears): () => void {
  const allowed = minutes * 60_000
  const warning = Math.min(LONGEST_WARNING, allowed / 2)
  let notedAt = 0
  const note = () => {
    const now = Date.now()
    // coming back to a device that has slept is no reason not to lock it
    if (wasIdleFor(minutes, now)) return look()
    if (now - notedAt < COARSE) return
    notedAt = now
    noteActivity(now)
    warn(null)
  }
  const look = () => {
    const left = allowed - (Date.now() - activeAt(Date.now()))
    if (left <= 0) idle()
    else warn(left <= warning ? Math.ceil(left / 1_000) : null)
  }
  const listening = new AbortController()
  const on = { signal: listening.signal, capture: true, passive: true }
  for (const sign of signs) document.addEventListener(sign, note, on)
  document.addEventListener('visibilitychange', look, on)
  const timer = setInterval(look, TICK)
  return () => {
    clearInterval(timer)
    listening.abort()
  }
}

const activeAt = (now: number): number => Number(readHere(ACTIVE_AT) ?? now)

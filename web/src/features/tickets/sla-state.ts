import type { Clock } from '@physique57/contracts'
import { formatRemaining } from '../../lib/format.ts'

export const clockName = { first_response: 'First response', resolution: 'Resolution' } as const

/** What a clock says to someone who looks at it: fine, soon due, late, stopped for now, or how it ended. */
export type SlaState = 'ok' | 'soon' | 'over' | 'paused' | 'met' | 'missed' | 'cancelled'

const SOON_SHARE = 0.25
const SOON_MINUTES = 60

/**
 * Counted minutes left at `now`. The clock was computed when it was fetched; until the next fetch the time left
 * cannot be more than the wall time to the due time, so that it never shows time that is not there.
 */
function remainingMinutes(clock: Clock, now: number): number {
  if (clock.state !== 'running' || clock.dueAt === null || clock.remainingMinutes < 0) return clock.remainingMinutes
  const untilDue = Math.floor((Date.parse(clock.dueAt) - now) / 60_000)
  return Math.min(clock.remainingMinutes, untilDue)
}

export function slaState(clock: Clock, now: number): SlaState {
  if (clock.state !== 'running') return clock.state
  const left = remainingMinutes(clock, now)
  if (left < 0) return 'over'
  return left < SOON_MINUTES || left <= clock.targetMinutes * SOON_SHARE ? 'soon' : 'ok'
}

/** "43 m left", "3 h 10 m over", "Paused": the words beside the icon. */
export function slaWords(clock: Clock, now: number): string {
  const state = slaState(clock, now)
  switch (state) {
    case 'ok':
    case 'soon':
    case 'over':
      return formatRemaining(remainingMinutes(clock, now))
    case 'paused':
      return 'Paused'
    case 'met':
      return 'Met'
    case 'missed':
      return 'Missed'
    case 'cancelled':
      return 'Stopped'
  }
}

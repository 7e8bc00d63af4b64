import { z } from 'zod'
import { Timestamp } from './common.ts'

export const ClockKind = z.enum(['first_response', 'resolution'])
export type ClockKind = z.infer<typeof ClockKind>

/** running or paused: still open · met: stopped in time · missed: stopped late · cancelled: the ticket was merged or deleted. */
export const ClockState = z.enum(['running', 'paused', 'met', 'missed', 'cancelled'])
export type ClockState = z.infer<typeof ClockState>

/** A service level clock as it stood when it was asked for. Minutes are counted time (studio hours where the policy says so), not wall time. */
export const Clock = z.object({
  kind: ClockKind,
  state: ClockState,
  targetMinutes: z.int(),
  countedMinutes: z.int(),
  /** Negative once overdue. */
  remainingMinutes: z.int(),
  /** When it will be, or was, due. null while a pause lasts that began before that (it depends on when it ends), or when the calendar never opens. */
  dueAt: Timestamp.nullable(),
  startedAt: Timestamp,
  stoppedAt: Timestamp.nullable(),
})
export type Clock = z.infer<typeof Clock>

export const SliceKind = z.enum(['counted', 'paused', 'closed'])
export type SliceKind = z.infer<typeof SliceKind>

/** A stretch of a clock's life; the slices join without gap, and the counted ones add up to `countedMinutes`. */
export const Slice = z.object({ kind: SliceKind, from: Timestamp, to: Timestamp, minutes: z.int() })
export type Slice = z.infer<typeof Slice>

export const ExplainedClock = Clock.extend({
  slices: z.array(Slice),
  policy: z.string(),
  /** null when the clock counts round the clock. */
  calendar: z.string().nullable(),
})
export type ExplainedClock = z.infer<typeof ExplainedClock>

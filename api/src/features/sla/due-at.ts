import type { Clock, ClockState, SliceKind } from '@physique57/contracts'
import { addOpenTime, type Calendar, openRanges, openTimeBetween, type Range } from './calendar.ts'

export type HoursCounted = 'always' | 'studio_hours'

export type Policy = { targetMinutes: number; hours: HoursCounted }

/** A pause with `to: null` still lasts. Only the resolution clock has pauses: the caller passes none for the other. */
export type ClockEvents = {
  startedAt: Date
  pauses: readonly { from: Date; to: Date | null }[]
  stoppedAt: Date | null
}

export type ClockReading = Pick<Clock, 'targetMinutes' | 'countedMinutes' | 'remainingMinutes'> & {
  state: Exclude<ClockState, 'cancelled'>
  dueAt: Date | null
}

export type ClockSlice = { kind: SliceKind; from: Date; to: Date; minutes: number }

const MINUTE = 60_000

/**
 * The first instant at which the counted time reaches the target. null while a pause lasts that began before that
 * (it depends on when it ends), or when the calendar never opens that long. Without a calendar, `studio_hours` count
 * round the clock. What happens after `stoppedAt` does not matter; a pause lasting then ended with it.
 */
export function dueAt(policy: Policy, calendar: Calendar | null, events: ClockEvents): Date | null {
  const counting = countingOf(policy, calendar)
  let [from, left] = [events.startedAt.getTime(), policy.targetMinutes * MINUTE]

  for (const pause of pausesOf(events)) {
    const before = counting.between(from, pause.from)
    if (before >= left) break
    if (pause.to === Infinity) return null
    from = pause.to
    left -= before
  }
  const due = counting.add(from, left)
  return due === null ? null : new Date(due)
}

/**
 * The clock as it stands. Counted minutes are whole ones, rounded down, and remaining = target − counted; whether it
 * is overdue is a question to `dueAt`, which also knows the seconds. Stopping at the due instant is in time.
 */
export function readClock(policy: Policy, calendar: Calendar | null, events: ClockEvents, now: Date): ClockReading {
  const counting = countingOf(policy, calendar)
  const end = endOf(events, now)
  const pauses = pausesOf(events)
  const due = dueAt(policy, calendar, events)

  const counted = runningRanges(events.startedAt.getTime(), end, pauses).reduce(
    (sum, { from, to }) => sum + counting.between(from, to),
    0,
  )
  const countedMinutes = Math.floor(counted / MINUTE)
  return {
    state: stateOf(events, end, pauses, due),
    targetMinutes: policy.targetMinutes,
    countedMinutes,
    remainingMinutes: policy.targetMinutes - countedMinutes,
    dueAt: due,
  }
}

/**
 * Every stretch of the clock's life, joined from its start until it stopped or now; neighbours differ in kind. A pause
 * during closed hours is shown as pause. Minutes are whole: each slice shows by how many its kind's total grew, so
 * that those of the counted ones add up to `countedMinutes` exactly, and seconds carry over to the next.
 */
export function explainClock(policy: Policy, calendar: Calendar | null, events: ClockEvents, now: Date): ClockSlice[] {
  const { ranges } = countingOf(policy, calendar)
  const [start, end] = [events.startedAt.getTime(), endOf(events, now)]

  const pieces: (Range & { kind: SliceKind })[] = []
  let reached = start
  const extendTo = (to: number, kind: SliceKind) => {
    if (to <= reached) return
    const last = pieces.at(-1)
    if (last?.kind === kind) last.to = to
    else pieces.push({ kind, from: reached, to })
    reached = to
  }

  for (const running of runningRanges(start, end, pausesOf(events))) {
    extendTo(running.from, 'paused')
    for (const open of ranges(running.from, running.to)) {
      extendTo(open.from, 'closed')
      extendTo(open.to, 'counted')
    }
    extendTo(running.to, 'closed')
  }
  extendTo(end, 'paused')
  return inWholeMinutes(pieces)
}

function inWholeMinutes(pieces: readonly (Range & { kind: SliceKind })[]): ClockSlice[] {
  const totals: Record<SliceKind, number> = { counted: 0, paused: 0, closed: 0 }
  return pieces.map(({ kind, from, to }) => {
    const before = Math.floor(totals[kind] / MINUTE)
    totals[kind] += to - from
    return { kind, from: new Date(from), to: new Date(to), minutes: Math.floor(totals[kind] / MINUTE) - before }
  })
}

function stateOf(events: ClockEvents, end: number, pauses: readonly Range[], due: Date | null): ClockReading['state'] {
  if (events.stoppedAt) return due === null || events.stoppedAt <= due ? 'met' : 'missed'
  return pauses.some(({ from, to }) => from <= end && end < to) ? 'paused' : 'running'
}

/** A machine's clock set back must not make time run backwards. */
const endOf = ({ startedAt, stoppedAt }: ClockEvents, now: Date): number =>
  Math.max(startedAt.getTime(), (stoppedAt ?? now).getTime())

/** In order, not touching, within the clock's life; a lasting one ends at Infinity. */
function pausesOf({ startedAt, pauses, stoppedAt }: ClockEvents): Range[] {
  const [start, stop] = [startedAt.getTime(), stoppedAt?.getTime() ?? Infinity]
  const within = pauses
    .map(({ from, to }) => ({
      from: Math.max(from.getTime(), start),
      to: Math.min(to?.getTime() ?? Infinity, stop),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)

  const joined: Range[] = []
  for (const pause of within) {
    const last = joined.at(-1)
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to)
    else joined.push(pause)
  }
  return joined
}

/** What the pauses leave of the time between two instants. */
function runningRanges(start: number, end: number, pauses: readonly Range[]): Range[] {
  const starts = [start, ...pauses.map(({ to }) => to)]
  const ends = [...pauses.map(({ from }) => from), end]
  return starts
    .map((from, index) => ({ from, to: Math.min(ends[index] ?? end, end) }))
    .filter(({ from, to }) => from < to)
}

type Counting = {
  between: (from: number, to: number) => number
  add: (start: number, ms: number) => number | null
  ranges: (from: number, to: number) => Iterable<Range>
}

const roundTheClock: Counting = {
  between: (from, to) => to - from,
  add: (start, ms) => start + ms,
  ranges: (from, to) => [{ from, to }],
}

const countingOf = (policy: Policy, calendar: Calendar | null): Counting =>
  policy.hours === 'always' || !calendar
    ? roundTheClock
    : {
        between: (from, to) => openTimeBetween(calendar, from, to),
        add: (start, ms) => addOpenTime(calendar, start, ms),
        ranges: (from, to) => openRanges(calendar, from, to),
      }

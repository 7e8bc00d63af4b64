import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addOpenTime, type Calendar, openRanges, openTimeBetween } from './calendar.ts'
import { type ClockEvents, dueAt, explainClock, type Policy, readClock } from './due-at.ts'
import { anyCalendar, anyInstant, HOUR, studio } from './test/any-calendar.ts'

const MINUTE = 60_000
const medium: Policy = { targetMinutes: 4 * 60, hours: 'studio_hours' }
const critical: Policy = { targetMinutes: 4 * 60, hours: 'always' }

/** A time in the studio on Monday, 23 November 2026, or on another day of that month. */
const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00+05:30`)
const pause = (from: Date, to: Date | null) => ({ from, to })
const events = (startedAt: Date, pauses: ClockEvents['pauses'] = [], stoppedAt: Date | null = null): ClockEvents => ({
  startedAt,
  pauses,
  stoppedAt,
})

test.each<[string, Policy, ClockEvents, Date | null]>([
  ['round the clock', critical, events(at('22:00')), at('02:00', 24)],
  ['over the afternoon', medium, events(at('10:30')), at('19:00')],
  ['over a holiday', medium, events(at('20:00')), at('09:30', 25)],
  ['over the short Sunday', medium, events(at('11:00', 22)), at('09:30')],
  ['exactly at closing', medium, events(at('17:00')), at('21:00')],
  ['after a pause', medium, events(at('10:30'), [pause(at('11:00'), at('17:00'))]), at('20:30')],
  ['after a pause round the clock', critical, events(at('10:00'), [pause(at('11:00'), at('13:00'))]), at('16:00')],
  ['as if not paused while closed', medium, events(at('10:30'), [pause(at('11:30'), at('16:00'))]), at('19:00')],
  [
    'after two pauses, in any order',
    critical,
    events(at('10:00'), [pause(at('14:00'), at('15:00')), pause(at('11:00'), at('12:00'))]),
    at('16:00'),
  ],
  [
    'after overlapping pauses, counted once',
    critical,
    events(at('10:00'), [pause(at('11:00'), at('13:00')), pause(at('12:00'), at('14:00'))]),
    at('17:00'),
  ],
  ['as if a pause began with it', critical, events(at('10:00'), [pause(at('09:00'), at('11:00'))]), at('15:00')],
  ['not known while paused', medium, events(at('10:30'), [pause(at('18:59'), null)]), null],
  ['before a pause that came too late', medium, events(at('10:30'), [pause(at('19:00'), null)]), at('19:00')],
  ['stopped, as it would have been', medium, events(at('10:30'), [], at('10:40')), at('19:00')],
  ['stopped in a pause', critical, events(at('10:00'), [pause(at('11:00'), null)], at('12:00')), at('15:00')],
])('due %s', (_, policy, clock, due) => {
  expect(dueAt(policy, studio, clock)).toEqual(due)
})

test('without a calendar studio hours run round the clock; with one that never opens nothing is ever due', () => {
  expect(dueAt(medium, null, events(at('22:00')))).toEqual(at('02:00', 24))
  expect(dueAt(medium, { ...studio, hours: [] }, events(at('22:00')))).toBeNull()
})

test.each<[string, ClockEvents, Date, Partial<ReturnType<typeof readClock>>]>([
  ['running', events(at('10:30')), at('17:00'), { state: 'running', countedMinutes: 120, remainingMinutes: 120 }],
  ['closed for lunch', events(at('10:30')), at('12:00'), { state: 'running', countedMinutes: 60 }],
  ['overdue', events(at('10:30')), at('20:00'), { state: 'running', countedMinutes: 300, remainingMinutes: -60 }],
  ['paused', events(at('10:30'), [pause(at('11:00'), null)]), at('18:00'), { state: 'paused', countedMinutes: 30 }],
  ['paused, then going on', events(at('10:30'), [pause(at('11:00'), at('17:00'))]), at('17:00'), { state: 'running' }],
  [
    'paused when overdue',
    events(at('10:30'), [pause(at('20:00'), null)]),
    at('20:30'),
    { state: 'paused', dueAt: at('19:00') },
  ],
  ['met to the second', events(at('10:30'), [], at('19:00')), at('20:00'), { state: 'met', remainingMinutes: 0 }],
  ['missed', events(at('10:30'), [], at('19:01')), at('20:00'), { state: 'missed', remainingMinutes: -1 }],
  [
    'stopped in a pause',
    events(at('10:30'), [pause(at('11:00'), null)], at('20:00')),
    at('21:00'),
    { state: 'met', countedMinutes: 30 },
  ],
  [
    'a clock set back',
    events(at('10:30')),
    at('09:30'),
    { state: 'running', countedMinutes: 0, remainingMinutes: 240 },
  ],
])('reads %s', (_, clock, now, reading) => {
  expect(readClock(medium, studio, clock, now)).toMatchObject(reading)
})

test('a day of a ticket is told slice by slice', () => {
  const clock = events(at('10:30'), [pause(at('11:00'), at('17:00'))])
  const told = explainClock(medium, studio, clock, at('07:00', 25)).map(({ kind, from, to, minutes }) => [
    kind,
    from,
    to,
    minutes,
  ])
  expect(told).toEqual([
    ['counted', at('10:30'), at('11:00'), 30],
    ['paused', at('11:00'), at('17:00'), 360],
    ['counted', at('17:00'), at('21:00'), 240],
    ['closed', at('21:00'), at('06:30', 25), 33 * 60 + 30],
    ['counted', at('06:30', 25), at('07:00', 25), 30],
  ])
})

test('seconds carry over, so that the slices show the minutes that are counted', () => {
  const [first, second] = [new Date(at('10:00').getTime() + 30_000), new Date(at('10:02').getTime() + 45_000)]
  const clock = events(at('10:00'), [pause(first, at('10:02'))])
  const slices = explainClock(critical, null, clock, second)
  expect(slices.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['counted', 0],
    ['paused', 1],
    ['counted', 1],
  ])
  expect(readClock(critical, null, clock, second).countedMinutes).toBe(1)
})

const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  targetMinutes: fc.integer({ min: 1, max: 50 * 60 }),
  hours: fc.constantFrom('always', 'studio_hours'),
})
const studioHours = anyPolicy.map((policy): Policy => ({ ...policy, hours: 'studio_hours' }))

/** Pauses may overlap, lie outside, or still last. */
const anyEvents: fc.Arbitrary<ClockEvents> = anyInstant.chain((start) =>
  fc.record({
    startedAt: fc.constant(new Date(start)),
    pauses: fc.array(
      fc
        .tuple(
          fc.integer({ min: -HOUR, max: 200 * HOUR }),
          fc.option(fc.integer({ min: 1, max: 60 * HOUR }), { freq: 8 }),
        )
        .map(([after, length]) => ({
          from: new Date(start + after),
          to: length === null ? null : new Date(start + after + length),
        })),
      { maxLength: 4 },
    ),
    stoppedAt: fc.option(fc.nat(300 * HOUR).map((after) => new Date(start + after))),
  }),
)
const later = (clock: ClockEvents, ms: number) => new Date(clock.startedAt.getTime() + ms)
const counted = (policy: Policy, calendar: Calendar, from: number, to: number) =>
  policy.hours === 'always' ? to - from : openTimeBetween(calendar, from, to)

test('never due before the target has passed on the wall, and exactly when it has been counted', () => {
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyInstant, (policy, calendar, start) => {
      const due = dueAt(policy, calendar, events(new Date(start)))?.getTime() ?? Number.NaN
      expect(due).toBeGreaterThanOrEqual(start + policy.targetMinutes * MINUTE)
      expect(counted(policy, calendar, start, due)).toBe(policy.targetMinutes * MINUTE)
    }),
  )
})

test('a pause only ever moves it later', () => {
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyEvents, (policy, calendar, clock) => {
      const unpaused = dueAt(policy, calendar, { ...clock, pauses: [] })
      const paused = dueAt(policy, calendar, clock)
      if (unpaused && paused) expect(paused.getTime()).toBeGreaterThanOrEqual(unpaused.getTime())
    }),
  )
})

test('a pause while closed adds nothing', () => {
  fc.assert(
    fc.property(studioHours, anyCalendar, anyInstant, fc.nat(10), (policy, calendar, start, skip) => {
      const ranges = [...openRanges(calendar, start, start + 400 * HOUR)]
      const [closes, opens] = [ranges[skip]?.to, ranges[skip + 1]?.from]
      if (closes === undefined || opens === undefined) return
      const night = pause(new Date(closes), new Date(opens))
      expect(dueAt(policy, calendar, events(new Date(start), [night]))).toEqual(
        dueAt(policy, calendar, events(new Date(start))),
      )
    }),
  )
})

test('a pause longer by some open time moves it by as much open time', () => {
  const lengths = fc.tuple(
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 1, max: 40 * HOUR }),
    fc.integer({ min: 1, max: 20 * HOUR }),
  )
  fc.assert(
    fc.property(studioHours, anyCalendar, anyInstant, lengths, (policy, calendar, start, [percent, length, more]) => {
      const open = (from: number, ms: number) => addOpenTime(calendar, from, ms) ?? Number.NaN
      const from = open(start, Math.floor((policy.targetMinutes * MINUTE * percent) / 100))
      const [to, stretched] = [from + length, open(from + length, more)]

      const due = (end: number) =>
        dueAt(policy, calendar, events(new Date(start), [pause(new Date(from), new Date(end))]))?.getTime()
      expect(due(stretched)).toBe(open(due(to) ?? Number.NaN, more))
    }),
  )
})

test('slices join without gap, differ from their neighbours, and add up', () => {
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyEvents, fc.nat(400 * HOUR), (policy, calendar, clock, ms) => {
      const now = later(clock, ms)
      const end = (clock.stoppedAt ?? now).getTime()
      const slices = explainClock(policy, calendar, clock, now)

      const edges = [clock.startedAt.getTime(), ...slices.map(({ to }) => to.getTime())]
      expect(slices.map(({ from }) => from.getTime())).toEqual(edges.slice(0, -1))
      expect(edges.at(-1)).toBe(end)
      expect(slices.every(({ from, to }) => from < to)).toBe(true)
      expect(slices.some(({ kind }, index) => kind === slices[index + 1]?.kind)).toBe(false)

      const minutes = slices.filter(({ kind }) => kind === 'counted').reduce((sum, slice) => sum + slice.minutes, 0)
      const reading = readClock(policy, calendar, clock, now)
      expect(minutes).toBe(reading.countedMinutes)
      expect(reading.countedMinutes + reading.remainingMinutes).toBe(policy.targetMinutes)
    }),
  )
})

test('what was counted was open and not paused, what was closed was neither', () => {
  fc.assert(
    fc.property(studioHours, anyCalendar, anyEvents, fc.nat(400 * HOUR), (policy, calendar, clock, ms) => {
      for (const { kind, from, to } of explainClock(policy, calendar, clock, later(clock, ms))) {
        const open = openTimeBetween(calendar, from.getTime(), to.getTime())
        const isPaused = clock.pauses.some((each) => each.from < to && (each.to ?? to) > from)
        if (kind !== 'paused') expect(open).toBe(kind === 'counted' ? to.getTime() - from.getTime() : 0)
        expect(isPaused).toBe(kind === 'paused')
      }
    }),
  )
})

test('met until the due instant, missed a millisecond later, and the reading agrees', () => {
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyInstant, (policy, calendar, start) => {
      const clock = events(new Date(start))
      const due = dueAt(policy, calendar, clock)
      if (!due) throw new Error('A clock without pauses is due some time')
      const stopped = (stoppedAt: Date) => readClock(policy, calendar, { ...clock, stoppedAt }, stoppedAt)

      expect(stopped(due)).toMatchObject({ state: 'met', remainingMinutes: 0, dueAt: due })
      expect(stopped(new Date(due.getTime() + 1))).toMatchObject({ state: 'missed', dueAt: due })
    }),
  )
})

test('what is still to come does not change what was counted so far', () => {
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyEvents, fc.nat(300 * HOUR), (policy, calendar, clock, ms) => {
      const now = later(clock, ms)
      const sofar = { ...clock, stoppedAt: null, pauses: clock.pauses.filter(({ from }) => from < now) }
      const all = { ...clock, stoppedAt: null }
      expect(readClock(policy, calendar, all, now).countedMinutes).toBe(
        readClock(policy, calendar, sofar, now).countedMinutes,
      )
    }),
  )
})

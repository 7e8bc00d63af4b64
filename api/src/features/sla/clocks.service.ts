import type { Clock, ClockKind, ExplainedClock, Priority } from '@physique57/contracts'
import type { Db } from '../../db/database.ts'
import type { StoredPause } from '../../db/tables.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Calendar } from './calendar.ts'
import { findCalendarOf, findCalendars, getCalendar } from './calendars.queries.ts'
import { choosePolicy } from './choose-policy.ts'
import { type ClockRow, findCurrentClocks, findPolicies, insertClocks, updateClock } from './clocks.queries.ts'
import { type ClockEvents, dueAt, explainClock, readClock } from './due-at.ts'

interface Timed {
  id: string
  priority: Priority
  categoryId: string
  subcategoryId: string
  studioId: string
}

/** Copies of the clocks' due times that go onto the ticket, for lists. */
export interface DueTimes {
  firstResponseDueAt?: Date | null
  resolutionDueAt?: Date | null
}

/** Starts both clocks of a new ticket. */
export const startClocks = (tx: Tx, ticket: Timed): Promise<DueTimes> =>
  start(tx, ticket, ['first_response', 'resolution'], 1)

/** Reopening: the resolution clock starts anew with its full time, the first response stays what it was. */
export async function restartResolution(tx: Tx, ticket: Timed): Promise<DueTimes> {
  const last = await currentClock(tx.db, ticket.id, 'resolution')
  return start(tx, ticket, ['resolution'], (last?.cycle ?? 0) + 1)
}

async function start({ db, now }: Tx, ticket: Timed, kinds: ClockKind[], cycle: number): Promise<DueTimes> {
  const { targets, ...terms } = await termsOf(db, ticket)
  const calendar = await calendarFor(db, terms)
  const clocks = kinds.map((kind) => {
    const policy = { targetMinutes: targets[kind], hours: terms.hours }
    const due = dueAt(policy, calendar, { startedAt: now, pauses: [], stoppedAt: null })
    return { ...terms, ...policy, ticketId: ticket.id, kind, cycle, startedAt: now, dueAt: due }
  })
  await insertClocks(db, clocks)
  return Object.fromEntries(clocks.map(({ kind, dueAt: due }) => [dueColumn[kind], due]))
}

/** What a clock of this ticket is measured by. Without any calendar there are no studio hours to count. */
async function termsOf(db: Db, ticket: Timed) {
  const policy = choosePolicy(await findPolicies(db), ticket)
  const calendarId = policy.hours === 'studio_hours' ? await findCalendarOf(db, ticket.studioId) : null
  return {
    policyId: policy.id,
    policyName: policy.name,
    hours: calendarId ? policy.hours : ('always' as const),
    calendarId,
    targets: { first_response: policy.firstResponseMinutes, resolution: policy.resolutionMinutes },
  }
}

/** Waiting for somebody else stops the resolution clock, not the first response. */
export const pauseResolution = (tx: Tx, ticketId: string): Promise<DueTimes> =>
  change(tx, ticketId, 'resolution', ({ pauses }) => ({
    pauses: [...pauses, { from: tx.now.toISOString(), to: null }],
  }))

export const resumeResolution = (tx: Tx, ticketId: string): Promise<DueTimes> =>
  change(tx, ticketId, 'resolution', ({ pauses }) => ({ pauses: ended(pauses, tx.now) }))

/** Both: resolving a ticket also answers it. */
export async function stopClocks(tx: Tx, ticketId: string, kinds: ClockKind[]): Promise<DueTimes> {
  const stopped: DueTimes = {}
  for (const kind of kinds) {
    Object.assign(
      stopped,
      await change(tx, ticketId, kind, ({ stoppedAt, pauses }) =>
        stoppedAt ? {} : { stoppedAt: tx.now, pauses: ended(pauses, tx.now) },
      ),
    )
  }
  return stopped
}

/** The answer was taken back: the clock goes on as if it had never stopped. */
export const resumeFirstResponse = (tx: Tx, ticketId: string): Promise<DueTimes> =>
  change(tx, ticketId, 'first_response', () => ({ stoppedAt: null }))

/** Deleting or merging: nobody is late for a ticket that is gone. */
export async function cancelClocks(tx: Tx, ticketId: string): Promise<DueTimes> {
  for (const clock of await findCurrentClocks(tx.db, [ticketId])) {
    if (!clock.stoppedAt) await updateClock(tx.db, clock, { cancelledAt: tx.now, dueAt: null })
  }
  return { firstResponseDueAt: null, resolutionDueAt: null }
}

/** Another priority, category or studio may mean another policy, counted from the same start with the same pauses. */
export async function applyPolicy(tx: Tx, ticket: Timed): Promise<{ due: DueTimes; policyName: string }> {
  const { targets, ...terms } = await termsOf(tx.db, ticket)
  const changeOf = (kind: ClockKind) =>
    change(tx, ticket.id, kind, ({ stoppedAt }) => (stoppedAt ? {} : { ...terms, targetMinutes: targets[kind] }))
  const due = { ...(await changeOf('first_response')), ...(await changeOf('resolution')) }
  return { due, policyName: terms.policyName }
}

/** What a clock is made of changes; when it is due follows. */
async function change(
  { db }: Tx,
  ticketId: string,
  kind: ClockKind,
  decide: (clock: ClockRow) => Partial<ClockRow>,
): Promise<DueTimes> {
  const clock = await currentClock(db, ticketId, kind)
  if (!clock) return {}

  const next = { ...clock, ...decide(clock) }
  const due = dueAt(next, await calendarFor(db, next), eventsOf(next))
  await updateClock(db, clock, {
    policyId: next.policyId,
    policyName: next.policyName,
    targetMinutes: next.targetMinutes,
    hours: next.hours,
    calendarId: next.calendarId,
    pauses: JSON.stringify(next.pauses),
    stoppedAt: next.stoppedAt,
    dueAt: due,
  })
  return { [dueColumn[kind]]: next.stoppedAt ? null : due }
}

/** When the current clocks are due, anew from what they are made of. */
export async function recalculate(db: Db, ticketId: string): Promise<DueTimes> {
  const times: DueTimes = {}
  for (const clock of await findCurrentClocks(db, [ticketId])) {
    const due = clock.cancelledAt ? null : dueAt(clock, await calendarFor(db, clock), eventsOf(clock))
    await updateClock(db, clock, { dueAt: due })
    times[dueColumn[clock.kind]] = clock.stoppedAt ? null : due
  }
  return times
}

const dueColumn = { first_response: 'firstResponseDueAt', resolution: 'resolutionDueAt' } as const

const ended = (pauses: StoredPause[], now: Date): StoredPause[] =>
  pauses.map(({ from, to }) => ({ from, to: to ?? now.toISOString() }))

async function currentClock(db: Db, ticketId: string, kind: ClockKind): Promise<ClockRow | undefined> {
  return (await findCurrentClocks(db, [ticketId])).find((clock) => clock.kind === kind)
}

/** Both clocks of each of these tickets as they stand at `now`. */
export async function readClocks(
  db: Db,
  ticketIds: string[],
  now: Date,
): Promise<Map<string, Record<ClockKind, Clock>>> {
  return byTicket(await findCurrentClocks(db, ticketIds), await findCalendars(db), (clock, calendar) =>
    reading(clock, calendar, now),
  )
}

/** The same for one ticket, with every counted, paused and closed slice. */
export async function explainClocks(
  db: Db,
  ticketId: string,
  now: Date,
): Promise<Record<ClockKind, ExplainedClock> | undefined> {
  const clocks = await findCurrentClocks(db, [ticketId])
  const explained = byTicket(clocks, await findCalendars(db), (clock, calendar) => ({
    ...reading(clock, calendar, now),
    slices: explainClock(clock, calendar, eventsOf(clock), now).map(({ from, to, ...slice }) => ({
      ...slice,
      from: from.toISOString(),
      to: to.toISOString(),
    })),
    policy: clock.policyName,
    calendar: calendar?.name ?? null,
  }))
  return explained.get(ticketId)
}

function byTicket<T>(
  clocks: ClockRow[],
  calendars: Map<string, Calendar>,
  read: (clock: ClockRow, calendar: Calendar | null) => T,
) {
  const found = new Map<string, Record<ClockKind, T>>()
  for (const clock of clocks) {
    const value = read(clock, (clock.calendarId && calendars.get(clock.calendarId)) || null)
    const both = found.get(clock.ticketId) ?? { first_response: value, resolution: value }
    found.set(clock.ticketId, { ...both, [clock.kind]: value })
  }
  return found
}

function reading(clock: ClockRow, calendar: Calendar | null, now: Date): Clock {
  const { dueAt: due, state, ...minutes } = readClock(clock, calendar, eventsOf(clock), now)
  return {
    kind: clock.kind,
    ...minutes,
    state: clock.cancelledAt ? 'cancelled' : state,
    dueAt: due?.toISOString() ?? null,
    startedAt: clock.startedAt.toISOString(),
    stoppedAt: (clock.stoppedAt ?? clock.cancelledAt)?.toISOString() ?? null,
  }
}

const eventsOf = ({ startedAt, pauses, stoppedAt, cancelledAt }: ClockRow): ClockEvents => ({
  startedAt,
  pauses: pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : null })),
  stoppedAt: stoppedAt ?? cancelledAt,
})

const calendarFor = async (db: Db, { calendarId }: { calendarId: string | null }) =>
  calendarId ? getCalendar(db, calendarId) : null

import type { ClockKind } from '@physique57/contracts'
import type { Db } from '../../db/database.ts'
import type { Difference } from '../../db/tables.ts'
import { type ClockRow, deleteClock, findClocks, updateClock } from './clocks.queries.ts'
import { type DueTimes, recalculate } from './clocks.service.ts'

type ClockChanges = Record<string, Difference | 'new'>
type ClockState = Record<string, unknown>

/** All cycles of a ticket's clocks by kind and cycle, with what moves change of them; when one is due follows from it. */
export async function readClockStates(db: Db, ticketId: string): Promise<Record<string, ClockState>> {
  return Object.fromEntries((await findClocks(db, ticketId)).map((clock) => [keyOf(clock), stateOf(clock)]))
}

const keyOf = ({ kind, cycle }: ClockRow) => `${kind} ${cycle}`

const stateOf = (clock: ClockRow): ClockState => ({
  policyId: clock.policyId,
  policyName: clock.policyName,
  targetMinutes: clock.targetMinutes,
  hours: clock.hours,
  calendarId: clock.calendarId,
  pauses: clock.pauses,
  stoppedAt: clock.stoppedAt?.toISOString() ?? null,
  cancelledAt: clock.cancelledAt?.toISOString() ?? null,
})

/** Makes the clocks what they were before these changes; a cycle that the changes began never was. */
export async function restoreClocks(db: Db, ticketId: string, changes: ClockChanges): Promise<DueTimes> {
  for (const [key, change] of Object.entries(changes)) {
    const [kind, cycle] = key.split(' ')
    // written by readClockStates
    const clock = { ticketId, kind: kind as ClockKind, cycle: Number(cycle) }
    if (change === 'new') await deleteClock(db, clock)
    else await updateClock(db, clock, earlierColumns(change))
  }
  return recalculate(db, ticketId)
}

const earlierColumns = (change: Difference) =>
  Object.fromEntries(
    Object.entries(change).map(([field, { from }]) => [field, field === 'pauses' ? JSON.stringify(from) : from]),
  )

/** What deleting cancelled runs on, as if it had never stopped. */
export async function reviveClocks(db: Db, ticketId: string): Promise<DueTimes> {
  for (const clock of await findClocks(db, ticketId)) {
    if (clock.cancelledAt) await updateClock(db, clock, { cancelledAt: null })
  }
  return recalculate(db, ticketId)
}

import { isDeepStrictEqual } from 'node:util'
import type { Difference, StoredDifference } from '../../../db/tables.ts'

/** What moves change of a ticket and its clocks, as JSON has it. */
export interface TicketState {
  ticket: State
  /** By kind and cycle: `resolution 1`. */
  clocks: Record<string, State>
}
export type State = Record<string, unknown>

export function differenceOf(before: TicketState, after: TicketState): StoredDifference {
  const clocks = Object.entries(after.clocks).flatMap(([key, clock]): [string, Difference | 'new'][] => {
    const earlier = before.clocks[key]
    if (!earlier) return [[key, 'new']]
    const difference = between(earlier, clock)
    return isEmpty(difference) ? [] : [[key, difference]]
  })
  return { ticket: between(before.ticket, after.ticket), clocks: Object.fromEntries(clocks) }
}

const between = (before: State, after: State): Difference =>
  Object.fromEntries(
    Object.keys(after)
      .filter((field) => !isDeepStrictEqual(before[field], after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  )

const isEmpty = (object: object) => Object.keys(object).length === 0

export const isNoDifference = ({ ticket, clocks }: StoredDifference): boolean => isEmpty(ticket) && isEmpty(clocks)

/** The fields that are no longer what this change made of them; of a clock `clock`. */
export function changedSince({ ticket, clocks }: StoredDifference, now: TicketState): string[] {
  const isOther = (difference: Difference, state: State) =>
    Object.keys(difference).filter((field) => !isDeepStrictEqual(difference[field]?.to, state[field]))
  const ofClocks = Object.entries(clocks).some(
    ([key, difference]) => difference !== 'new' && isOther(difference, now.clocks[key] ?? {}).length > 0,
  )
  return [...isOther(ticket, now.ticket), ...(ofClocks ? ['clock'] : [])]
}

/** What the fields were before. */
export const earlierValues = (difference: Difference): State =>
  Object.fromEntries(Object.entries(difference).map(([field, { from }]) => [field, from]))

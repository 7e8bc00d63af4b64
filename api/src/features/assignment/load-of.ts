import type { Priority } from '@physique57/contracts'

export type PriorityWeights = Record<Priority, number>

/** How much an open ticket weighs when work is shared out, until the settings say otherwise. */
export const priorityWeights: PriorityWeights = { critical: 4, high: 3, medium: 2, low: 1 }

/** Somebody's load: the weights of their open, not pending tickets, counted by priority. */
export const loadOf = (counts: Partial<Record<Priority, number>>, weights: PriorityWeights = priorityWeights): number =>
  (counts.critical ?? 0) * weights.critical +
  (counts.high ?? 0) * weights.high +
  (counts.medium ?? 0) * weights.medium +
  (counts.low ?? 0) * weights.low

import type { Priority } from '@physique57/contracts'
import type { HoursCounted } from './due-at.ts'

export type SlaTerms = {
  name: string
  firstResponseMinutes: number
  resolutionMinutes: number
  hours: HoursCounted
}

/** A null scope means any. */
export type SlaPolicy = SlaTerms & {
  id: string
  priority: Priority
  categoryId: string | null
  subcategoryId: string | null
  studioId: string | null
}

/** What applies where nobody configured anything. */
export const defaultPolicies: Record<Priority, SlaTerms> = {
  critical: { name: 'Critical', firstResponseMinutes: 60, resolutionMinutes: 4 * 60, hours: 'always' },
  high: { name: 'High', firstResponseMinutes: 2 * 60, resolutionMinutes: 24 * 60, hours: 'always' },
  medium: { name: 'Medium', firstResponseMinutes: 4 * 60, resolutionMinutes: 16 * 60, hours: 'studio_hours' },
  low: { name: 'Low', firstResponseMinutes: 8 * 60, resolutionMinutes: 40 * 60, hours: 'studio_hours' },
}

type Scope = { priority: Priority; categoryId: string; subcategoryId: string; studioId: string }

/**
 * The policy of the ticket's priority that says most about it: subcategory before category before studio, and of two
 * that agree on these, the one with the studio; then the lowest id. `id` is null for a default.
 */
export function choosePolicy(policies: readonly SlaPolicy[], ticket: Scope): SlaTerms & { id: string | null } {
  const [best] = policies
    .filter((policy) => matches(policy, ticket))
    .sort((a, b) => specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1))
  return best ?? { id: null, ...defaultPolicies[ticket.priority] }
}

const matches = (policy: SlaPolicy, ticket: Scope): boolean =>
  policy.priority === ticket.priority &&
  (policy.categoryId ?? ticket.categoryId) === ticket.categoryId &&
  (policy.subcategoryId ?? ticket.subcategoryId) === ticket.subcategoryId &&
  (policy.studioId ?? ticket.studioId) === ticket.studioId

/** A subcategory has one category, so naming both says no more than the subcategory. */
const specificity = ({ subcategoryId, categoryId, studioId }: SlaPolicy): number =>
  (subcategoryId ? 4 : categoryId ? 2 : 0) + (studioId ? 1 : 0)

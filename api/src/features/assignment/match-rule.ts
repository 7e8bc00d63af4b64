import type { Priority } from '@physique57/contracts'

/** Who gets which tickets; a null scope means any. One target: a person or a team. */
export type AssignmentRule = {
  id: string
  name: string
  /** Lower comes first. */
  priorityOrder: number
  categoryId: string | null
  subcategoryId: string | null
  studioId: string | null
  priority: Priority | null
  targetUserId: string | null
  targetTeamId: string | null
  isActive: boolean
}

type Scope = { categoryId: string; subcategoryId: string; studioId: string; priority: Priority }

/** The first active rule for this ticket, by `priorityOrder`, then id. */
export function matchRule(rules: readonly AssignmentRule[], ticket: Scope): AssignmentRule | null {
  const [first] = rules
    .filter((rule) => rule.isActive && matches(rule, ticket))
    .sort((a, b) => a.priorityOrder - b.priorityOrder || (a.id < b.id ? -1 : 1))
  return first ?? null
}

const matches = (rule: AssignmentRule, ticket: Scope): boolean =>
  (rule.categoryId ?? ticket.categoryId) === ticket.categoryId &&
  (rule.subcategoryId ?? ticket.subcategoryId) === ticket.subcategoryId &&
  (rule.studioId ?? ticket.studioId) === ticket.studioId &&
  (rule.priority ?? ticket.priority) === ticket.priority

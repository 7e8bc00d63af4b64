import type { AssignmentRule } from './match-rule.ts'

/** Whom a ticket is meant for, before anyone's availability is known: this says what to load, and which team to lock. */
export type Route =
  | { to: 'person'; userId: string }
  | { to: 'members'; teamId: string }
  | { to: 'lead'; teamId: string }
  | { to: 'nobody' }

/** The rule's target; without a rule the lead of the subcategory's team, else of the organisation's default team. */
export function chooseRoute(
  rule: Pick<AssignmentRule, 'targetUserId' | 'targetTeamId'> | null,
  subcategoryTeamId: string | null,
  defaultTeamId: string | null,
): Route {
  if (rule?.targetUserId) return { to: 'person', userId: rule.targetUserId }
  if (rule?.targetTeamId) return { to: 'members', teamId: rule.targetTeamId }
  const teamId = subcategoryTeamId ?? defaultTeamId
  return teamId ? { to: 'lead', teamId } : { to: 'nobody' }
}

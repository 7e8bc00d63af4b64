import { z } from 'zod'

export const Role = z.enum(['admin', 'director', 'manager', 'team_lead', 'team_member'])
export type Role = z.infer<typeof Role>

export const roleLabel: Record<Role, string> = {
  admin: 'Admin',
  director: 'Director',
  manager: 'Manager',
  team_lead: 'Team lead',
  team_member: 'Team member',
}

/** Sees every ticket of the organisation. */
export const seesEverything = (role: Role): boolean => role === 'admin' || role === 'director' || role === 'manager'

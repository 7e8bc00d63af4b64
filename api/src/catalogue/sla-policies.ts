import type { Priority } from '@physique57/contracts'
import type { CountedHours } from '../db/tables.ts'

export interface SlaPolicyData {
  name: string
  priority: Priority
  /** Narrower than the defaults: these tickets only. */
  category?: string
  subcategory?: string
  studio?: string
  /** Which hours its clocks count. */
  hours: CountedHours
  firstResponseMinutes: number
  resolutionMinutes: number
}

const inHours = (count: number): number => count * 60

export const slaPolicies: readonly SlaPolicyData[] = [
  {
    name: 'Critical',
    priority: 'critical',
    hours: 'always',
    firstResponseMinutes: inHours(1),
    resolutionMinutes: inHours(4),
  },
  {
    name: 'High',
    priority: 'high',
    hours: 'always',
    firstResponseMinutes: inHours(2),
    resolutionMinutes: inHours(24),
  },
  {
    name: 'Medium',
    priority: 'medium',
    hours: 'studio_hours',
    firstResponseMinutes: inHours(4),
    resolutionMinutes: inHours(16),
  },
  {
    name: 'Low',
    priority: 'low',
    hours: 'studio_hours',
    firstResponseMinutes: inHours(8),
    resolutionMinutes: inHours(40),
  },
  {
    name: 'High, Health & Safety',
    priority: 'high',
    category: 'Health & Safety',
    hours: 'always',
    firstResponseMinutes: inHours(1),
    resolutionMinutes: inHours(12),
  },
  {
    name: 'Medium, membership freeze',
    priority: 'medium',
    category: 'Membership & Billing',
    subcategory: 'Membership Freeze',
    hours: 'studio_hours',
    firstResponseMinutes: inHours(2),
    resolutionMinutes: inHours(8),
  },
]

import type { Priority } from '@physique57/contracts'
import type { TeamName } from './teams.ts'

/** Tried in this order; the first whose conditions all hold decides. What is left out matches everything. */
export interface AssignmentRuleData {
  name: string
  category?: string
  subcategory?: string
  studio?: string
  priority?: Priority
  team: TeamName
}

export const assignmentRules: readonly AssignmentRuleData[] = [
  {
    name: 'Injuries go to Management',
    category: 'Health & Safety',
    subcategory: 'Injury During Class',
    team: 'Management',
  },
  {
    name: 'Critical Health & Safety goes to Management',
    category: 'Health & Safety',
    priority: 'critical',
    team: 'Management',
  },
  {
    name: 'Personal boundaries go to Management',
    category: 'Instructor Related',
    subcategory: 'Personal Boundaries',
    team: 'Management',
  },
  {
    name: 'Discrimination goes to Management',
    category: 'Community & Culture',
    subcategory: 'Discrimination',
    team: 'Management',
  },
  {
    name: 'Freezes go to Client Success',
    category: 'Membership & Billing',
    subcategory: 'Membership Freeze',
    team: 'Client Success',
  },
  {
    name: 'Renewals go to Client Success',
    category: 'Membership & Billing',
    subcategory: 'Renewal',
    team: 'Client Success',
  },
  {
    name: 'Cancellations go to Client Success',
    category: 'Membership & Billing',
    subcategory: 'Membership Cancellation',
    team: 'Client Success',
  },
  {
    name: 'The building at a pop-up is for Operations',
    category: 'Facility & Amenities',
    studio: 'Pop-up',
    team: 'Operations',
  },
  { name: 'Operations keep people safe', category: 'Health & Safety', team: 'Operations' },
  { name: 'Facilities look after the building', category: 'Facility & Amenities', team: 'Facilities' },
  { name: 'Training looks after its trainers', category: 'Instructor Related', team: 'Training' },
  { name: 'Training looks after classes', category: 'Class Experience', team: 'Training' },
  { name: 'Technology looks after bookings', category: 'Booking & Technology', team: 'Technology' },
  { name: 'Finance looks after money', category: 'Membership & Billing', team: 'Finance' },
  {
    name: 'The desk is for Operations',
    category: 'Customer Service',
    subcategory: 'Front Desk Service',
    team: 'Operations',
  },
  {
    name: 'Who is at the desk is for Operations',
    category: 'Customer Service',
    subcategory: 'Staff Availability',
    team: 'Operations',
  },
  {
    name: 'What the desk knows is for Operations',
    category: 'Customer Service',
    subcategory: 'Staff Knowledge',
    team: 'Operations',
  },
  { name: 'Client Success answers for our service', category: 'Customer Service', team: 'Client Success' },
  { name: 'Client Success looks after the community', category: 'Community & Culture', team: 'Client Success' },
  { name: 'Operations look after the shop', category: 'Retail & Merchandise', team: 'Operations' },
  {
    name: 'Nutrition is for Training',
    category: 'Miscellaneous',
    subcategory: 'Nutrition/Wellness Advice',
    team: 'Training',
  },
  { name: 'Operations look after the rest', category: 'Miscellaneous', team: 'Operations' },
]

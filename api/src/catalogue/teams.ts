/** Departments. A ticket always belongs to one of them, also while nobody has it. */
export const teamNames = [
  'Operations',
  'Facilities',
  'Training',
  'Sales',
  'Client Success',
  'Marketing',
  'Finance',
  'Technology',
  'Management',
] as const

export type TeamName = (typeof teamNames)[number]

import type { CategoryIcon, FormField, Priority } from '@physique57/contracts'
import type { TeamName } from './teams.ts'

export interface SubcategoryData {
  name: string
  /** Words people at the desk really type; no two subcategories share one. */
  aliases: readonly string[]
  team: TeamName
  priority: Priority
  form: FormField[]
}

export interface CategoryData {
  name: string
  icon: CategoryIcon
  subcategories: readonly SubcategoryData[]
}

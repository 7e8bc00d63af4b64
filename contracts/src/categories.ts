import { z } from 'zod'
import { Id, idParams, lineOfText, NamedRef, queryBoolean } from './common.ts'
import { endpoint } from './endpoint.ts'
import { FormFields } from './forms.ts'
import { Priority } from './ticket-status.ts'

/** What a category may be shown with: names of lucide icons that the web has. */
export const CategoryIcon = z.enum([
  'building-2',
  'circle-help',
  'credit-card',
  'dumbbell',
  'graduation-cap',
  'headset',
  'heart-pulse',
  'inbox',
  'megaphone',
  'shopping-bag',
  'smartphone',
  'sparkles',
  'users',
])
export type CategoryIcon = z.infer<typeof CategoryIcon>

/** So many categories there may be, and subcategories in each: what a picker can still show. */
export const categoryLimits = { categories: 60, subcategories: 60 }

export const Subcategory = z.object({
  id: Id,
  categoryId: Id,
  name: z.string(),
  /** Other words people use for it; the picker searches them too. */
  aliases: z.array(z.string()),
  defaultPriority: Priority,
  defaultTeam: NamedRef.nullable(),
  position: z.int(),
  /** What is no longer offered stays with the tickets that have it. */
  isActive: z.boolean(),
  /** For `If-Match`. */
  version: z.int(),
})
export type Subcategory = z.infer<typeof Subcategory>

export const Category = z.object({
  id: Id,
  name: z.string(),
  icon: z.string(),
  position: z.int(),
  isActive: z.boolean(),
  version: z.int(),
  subcategories: z.array(Subcategory),
})
export type Category = z.infer<typeof Category>

/** The questions a subcategory asks, as filed from now on; a ticket keeps the version it was filed with. */
export const Form = z.object({ formVersionId: Id, version: z.int(), fields: FormFields })
export type Form = z.infer<typeof Form>

const Position = z.int().min(0).max(1_000)
const Alias = lineOfText(40).transform((alias) => alias.toLowerCase())

const category = { name: lineOfText(60), icon: CategoryIcon, position: Position }

/** At the end, unless it says where. */
export const CreateCategory = z.strictObject({
  ...category,
  icon: CategoryIcon.default('inbox'),
  position: Position.optional(),
})
export type CreateCategory = z.output<typeof CreateCategory>

const hasChanges = (changes: object) => Object.keys(changes).length > 0

export const ChangeCategory = z
  .strictObject({ ...category, isActive: z.boolean() })
  .partial()
  .refine(hasChanges, { error: 'Nothing to change' })
export type ChangeCategory = z.output<typeof ChangeCategory>

const subcategory = {
  name: lineOfText(60),
  aliases: z
    .array(Alias)
    .max(20)
    .transform((aliases) => [...new Set(aliases)]),
  defaultPriority: Priority,
  /** null: whoever the rules choose, or the default team. */
  defaultTeamId: Id.nullable(),
  position: Position,
  /** All questions, in their order. */
  fields: FormFields,
}

export const CreateSubcategory = z.strictObject({
  ...subcategory,
  categoryId: Id,
  aliases: subcategory.aliases.default([]),
  defaultPriority: Priority.default('medium'),
  defaultTeamId: subcategory.defaultTeamId.default(null),
  position: Position.optional(),
  fields: FormFields.default([]),
})
export type CreateSubcategory = z.output<typeof CreateSubcategory>

/** Other questions make a new version of the form. */
export const ChangeSubcategory = z
  .strictObject({ ...subcategory, isActive: z.boolean() })
  .partial()
  .refine(hasChanges, { error: 'Nothing to change' })
export type ChangeSubcategory = z.output<typeof ChangeSubcategory>

/** Also what is no longer offered. */
const alsoInactive = z.strictObject({ inactive: queryBoolean.default(false) })

export const categories = {
  list: endpoint({
    method: 'GET',
    path: '/categories',
    summary: 'All categories with their subcategories',
    query: alsoInactive,
    response: z.object({ items: z.array(Category) }),
  }),
  subcategories: endpoint({
    method: 'GET',
    path: '/categories/:id/subcategories',
    summary: 'Subcategories of one category',
    params: idParams,
    query: alsoInactive,
    response: z.object({ items: z.array(Subcategory) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/categories',
    summary: 'A new category (admins)',
    body: CreateCategory,
    response: Category,
    status: 201,
    idempotent: true,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/categories/:id',
    summary: 'Rename it, give it another icon or place, or no longer offer it (admins)',
    params: idParams,
    body: ChangeCategory,
    response: Category,
    versioned: true,
  }),
}

export const subcategories = {
  fields: endpoint({
    method: 'GET',
    path: '/subcategories/:id/fields',
    summary: 'The form of a subcategory',
    params: idParams,
    query: alsoInactive,
    response: Form,
  }),
  create: endpoint({
    method: 'POST',
    path: '/subcategories',
    summary: 'A new subcategory with its form (admins)',
    body: CreateSubcategory,
    response: Subcategory,
    status: 201,
    idempotent: true,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/subcategories/:id',
    summary:
      'Change a subcategory or its form, of which tickets keep the version they have; or no longer offer it (admins)',
    params: idParams,
    body: ChangeSubcategory,
    response: Subcategory,
    versioned: true,
  }),
}

import { z } from 'zod'
import { Id, idParams, NamedRef } from './common.ts'
import { endpoint } from './endpoint.ts'
import { FieldOption, FieldType, FormFields, LookupKind } from './forms.ts'
import { Priority } from './ticket-status.ts'

export const Subcategory = z.object({
  id: Id,
  categoryId: Id,
  name: z.string(),
  /** Other words people use for it; the picker searches them too. */
  aliases: z.array(z.string()),
  defaultPriority: Priority,
  defaultTeam: NamedRef.nullable(),
})
export type Subcategory = z.infer<typeof Subcategory>

export const Category = z.object({
  id: Id,
  name: z.string(),
  /** Name of a lucide icon. */
  icon: z.string(),
  subcategories: z.array(Subcategory),
})
export type Category = z.infer<typeof Category>

/** The questions a subcategory asks, as filed from now on; a ticket keeps the version it was filed with. */
export const Form = z.object({ formVersionId: Id, version: z.int(), fields: FormFields })
export type Form = z.infer<typeof Form>

/** A question as lists can be filtered by it: of all forms that ask it, with every option any of them offers. */
export const Question = z.object({
  key: z.string(),
  label: z.string(),
  type: FieldType,
  options: z.array(FieldOption),
  /** Of a lookup: what is looked up. */
  of: LookupKind.nullable(),
})
export type Question = z.infer<typeof Question>

export const Studio = z.object({
  id: Id,
  name: z.string(),
  /** For lists and rows. */
  shortName: z.string(),
  city: z.string(),
})
export type Studio = z.infer<typeof Studio>

export const LookupEntry = z.object({ id: Id, kind: LookupKind, name: z.string() })
export type LookupEntry = z.infer<typeof LookupEntry>

export const categories = {
  list: endpoint({
    method: 'GET',
    path: '/categories',
    summary: 'All categories with their subcategories',
    response: z.object({ items: z.array(Category) }),
  }),
  subcategories: endpoint({
    method: 'GET',
    path: '/categories/:id/subcategories',
    summary: 'Subcategories of one category',
    params: idParams,
    response: z.object({ items: z.array(Subcategory) }),
  }),
  fields: endpoint({
    method: 'GET',
    path: '/subcategories/:id/fields',
    summary: 'The form of a subcategory',
    params: idParams,
    response: Form,
  }),
}

export const questions = {
  list: endpoint({
    method: 'GET',
    path: '/questions',
    summary: 'Every question that the forms ask now, by label',
    response: z.object({ items: z.array(Question) }),
  }),
}

export const studios = {
  list: endpoint({
    method: 'GET',
    path: '/studios',
    summary: 'All studios',
    response: z.object({ items: z.array(Studio) }),
  }),
}

export const lookups = {
  list: endpoint({
    method: 'GET',
    path: '/lookups',
    summary: 'Class types, packages, trainers and studios, as forms offer them',
    response: z.object({ items: z.array(LookupEntry) }),
  }),
}

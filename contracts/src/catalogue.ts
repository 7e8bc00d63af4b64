import { z } from 'zod'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'
import { FieldOption, FieldType, LookupKind } from './forms.ts'

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

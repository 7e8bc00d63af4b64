import {
  type Answers,
  type FormField,
  type LookupEntry,
  notOffered,
  type Question,
  type Subcategory,
} from '@physique57/contracts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { readOnly } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import {
  findCategories,
  findCategory,
  findChoosable,
  findCurrentForm,
  findCurrentForms,
  findLookups,
  findStudios,
  findSubcategories,
  findSubcategory,
  type SubcategoryRow,
  type Which,
} from './catalogue.queries.ts'
import { questionsOf } from './questions-of.ts'

export { findCurrentForm, findStudio, findSubcategory } from './catalogue.queries.ts'

export const listCategories = (ctx: Context, which: Which) =>
  readOnly(ctx, async ({ db }) => {
    const subcategories = (await findSubcategories(db, which)).map(toSubcategory)
    const categories = await findCategories(db, which)
    return {
      items: categories.map((category) => ({
        ...category,
        subcategories: subcategories.filter(({ categoryId }) => categoryId === category.id),
      })),
    }
  })

export const listSubcategories = (ctx: Context, categoryId: string, { inactive }: Which) =>
  readOnly(ctx, async ({ db }) => {
    if (!(await findCategory(db, categoryId))) throw notFound('This category')
    return { items: (await findSubcategories(db, { inactive, categoryId })).map(toSubcategory) }
  })

export const getForm = (ctx: Context, subcategoryId: string, { inactive }: Which) =>
  readOnly(ctx, async ({ db }) => {
    const isThere = inactive || (await findSubcategory(db, subcategoryId))
    const form = isThere && (await findCurrentForm(db, subcategoryId))
    if (!form) throw notFound('This subcategory')
    return form
  })

export const listQuestions = (ctx: Context) => readOnly(ctx, async ({ db }) => ({ items: await findQuestions(db) }))

export const findQuestions = async (db: Db): Promise<Question[]> =>
  questionsOf((await findCurrentForms(db)).flatMap(({ fields }) => fields))

export const listStudios = (ctx: Context) => readOnly(ctx, async ({ db }) => ({ items: await findStudios(db) }))

export const listLookups = (ctx: Context) =>
  readOnly(ctx, async ({ db }) => {
    const studios = (await findStudios(db)).map(({ id, name }): LookupEntry => ({ id, kind: 'studio', name }))
    return { items: [...(await findLookups(db)), ...studios] }
  })

/** 422 when an answer names an entry that is not offered. */
export async function assertChoicesExist(db: Db, fields: FormField[], answers: Answers): Promise<void> {
  const lookups = fields.filter(({ type }) => type === 'lookup')
  const chosen = lookups.flatMap(({ key }) => answers[key] ?? []).filter((id) => typeof id === 'string')
  if (chosen.length === 0) return
  const errors = notOffered(lookups, answers, await findChoosable(db, chosen))
  if (errors.length > 0) throw new AppError('unprocessable', 'An answer is not one of the choices.', { errors })
}

export const toSubcategory = ({ teamId, teamName, ...row }: SubcategoryRow): Subcategory => ({
  ...row,
  defaultTeam: teamId && teamName ? { id: teamId, name: teamName } : null,
})

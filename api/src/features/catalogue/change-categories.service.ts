import { type Category, type ChangeCategory, type CreateCategory, categoryLimits } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import { isTaken } from '../../db/is-taken.ts'
import { inTransaction } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import { authorizeCatalogue } from './catalogue.policy.ts'
import { findCategories, findCategory, findSubcategories } from './catalogue.queries.ts'
import { toSubcategory } from './catalogue.service.ts'
import { insertCategory, lockRow, updateCategory } from './changes.queries.ts'
import { assertVersion, whatChanged } from './what-changed.ts'

export const createCategory = (ctx: Context, { position, ...input }: CreateCategory): Promise<Category> =>
  inTransaction(ctx, async ({ db, actor }) => {
    authorizeCatalogue(actor)
    const all = await findCategories(db, { inactive: true })
    if (all.length >= categoryLimits.categories) {
      throw new AppError('conflict', `There are ${all.length} categories, which is as many as there can be.`)
    }

    const row = { id: uuid(), ...input, position: position ?? nextPosition(all) }
    await insertCategory(db, row).catch(refuseTaken(input.name))
    await recordAudit(db, { actorId: actor.id, action: 'category.created', subject: row.id, change: input })
    return viewCategory(db, row.id)
  })

export const changeCategory = (ctx: Context, id: string, input: ChangeCategory): Promise<Category> =>
  inTransaction(ctx, async ({ db, actor }) => {
    authorizeCatalogue(actor)
    const before = (await lockRow(db, 'categories', id)) && (await findCategory(db, id))
    if (!before) throw notFound('This category')
    assertVersion(ctx, before, 'category')

    const changed = whatChanged(before, input)
    if (!changed) return viewCategory(db, id)
    await updateCategory(db, id, { ...input, version: before.version + 1 }).catch(refuseTaken(input.name))
    await recordAudit(db, { actorId: actor.id, action: 'category.changed', subject: id, change: changed })
    return viewCategory(db, id)
  })

/** After all there are. */
export const nextPosition = (rows: { position: number }[]): number =>
  Math.min(1_000, Math.max(-1, ...rows.map(({ position }) => position)) + 1)

async function viewCategory(db: Db, id: string): Promise<Category> {
  const category = await findCategory(db, id)
  if (!category) throw notFound('This category')
  const subcategories = await findSubcategories(db, { inactive: true, categoryId: id })
  return { ...category, subcategories: subcategories.map(toSubcategory) }
}

const refuseTaken =
  (name = '') =>
  (error: unknown): never => {
    if (!isTaken(error)) throw error
    const message = `There is a category called “${name}” already.`
    throw new AppError('conflict', message, { errors: [{ path: 'name', message }] })
  }

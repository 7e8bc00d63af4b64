import {
  type ChangeSubcategory,
  type CreateSubcategory,
  categoryLimits,
  checkForm,
  type FormField,
  type Subcategory,
} from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import { isTaken } from '../../db/is-taken.ts'
import { inTransaction } from '../../db/transaction.ts'
import { AppError, notFound, unprocessable } from '../../http/app-error.ts'
import { authorizeCatalogue } from './catalogue.policy.ts'
import {
  findAnySubcategory,
  findCategory,
  findCurrentForm,
  findCurrentForms,
  findSubcategories,
  type SubcategoryRow,
} from './catalogue.queries.ts'
import { toSubcategory } from './catalogue.service.ts'
import { nextPosition } from './change-categories.service.ts'
import { findTeam, insertForm, insertSubcategory, lockRow, updateSubcategory } from './changes.queries.ts'
import { clashingQuestions } from './clashing-questions.ts'
import { assertVersion, whatChanged } from './what-changed.ts'

export const createSubcategory = (ctx: Context, input: CreateSubcategory): Promise<Subcategory> =>
  inTransaction(ctx, async ({ db, actor }) => {
    authorizeCatalogue(actor)
    const { fields, position, ...rest } = input
    const others = await siblingsOf(db, input.categoryId)
    await assertTeam(db, input.defaultTeamId)
    await assertForm(db, fields)

    const row = { id: uuid(), ...rest, position: position ?? nextPosition(others) }
    await insertSubcategory(db, row).catch(refuseTaken(input.name))
    await insertForm(db, row.id, 1, fields)
    await recordAudit(db, { actorId: actor.id, action: 'subcategory.created', subject: row.id, change: { ...input } })
    return viewSubcategory(db, row.id)
  })

export const changeSubcategory = (ctx: Context, id: string, input: ChangeSubcategory): Promise<Subcategory> =>
  inTransaction(ctx, async ({ db, actor }) => {
    authorizeCatalogue(actor)
    const row = (await lockRow(db, 'subcategories', id)) && (await findAnySubcategory(db, id))
    if (!row) throw notFound('This subcategory')
    assertVersion(ctx, row, 'subcategory')

    const form = await findCurrentForm(db, id)
    const changed = whatChanged(keptOf(row, form?.fields ?? []), input)
    if (!changed) return toSubcategory(row)
    await assertTeam(db, input.defaultTeamId ?? null)
    if (input.fields && changed.fields) {
      await assertForm(db, input.fields, id)
      await insertForm(db, id, (form?.version ?? 0) + 1, input.fields)
    }
    const { fields: _, ...columns } = input
    await updateSubcategory(db, id, { ...columns, version: row.version + 1 }).catch(refuseTaken(input.name))
    await recordAudit(db, { actorId: actor.id, action: 'subcategory.changed', subject: id, change: changed })
    return viewSubcategory(db, id)
  })

/** What may be changed, as it is. */
const keptOf = (row: SubcategoryRow, fields: FormField[]) => ({ ...row, defaultTeamId: row.teamId, fields })

/** 422 unless there is this category with room for another. */
async function siblingsOf(db: Db, categoryId: string) {
  if (!(await findCategory(db, categoryId))) throw unprocessable('categoryId', 'There is no such category')
  const others = await findSubcategories(db, { inactive: true, categoryId })
  if (others.length < categoryLimits.subcategories) return others
  throw new AppError('conflict', `This category has ${others.length} subcategories, which is as many as there can be.`)
}

async function assertTeam(db: Db, id: string | null): Promise<void> {
  if (id && !(await findTeam(db, id))) throw unprocessable('defaultTeamId', 'There is no such team')
}

/** 422 unless it can be filled in and asks nothing in another way than the other forms do. */
async function assertForm(db: Db, fields: FormField[], subcategoryId?: string): Promise<void> {
  const others = (await findCurrentForms(db)).filter((form) => form.subcategoryId !== subcategoryId)
  const errors = [...checkForm(fields), ...clashingQuestions(fields, others)]
  if (errors.length === 0) return
  throw new AppError('unprocessable', 'Nobody could fill in this form.', {
    errors: errors.map(({ path, message }) => ({ path: `fields.${path}`, message })),
  })
}

async function viewSubcategory(db: Db, id: string): Promise<Subcategory> {
  const row = await findAnySubcategory(db, id)
  if (!row) throw notFound('This subcategory')
  return toSubcategory(row)
}

const refuseTaken =
  (name = '') =>
  (error: unknown): never => {
    if (!isTaken(error)) throw error
    const message = `This category has a subcategory called “${name}” already.`
    throw new AppError('conflict', message, { errors: [{ path: 'name', message }] })
  }

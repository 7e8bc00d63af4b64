import type { Answer, Draft, drafts, Received } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'

/** For a device somebody signs in on: what they had not sent when they left another one. */
export const listDrafts = (ctx: Context): Promise<Answer<typeof drafts.list>> =>
  readOnly(ctx, async ({ db, actor }) => {
    const rows = await db
      .selectFrom('drafts')
      .select(['key', 'content', 'updatedAt'])
      .where('userId', '=', actor.id)
      .orderBy('updatedAt', 'desc')
      .limit(20)
      .execute()
    return { items: rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })) }
  })

/** Row-level security shows nobody else's. */
export const getDraft = (ctx: Context, key: string): Promise<Draft> =>
  readOnly(ctx, async ({ db, actor }) => {
    const row = await db
      .selectFrom('drafts')
      .select(['content', 'updatedAt'])
      .where('userId', '=', actor.id)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!row) throw notFound('This draft')
    return { content: row.content, updatedAt: row.updatedAt.toISOString() }
  })

export const saveDraft = (
  ctx: Context,
  key: string,
  { content, replaces }: Received<typeof drafts.save>['body'],
): Promise<Draft> =>
  inTransaction(ctx, async ({ db, actor, now }) => {
    const standing = await db
      .selectFrom('drafts')
      .select('updatedAt')
      .where('userId', '=', actor.id)
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst()
    if (standing && replaces !== undefined && standing.updatedAt.toISOString() !== replaces) {
      throw new AppError('conflict', 'This draft was saved from elsewhere meanwhile.')
    }
    const json = JSON.stringify(content)
    const { updatedAt } = await db
      .insertInto('drafts')
      .values({ userId: actor.id, key, content: json })
      .onConflict((conflict) => conflict.columns(['userId', 'key']).doUpdateSet({ content: json, updatedAt: now }))
      .returning('updatedAt')
      .executeTakeFirstOrThrow()
    return { content, updatedAt: updatedAt.toISOString() }
  })

export const discardDraft = (ctx: Context, key: string): Promise<void> =>
  inTransaction(ctx, async ({ db, actor }) => {
    await db.deleteFrom('drafts').where('userId', '=', actor.id).where('key', '=', key).execute()
  })

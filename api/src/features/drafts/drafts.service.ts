import type { Draft } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { notFound } from '../../http/app-error.ts'

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

export const saveDraft = (ctx: Context, key: string, content: Draft['content']): Promise<Draft> =>
  inTransaction(ctx, async ({ db, actor, now }) => {
    const json = JSON.stringify(content)
    await db
      .insertInto('drafts')
      .values({ userId: actor.id, key, content: json })
      .onConflict((conflict) => conflict.columns(['userId', 'key']).doUpdateSet({ content: json, updatedAt: now }))
      .execute()
    return { content, updatedAt: now.toISOString() }
  })

export const discardDraft = (ctx: Context, key: string): Promise<void> =>
  inTransaction(ctx, async ({ db, actor }) => {
    await db.deleteFrom('drafts').where('userId', '=', actor.id).where('key', '=', key).execute()
  })

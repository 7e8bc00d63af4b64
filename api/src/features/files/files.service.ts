import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { notFound } from '../../http/app-error.ts'
import { giveUpFile } from '../tickets/thread/give-up-file.service.ts'
import { deleteFile, type FileRow, findFiles, getFile } from './files.queries.ts'
import { toStoredFile } from './stored-file.ts'

export const listFiles = (ctx: Context, ids: string[]) =>
  readOnly(ctx, async ({ db }) => {
    const rows = new Map((await findFiles(db, ids)).map((row) => [row.id, row]))
    const inOrder = ids.flatMap((id) => rows.get(id) ?? [])
    return { items: inOrder.filter(({ status }) => status === 'ready').map(toStoredFile) }
  })

/** Rights are looked up each time: they follow the ticket. */
export const getReadyFile = (ctx: Context, id: string): Promise<FileRow> =>
  readOnly(ctx, async ({ db }) => {
    const row = await getFile(db, id)
    if (row.status !== 'ready') throw notFound('This file')
    return row
  })

/** The row first: what is left when we die in between is bytes that nobody names, and those are swept up. */
export async function removeFile(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const file = await getFile(tx.db, id)
    if (file.ticketId) await giveUpFile(tx, file.ticketId, file)
    await deleteFile(tx.db, id)
  })
  await ctx.files.remove(id)
}

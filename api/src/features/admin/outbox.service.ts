import type { admin, Received } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly } from '../../db/transaction.ts'
import { AppError } from '../../http/app-error.ts'
import { decodeCursor, TimeCursor, toPage } from '../../http/cursor.ts'
import { countMails, findMails } from './outbox.queries.ts'

export function listOutbox(ctx: Context, { limit, cursor }: Received<typeof admin.outbox>['query']) {
  const after = decodeCursor(TimeCursor, cursor)
  return readOnly(ctx, async ({ db, actor }) => {
    if (actor.role !== 'admin') throw new AppError('forbidden', 'The outbox is for admins.')
    const rows = await findMails(db, limit + 1, after)
    const total = after?.[2] ?? (await countMails(db))
    return toPage(rows, limit, total, {
      at: (row) => row.createdAt.toISOString(),
      item: (row) => ({
        id: row.id,
        to: row.toAddress,
        person: row.userId && row.userName ? { id: row.userId, name: row.userName } : null,
        subject: row.subject,
        text: withoutLinks(row.textBody),
        status: row.status,
        detail: row.detail,
        createdAt: row.createdAt.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
      }),
    })
  })
}

/** A link that lets in whoever has it is for its mailbox alone; it carries its token after the "#". */
const withoutLinks = (text: string): string => text.replace(/(https?:\/\/\S+?#)[\w-]{43}(?![\w-])/g, '$1•••')
